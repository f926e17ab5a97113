import { expect, it } from 'vitest'

import { memoryMarks } from '#app/adapters/signer/memory-marks.server.ts'
import { publishingStop } from '#app/db/publishing.server.ts'
import { guardLog } from '#app/use-cases/ledger/guard-log.server.ts'
import { signCheckpoint } from '#app/use-cases/ledger/sign-checkpoint.server.ts'
import { freshDatabase } from '#tests/support/database.ts'
import { growLog } from '#tests/support/long-log.ts'
import { testSigner } from '#tests/support/signer.ts'
import { unchanged } from '#tests/support/unchanged.ts'
import { NOW } from '#tests/support/world.ts'

const signer = testSigner()

async function signedLog(size: number) {
  const db = await freshDatabase()
  const marks = memoryMarks()
  await growLog(db, size)
  await signCheckpoint({ db, now: NOW, signer, marks })
  return { db, marks }
}

it('lets a log go on that is new, or that holds all it has signed, and more', async () => {
  expect(await guardLog({ db: await freshDatabase(), marks: memoryMarks() })).toBeUndefined()
  const { db, marks } = await signedLog(300)
  expect(await guardLog({ db, marks })).toBeUndefined()
  await growLog(db, 310)
  expect(await unchanged(db, () => guardLog({ db, marks }))).toBeUndefined()
  expect(await guardLog({ db, marks: memoryMarks() })).toBeUndefined()
  expect(publishingStop(db)).toBeUndefined()
})

it('stops one that is older than what was signed outside it', async () => {
  const { marks } = await signedLog(5)
  for (const size of [0, 4]) {
    const { db } = await signedLog(size)
    const reason = { code: 'entries-missing', signed: 5, held: size }
    expect(await unchanged(db, () => guardLog({ db, marks }))).toEqual(reason)
    expect(publishingStop(db)).toEqual(reason)
  }
})

it('stops one with another history, by the file or by its own checkpoint', async () => {
  const { marks } = await signedLog(5)
  const other = await freshDatabase()
  await other.$client.execute(
    "INSERT INTO log_entry (idx, leaf, leaf_hash, act_id) VALUES (0, 'x', zeroblob(32), 'act_x')",
  )
  await growLog(other, 7)
  expect(await guardLog({ db: other, marks })).toMatchObject({ code: 'history-differs', signed: 5 })

  const { db } = await signedLog(9)
  await db.$client.executeMultiple(
    'DROP TRIGGER log_entry_no_update; UPDATE log_entry SET leaf_hash = zeroblob(32) WHERE idx = 8',
  )
  expect(await guardLog({ db, marks: memoryMarks() })).toMatchObject({ signed: 9, held: 9 })
})
