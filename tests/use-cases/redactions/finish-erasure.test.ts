import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'

import { memoryFiles } from '#app/adapters/files/memory-files.server.ts'
import { doomedFiles, redactions } from '#app/db/schema/redactions.ts'
import { carryOutRedaction } from '#app/use-cases/redactions/carry-out-redaction.server.ts'
import { finishErasure } from '#app/use-cases/redactions/finish-erasure.server.ts'
import { proposeRedaction } from '#app/use-cases/redactions/propose-redaction.server.ts'
import { checkLog } from '#tests/support/check-log.ts'
import { namedRecord } from '#tests/support/named-record.ts'
import { folderOf, tracesOf } from '#tests/support/traces.ts'
import { granted, NOW, published, world, type World } from '#tests/support/world.ts'

const input = {
  evidenceIds: [] as string[],
  basis: 'gdpr-17' as const,
  reason: 'Asked by a person',
}

async function withheld(w: World, id: string, words: string[], evidenceIds: string[] = []) {
  const wish = { ...input, words, evidenceIds }
  const { redaction } = granted(await proposeRedaction(w.as(w.coordinator), id, wish))
  granted(await carryOutRedaction(w.as(w.secondCoordinator), redaction.id))
  return redaction.id
}

it.each([
  ['Latin', 'Zebulon Quartermain'],
  ['Arabic', 'سليمان القحطاني'],
  ['Chinese', '欧阳明远'],
  ['with signs of JSON and of addresses', 'Æ "O\'Neill" \\ & Söhne 100%'],
])('leaves nothing of a name anywhere in the data folder: %s', async (_, name) => {
  const w = await world()
  const made = await namedRecord(w, name)
  const folder = await folderOf(w.db)
  expect(Object.keys(tracesOf(folder, name)).length).toBeGreaterThan(1)
  await withheld(w, made.id, [name], [made.file])

  expect(await finishErasure({ db: w.db, files: made.files, now: NOW })).toBe(1)
  expect(tracesOf(folder, name)).toEqual({})
  expect(await made.files.open(made.storedName)).toBeUndefined()
  await checkLog(w.db)
})

it('finds its own traces: what the sweep has to remove is seen before it', async () => {
  const w = await world()
  const name = 'Zebulon Quartermain'
  const made = await namedRecord(w, name)
  await withheld(w, made.id, [name], [made.file])
  const left = Object.keys(tracesOf(await folderOf(w.db), name))
  expect(left).toContain(`files/${made.storedName}`)
  expect(left).toContain('kept.db-wal')
})

it('goes on after a stop at any step, and does each thing once', async () => {
  const w = await world()
  const made = await namedRecord(w, 'Zebulon Quartermain')
  const id = await withheld(w, made.id, ['Zebulon Quartermain'], [made.file])
  const again = (files: Pick<typeof made.files, 'remove'>) =>
    finishErasure({ db: w.db, files, now: NOW })
  const state = async () => ({
    doomed: (await w.db.select().from(doomedFiles)).length,
    erasedAt: (await w.db.select().from(redactions).where(eq(redactions.id, id)).get())?.erasedAt,
  })
  expect(await state()).toEqual({ doomed: 1, erasedAt: null })

  const broken = { remove: () => Promise.reject(new Error('the disk is gone')) }
  await expect(again(broken)).rejects.toThrow('the disk is gone')
  expect(await state()).toEqual({ doomed: 1, erasedAt: null })

  const execute = w.db.$client.execute.bind(w.db.$client)
  w.db.$client.execute = ((statement: string) =>
    statement === 'VACUUM'
      ? Promise.reject(new Error('the disk is full'))
      : execute(statement)) as typeof execute
  await expect(again(made.files)).rejects.toThrow('the disk is full')
  expect(await state()).toEqual({ doomed: 0, erasedAt: null })

  w.db.$client.execute = execute
  expect(await again(made.files)).toBe(1)
  expect(await state()).toEqual({ doomed: 0, erasedAt: NOW })
  expect(await again(made.files)).toBe(0)
})

it('rewrites nothing when nothing is owed', async () => {
  const w = await world()
  await published(w)
  const execute = w.db.$client.execute.bind(w.db.$client)
  const said: unknown[] = []
  w.db.$client.execute = ((statement: string) => {
    said.push(statement)
    return execute(statement)
  }) as typeof execute
  expect(await finishErasure({ db: w.db, files: memoryFiles(), now: NOW })).toBe(0)
  expect(said).not.toContain('VACUUM')
})
