import { asc, sql } from 'drizzle-orm'
import { expect, it } from 'vitest'

import { disclosures } from '#app/db/schema/log.ts'
import { sweepFreedPages } from '#app/db/sweep.server.ts'
import { writing } from '#app/db/transaction.server.ts'
import { overwriteWhatGoes } from '#app/db/write/redactions.server.ts'
import { freshDatabase } from '#tests/support/database.ts'
import { published, world } from '#tests/support/world.ts'

it('has freed cells overwritten from within the transaction on', async () => {
  const db = await freshDatabase()
  const set = await writing(db, async (tx) => {
    await overwriteWhatGoes(tx)
    return tx.get<{ secure_delete: number } | [number]>(sql`PRAGMA secure_delete`)
  })
  expect(Object.values(set)[0]).toBe(1)
})

it('keeps disclosures in the order of their fields through a sweep', async () => {
  const w = await world()
  await published(w)
  const order = () =>
    w.db
      .select({ idx: disclosures.idx, digest: disclosures.digest })
      .from(disclosures)
      .orderBy(asc(sql`rowid`))
  const before = await order()
  await sweepFreedPages(w.db)
  expect(await order()).toEqual(before)
})
