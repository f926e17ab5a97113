import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { expect, it } from 'vitest'

import { cosign } from '#app/domain/ledger/cosignature.ts'
import { COSIGNATURE_KEY, parseNote, signatureLine } from '#app/domain/ledger/signed-note.ts'
import { openMemory } from '#scripts/witness/memory.ts'
import { keyOf, scratchFolder, scratchLog } from '#tests/support/witnessing.ts'

const log = scratchLog(9)
const own = keyOf('witness.example', COSIGNATURE_KEY, 9)
const keys = { log: log.key, own: own.key }

function cosigned(of = log, by = own) {
  const note = of.note(9)
  return note + signatureLine(cosign(parseNote(note).text, by.key, by.sign, 1_800_000_000))
}

async function written(content: string) {
  const file = join(await scratchFolder(), 'checkpoint')
  await writeFile(file, content)
  return file
}

it('begins with nothing only when its key is new', async () => {
  const file = join(await scratchFolder(), 'checkpoint')
  await expect(openMemory(file, keys, false)).rejects.toMatchObject({ code: 'state-missing' })
  expect((await openMemory(file, keys, true)).known).toBeUndefined()
  // It has never cosigned, and the file says so.
  expect((await openMemory(file, keys, false)).known).toBeUndefined()
})

it('remembers what it is told', async () => {
  const memory = await openMemory(await written(''), keys, false)
  const known = {
    note: cosigned(),
    checkpoint: { origin: log.key.name, size: 9, root: new Uint8Array(32) },
  }
  await memory.remember(known)
  expect(memory.known).toBe(known)
  const reopened = await openMemory(await written(known.note), keys, false)
  expect(reopened.known).toMatchObject({ note: known.note, checkpoint: { size: 9 } })
})

it.each([
  ['half of it', cosigned().slice(0, 80)],
  ['without its own signature', log.note(9)],
  ['with another witness’s', cosigned(log, keyOf('witness.example', COSIGNATURE_KEY, 10))],
  ['of another log', cosigned(scratchLog(9, { name: 'other.example/log' }))],
  ['with one letter changed', cosigned().replace('\n9\n', '\n8\n')],
  ['something else', 'hello'],
])('takes no state that is %s', async (_, content) => {
  const file = await written(content)
  await expect(openMemory(file, keys, false)).rejects.toMatchObject({ code: 'state-unreadable' })
  expect(await readFile(file, 'utf8')).toBe(content)
})
