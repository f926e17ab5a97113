import { spawn } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect, it } from 'vitest'

import { holdLock, RegisterInUse } from '#app/db/lock.server.ts'
import { freshFile } from '#tests/support/database.ts'

it('lets one process at a time work on a register, and the next one after it', async () => {
  const { folder } = await freshFile()
  const letGo = holdLock(folder)
  expect(() => holdLock(folder)).toThrow(RegisterInUse)
  letGo()
  expect(existsSync(join(folder, 'register.lock'))).toBe(false)
  holdLock(folder)()
})

it('takes over from a process that died', async () => {
  const { folder } = await freshFile()
  const dead = spawn(process.execPath, ['-e', ''])
  await new Promise((resolve) => dead.once('exit', resolve))
  writeFileSync(join(folder, 'register.lock'), `${dead.pid} 12345\n`)
  const letGo = holdLock(folder)
  expect(readFileSync(join(folder, 'register.lock'), 'utf8')).toMatch(
    new RegExp(`^${process.pid} `),
  )
  letGo()
})

it('takes over when the number now belongs to another process', async () => {
  const { folder } = await freshFile()
  writeFileSync(join(folder, 'register.lock'), `${process.pid} 1\n`)
  expect(() => holdLock(folder)).not.toThrow(RegisterInUse)
})

it('respects a process that lives', async () => {
  const { folder } = await freshFile()
  const modules = new URL('../../app/db/lock.server.ts', import.meta.url).href
  const program = `import(${JSON.stringify(modules)}).then(({ holdLock }) => {
    holdLock(${JSON.stringify(folder)}); process.stdout.write('held'); setInterval(() => {}, 1000) })`
  const other = spawn(process.execPath, ['--import', 'tsx', '-e', program])
  await new Promise((resolve) => other.stdout.once('data', resolve))
  expect(() => holdLock(folder)).toThrow(`in use by process ${other.pid}`)
  other.kill('SIGKILL')
  await new Promise((resolve) => other.once('exit', resolve))
  holdLock(folder)()
})

it('makes nothing of a lock with nonsense in it', async () => {
  const { folder } = await freshFile()
  for (const text of ['', 'nonsense', '-1 2', '0 0']) {
    writeFileSync(join(folder, 'register.lock'), text)
    expect(() => holdLock(folder)()).not.toThrow(RegisterInUse)
  }
})
