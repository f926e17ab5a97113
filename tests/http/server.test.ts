import { existsSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'

import { afterEach, expect, it, vi } from 'vitest'

import { readConfig, type Config } from '#app/config.server.ts'
import { serve } from '#app/http/server.server.ts'
import * as firstRun from '#app/routes/account/first-run/route.tsx'
import { freshFile } from '#tests/support/database.ts'
import { buildOf } from '#tests/support/server.ts'

const quiet = { info: () => {}, warn: () => {}, error: () => {} }
const stops: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop()
  for (const signal of ['SIGTERM', 'SIGINT']) process.removeAllListeners(signal)
})

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve) => probe.listen(0, resolve))
  const { port } = probe.address() as AddressInfo
  await new Promise((resolve) => probe.close(resolve))
  return port
}

async function started(dataDir: string) {
  const said: string[] = []
  const write = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    said.push(String(text))
    return true
  })
  const read = readConfig({ PORT: String(await freePort()), DATA_DIR: dataDir })
  const { config } = read as { config: Config }
  const routes = { ':locale/first-run': firstRun } as Parameters<typeof buildOf>[0]
  const { stop } = await serve(buildOf(routes), { config, log: quiet })
  write.mockRestore()
  stops.push(stop)
  return { config, said: said.join(''), stop }
}

it('opens an empty register and prints the way in, once', async () => {
  const { folder } = await freshFile()
  const dataDir = join(folder, 'new', 'data')
  const { config, said, stop } = await started(dataDir)
  expect(said).toContain(`Kept is at ${config.origin}\n`)
  const door = /Open (\S+) to make the first account/.exec(said)?.[1] ?? ''
  expect(door).toMatch(/\/en\/first-run\?token=[\w-]{32}$/)
  expect((await fetch(`${config.origin}/healthz`)).status).toBe(200)
  expect((await fetch(door)).status).toBe(200)
  expect(existsSync(join(dataDir, 'register.lock'))).toBe(true)

  const body = new URLSearchParams({
    name: 'Ada',
    email: 'ada@example.org',
    password: 'several plain words',
  })
  const headers = { Origin: config.origin }
  const made = await fetch(door, { method: 'POST', body, headers, redirect: 'manual' })
  expect(made.status).toBe(303)

  stops.length = 0
  await stop()
  expect(existsSync(join(dataDir, 'register.lock'))).toBe(false)
  const again = await started(dataDir)
  expect(again.said).not.toContain('token')
  expect((await fetch(`${again.config.origin}/en/first-run`)).status).toBe(410)
})

it('refuses to open what another process has open, in one line', async () => {
  const { folder } = await freshFile()
  const { config } = await started(folder)
  const said: string[] = []
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => said.push(String(text)) > 0)
  vi.spyOn(process, 'exit').mockImplementation((code) => {
    throw new Error(`ended with ${code}`)
  })
  await expect(serve(buildOf({}), { config, log: quiet })).rejects.toThrow('ended with 1')
  expect(said).toHaveLength(1)
  expect(said[0]).toMatch(/^Cannot start: the register is in use by process \d+; .*\n$/)
})

it('ends by itself when told to stop', async () => {
  const { folder } = await freshFile()
  const { config } = await started(folder)
  stops.length = 0
  const ended = new Promise((resolve) => {
    vi.spyOn(process, 'exit').mockImplementation(((code: number) => resolve(code)) as never)
  })
  process.emit('SIGTERM')
  expect(await ended).toBe(0)
  await expect(fetch(`${config.origin}/healthz`)).rejects.toThrow('fetch failed')
  expect(existsSync(join(folder, 'register.lock'))).toBe(false)
})
