import { appendFile, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { expect, it } from 'vitest'

import { checkpointMarks } from '#app/adapters/signer/checkpoint-marks.server.ts'
import { signerOf } from '#app/adapters/signer/ed25519.server.ts'
import { writeCheckpoint } from '#app/domain/ledger/checkpoint.ts'
import { leafHash } from '#app/domain/ledger/merkle.ts'
import { NOTE_KEY, signNote, verifierKey } from '#app/domain/ledger/signed-note.ts'
import { freshFile } from '#tests/support/database.ts'

const origin = 'kept.example/log'
const { publicKey, sign } = signerOf(new Uint8Array(32).fill(7))
const rootOf = (size: number) => leafHash(Uint8Array.of(size % 256))
const noteOf = (size: number) =>
  signNote(
    writeCheckpoint({ origin, size, root: rootOf(size) }),
    verifierKey(origin, NOTE_KEY, publicKey),
    sign,
  )
async function opened() {
  const { folder } = await freshFile()
  return { marks: checkpointMarks(folder), file: join(folder, 'checkpoints.log') }
}

it('knows nothing before the first, then the newest', async () => {
  const { marks, file } = await opened()
  expect(await marks.newest()).toBeUndefined()
  await marks.append(noteOf(1))
  await marks.append(noteOf(5))
  expect(await marks.newest()).toEqual({ origin, size: 5, root: rootOf(5) })
  expect(await readFile(file, 'utf8')).toBe(noteOf(1) + noteOf(5))
  await marks.append(noteOf(6) + noteOf(7))
  expect(await marks.newest()).toMatchObject({ size: 7 })
})

it('reads past whatever a crash cut short, and writes after it', async () => {
  const whole = noteOf(2)
  for (let cut = 1; cut < whole.length; cut += 7) {
    const { marks, file } = await opened()
    await marks.append(noteOf(1))
    await appendFile(file, whole.slice(0, cut))
    expect(await marks.newest()).toMatchObject({ size: 1 })
    await marks.append(noteOf(3))
    expect(await marks.newest()).toMatchObject({ size: 3 })
  }
})

it('passes over what is no state of a log', async () => {
  const { marks, file } = await opened()
  await marks.append(noteOf(4))
  await appendFile(file, noteOf(5).replace('\n5\n', '\n05\n'))
  expect(await marks.newest()).toMatchObject({ size: 4 })
})

it('reads only the end of a long file', async () => {
  const { marks, file } = await opened()
  await writeFile(file, Array.from({ length: 2_000 }, (_, i) => noteOf(i + 1)).join(''))
  expect((await stat(file)).size).toBeGreaterThan(300_000)
  expect(await marks.newest()).toMatchObject({ size: 2_000 })
})

it('says so when the file cannot be read', async () => {
  const { folder } = await freshFile()
  const marks = checkpointMarks(join(folder, 'kept.db'))
  await expect(marks.newest()).rejects.toThrow('ENOTDIR')
})
