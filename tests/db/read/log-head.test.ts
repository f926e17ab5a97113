import { expect, it } from 'vitest'

import { logHead, recordState } from '#app/db/read/log-head.server.ts'
import { hex } from '#app/domain/ledger/bytes.ts'
import { emptyRoot } from '#app/domain/ledger/merkle.ts'
import { checkLog } from '#tests/support/check-log.ts'
import { freshDatabase } from '#tests/support/database.ts'
import { daysFromNow, NOW, published, world } from '#tests/support/world.ts'

it('has the empty root while nothing has happened', async () => {
  const db = await freshDatabase()
  expect(await logHead(db)).toEqual({ size: 0, rootHash: hex(emptyRoot) })
  expect((await recordState(db, NOW)).asOf).toEqual(new Date('2026-11-23T00:00:00Z'))
})

it('grows with the log and always has the root of the whole of it', async () => {
  const w = await world()
  const before = await logHead(w.db)
  expect(before.rootHash).toBe(await checkLog(w.db))
  await published(w)
  const [after, again] = await Promise.all([logHead(w.db), logHead(w.db)])
  expect(after.size).toBe(before.size + 1)
  expect(after.rootHash).toBe(await checkLog(w.db))
  expect(again).toEqual(after)
})

it('is true from the newest entry or from the start of the day, whichever is later', async () => {
  const w = await world()
  await published(w, {}, NOW)
  expect((await recordState(w.db, daysFromNow(0.2))).asOf).toEqual(NOW)
  expect((await recordState(w.db, daysFromNow(1))).asOf).toEqual(new Date('2026-11-24T00:00:00Z'))
})
