import { expect, it, vi } from 'vitest'

import { closeDatabase, type Database } from '#app/db/client.server.ts'
import { watchLog } from '#app/db/read/log-growth.server.ts'
import { logSize } from '#app/db/read/log-tiles.server.ts'
import { writing } from '#app/db/transaction.server.ts'
import { freshDatabase } from '#tests/support/database.ts'
import { growLog } from '#tests/support/long-log.ts'
import { NOW, published, world } from '#tests/support/world.ts'

const commit = (db: Database) => writing(db, () => Promise.resolve())

it('knows the size between two commits, and tells of growth without being asked', async () => {
  const w = await world()
  const grown = vi.fn<() => void>()
  const log = watchLog(w.db, grown)
  expect(log.known()).toBeUndefined()
  const size = await log.ask()
  expect([size, log.known()]).toEqual([await logSize(w.db), size])

  grown.mockClear()
  const over = commit(w.db)
  await over
  // The moment whoever committed hears of it, nothing is taken for known any more.
  expect(log.known()).toBeUndefined()
  await expect.poll(log.known).toBe(size)
  expect(grown).not.toHaveBeenCalled()

  await published(w, {}, NOW)
  await expect.poll(() => grown.mock.calls.length).toBeGreaterThan(0)
  expect(await log.ask()).toBe(await logSize(w.db))
})

it('reads once for all who ask together, and again for who asks after a commit', async () => {
  const db = await freshDatabase()
  const log = watchLog(db, () => {})
  const asked = vi.spyOn(db, 'select')
  expect(await Promise.all([log.ask(), log.ask(), log.ask()])).toEqual([0, 0, 0])
  expect(asked).toHaveBeenCalledTimes(1)
  const first = log.ask()
  await growLog(db, 3)
  const committed = commit(db)
  await committed
  expect(await log.ask()).toBe(3)
  await first
})

it('takes nothing for known where others write too', async () => {
  const db = await freshDatabase()
  Object.defineProperty(db.$client, 'protocol', { value: 'http' })
  const grown = vi.fn<() => void>()
  const log = watchLog(db, grown)
  expect(await log.ask()).toBe(0)
  grown.mockClear()
  // By another process: nothing here hears of it.
  await growLog(db, 2)
  expect(log.known()).toBeUndefined()
  expect(await log.ask()).toBe(2)
  expect(grown).toHaveBeenCalledTimes(1)
})

it('says so when it cannot be read, and is right again afterwards', async () => {
  const db = await freshDatabase()
  const log = watchLog(db, () => {})
  await log.ask()
  const select = vi.spyOn(db, 'select').mockImplementation(() => {
    throw new Error('locked')
  })
  await commit(db)
  await expect(log.ask()).rejects.toThrow('locked')
  expect(log.known()).toBeUndefined()
  select.mockRestore()
  expect(await log.ask()).toBe(0)
  closeDatabase(db)
})
