import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { expect, it, vi } from 'vitest'

import { checkpointMarks } from '#app/adapters/signer/checkpoint-marks.server.ts'
import { verify } from '#app/adapters/signer/ed25519.server.ts'
import { readConfig, type Config } from '#app/config.server.ts'
import { formatVerifierKey } from '#app/domain/ledger/signed-note.ts'
import { openPublicLog, stopNotice } from '#app/http/public-log.server.ts'
import { askWitnesses } from '#app/use-cases/ledger/ask-witnesses.server.ts'
import { signCheckpoint } from '#app/use-cases/ledger/sign-checkpoint.server.ts'
import { freshFile } from '#tests/support/database.ts'
import { growLog } from '#tests/support/long-log.ts'
import { startWitness } from '#tests/support/witnessing.ts'
import { NOW } from '#tests/support/world.ts'

const configOf = (dataDir: string, more: Record<string, string> = {}) => {
  const read = readConfig({ DATA_DIR: dataDir, ...more })
  return (read as { config: Config }).config
}

const quiet = { info: () => {}, warn: () => {}, error: () => {} }

/** A register in a folder of its own, its log that long and witnessed by one witness. */
async function witnessed(size: number) {
  const { db, folder } = await freshFile()
  const before = await openPublicLog(configOf(folder), db)
  const { key } = before.publicLog
  const witness = await startWitness(key)
  const vkey = formatVerifierKey(witness.key.name, witness.key.type, witness.key.publicKey)
  const policyFile = join(folder, 'policy')
  await writeFile(policyFile, `witness W ${vkey} ${witness.url}\nquorum W\n`)
  const opened = await openPublicLog(configOf(folder, { LOG_POLICY_FILE: policyFile }), db)
  await growLog(db, size)
  await signCheckpoint({ db, now: NOW, signer: opened.signer, marks: opened.marks })
  await askWitnesses(opened.witnesses, { db, logKey: key, verify, log: quiet })
  expect(witness.memory.known?.checkpoint.size).toBe(size)
  return { folder, policyFile, opened, witness }
}

it('has the witnesses its policy names', async () => {
  const { opened } = await witnessed(3)
  expect(opened.publicLog.policy).toMatchObject({ quorum: 'W' })
  expect(opened.witnesses).toMatchObject([{ name: 'W' }])
  expect(opened.publicLog.stopped()).toBeUndefined()
})

it('publishes nothing when only a witness remembers that there was more', async () => {
  const { folder, policyFile, witness } = await witnessed(5)
  const restored = await freshFile()
  await growLog(restored.db, 2)
  const config = {
    ...configOf(folder, { LOG_POLICY_FILE: policyFile }),
    dataDir: restored.folder,
  }
  // The marks came back with the backup.
  const { signer, publicLog } = await openPublicLog(config, restored.db)
  const marks = checkpointMarks(restored.folder)
  expect(publicLog.stopped()).toEqual({ code: 'entries-missing', signed: 5, held: 2 })
  expect(await signCheckpoint({ db: restored.db, now: NOW, signer, marks })).toEqual({
    ok: false,
    code: 'publishing-stopped',
  })
  expect(await marks.newest()).toBeUndefined()

  await witness.stop()
  const alone = await freshFile()
  const unheard = await openPublicLog({ ...config, dataDir: alone.folder }, alone.db)
  expect(unheard.publicLog.stopped()).toBeUndefined()
})

it('names in one line what is wrong with a policy', async () => {
  const { db, folder } = await freshFile()
  const policyFile = join(folder, 'policy')
  await writeFile(policyFile, 'quorum nobody\n')
  const said: string[] = []
  const write = vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    return said.push(String(text)) > 0
  })
  const exit = vi.spyOn(process, 'exit').mockImplementation((code) => {
    throw new Error(`ended with ${code}`)
  })
  const opening = openPublicLog(configOf(folder, { LOG_POLICY_FILE: policyFile }), db)
  await expect(opening).rejects.toThrow('ended with 1')
  write.mockRestore()
  exit.mockRestore()
  expect(said).toEqual([
    `Cannot start: LOG_POLICY_FILE ${policyFile}: line 1 names a witness or group that no line above defines\n`,
  ])
})

it.each([
  [
    { code: 'entries-missing', signed: 9, held: 5 },
    '5 entries of the public log, but 9 were signed',
  ],
  [{ code: 'entries-missing', signed: 9, held: 5 }, ': 4 entries are missing.'],
  [{ code: 'entries-missing', signed: 2, held: 1 }, '1 entry of the public log, but 2 were signed'],
  [{ code: 'entries-missing', signed: 2, held: 1 }, ': 1 entry is missing.'],
  [
    { code: 'entries-missing', signed: 1, held: 0 },
    '0 entries of the public log, but 1 was signed',
  ],
  [{ code: 'history-differs', signed: 1, held: 3 }, 'whose 1 entry was signed.'],
  [{ code: 'history-differs', signed: 3, held: 3 }, 'whose 3 entries were signed.'],
] as const)('says on the console what is wrong: %j', (broken, said) => {
  expect(stopNotice(broken)).toContain(said)
})

it('warns on the console that an older copy may show what was withheld since', () => {
  for (const code of ['entries-missing', 'history-differs'] as const) {
    const said = stopNotice({ code, signed: 9, held: 5 }).replaceAll('\n', ' ')
    expect(said).toContain(
      'may show words again that were withheld since: keep the register closed',
    )
    expect(said).toContain('until npm run recover has run.')
  }
})
