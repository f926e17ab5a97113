import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { expect, it } from 'vitest'

import { PolicyFileError, readPolicyFile } from '#app/adapters/witnesses/policy-file.server.ts'
import { COSIGNATURE_KEY, formatVerifierKey, NOTE_KEY } from '#app/domain/ledger/signed-note.ts'
import { keyOf, scratchFolder } from '#tests/support/witnessing.ts'

const vkey = ({ name, type, publicKey }: ReturnType<typeof keyOf>['key']) =>
  formatVerifierKey(name, type, publicKey)
const log = keyOf('kept.example/log', NOTE_KEY, 1).key
const other = keyOf('other.example/log', NOTE_KEY, 2).key
const witness = vkey(keyOf('w.example', COSIGNATURE_KEY, 3).key)

async function read(...lines: string[]) {
  const path = join(await scratchFolder(), 'policy')
  const text = `${lines.join('\n')}\n`
  await writeFile(path, text)
  return readPolicyFile(path, log)
}

it('reads a policy', async () => {
  const lines = [`log ${vkey(log)}`, `witness W ${witness} https://w.example`, 'quorum W']
  expect(await read(...lines)).toMatchObject({
    quorum: 'W',
    witnesses: [{ url: 'https://w.example' }],
  })
})

it.each([
  [['# nobody', 'witness W nonsense', 'quorum W'], 'line 2 has no verifier key'],
  [['quorum V'], 'line 1 names a witness or group that no line above defines'],
  [[`witness W ${witness}`], 'there is no quorum line'],
  [[`witness W ${witness} ftp://w.example`, 'quorum W'], 'no http or https URL'],
  [[`witness W ${witness} w.example`, 'quorum W'], 'no http or https URL'],
  [[`log ${vkey(other)}`, 'quorum none'], 'not this one'],
])('says in one line what is wrong with %j', async (lines, words) => {
  const reading = read(...lines)
  await expect(reading).rejects.toThrow(PolicyFileError)
  await expect(reading).rejects.toThrow(words)
})

it('says so when there is no such file', async () => {
  const reading = readPolicyFile(join(await scratchFolder(), 'none'), log)
  await expect(reading).rejects.toThrow(PolicyFileError)
})
