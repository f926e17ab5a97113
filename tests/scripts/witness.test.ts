import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { rm, stat } from 'node:fs/promises'
import { join } from 'node:path'

import { expect, it } from 'vitest'

import { formatVerifierKey, NOTE_KEY, parseVerifierKey } from '#app/domain/ledger/signed-note.ts'
import { scratchFolder, scratchLog } from '#tests/support/witnessing.ts'

const log = scratchLog(9)
const vkey = formatVerifierKey(log.key.name, NOTE_KEY, log.key.publicKey)

const command = (folder: string, changes: Readonly<Record<string, string>> = {}) =>
  Object.entries({
    '--log': 'https://log.example/log',
    '--log-vkey': vkey,
    '--name': 'witness.example',
    '--state': join(folder, 'state', 'checkpoint'),
    '--key': join(folder, 'key'),
    '--port': '0',
    ...changes,
  }).flat()

function run(args: readonly string[]) {
  const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/witness.ts', ...args])
  let said = ''
  child.stdout.on('data', (bytes: Buffer) => void (said += bytes.toString()))
  child.stderr.on('data', (bytes: Buffer) => void (said += bytes.toString()))
  const over = once(child, 'exit').then(([code]) => code as number | null)
  const ready = async () => {
    const address = () => /http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0]
    while (!address() && child.exitCode === null)
      await Promise.race([once(child.stdout, 'data'), over])
    const url = address()
    if (!url) throw new Error(said)
    return url
  }
  return { said: () => said, over, ready, stop: () => (child.kill('SIGTERM'), over) }
}

it('makes its key, cosigns, and is the same witness when it starts again', async () => {
  const folder = await scratchFolder()
  const first = run(command(folder))
  const url = await first.ready()
  expect((await stat(join(folder, 'key'))).mode & 0o777).toBe(0o600)
  const printed = first.said().split('\n')[0]!
  expect(parseVerifierKey(printed)).toMatchObject({ name: 'witness.example', type: 4 })
  const answer = await fetch(`${url}/add-checkpoint`, { method: 'POST', body: log.body(0, 5) })
  expect(await answer.text()).toMatch(/^— witness\.example /)

  const twin = run(command(folder))
  expect(await twin.over).toBe(1)
  expect(twin.said()).toContain('in use by process')

  expect(await first.stop()).toBe(0)
  const second = run(command(folder))
  await second.ready()
  expect(second.said().split('\n')[0]).toBe(printed)
  expect(second.said()).toContain('5 entries known')
  await second.stop()

  await rm(join(folder, 'state'), { recursive: true })
  const forgetful = run(command(folder))
  expect(await forgetful.over).toBe(1)
  expect(forgetful.said()).toContain('bring the file back')
})

it.each([
  [{ '--log-vkey': 'log.example/log+00000000+AAAA' }, 'not-a-key'],
  [{ '--log': 'https://elsewhere.example/log' }, 'is the key of log.example/log'],
  [{ '--name': 'two words' }, '--name must be one word'],
  [{ '--port': '70000' }, '--port must be a number'],
])('says in one line what is wrong with %o', async (changes, words) => {
  const wrong = run(command(await scratchFolder(), changes))
  expect(await wrong.over).toBe(1)
  expect(wrong.said()).toContain(words)
  expect(wrong.said().trim().split('\n')).toHaveLength(1)
})
