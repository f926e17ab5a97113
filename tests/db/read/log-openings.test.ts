import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'

import { openingsBetween } from '#app/db/read/log-openings.server.ts'
import { acts } from '#app/db/schema/acts.ts'
import { digestOf, openDisclosure } from '#app/domain/ledger/disclosure.ts'
import { world } from '#tests/support/world.ts'

it('says what entries disclose, in the order of their acts’ fields, and what is withheld', async () => {
  const { db } = await world()
  const [said, ...others] = await openingsBetween(db, 0, 1)
  expect([said!.index, said!.withheld, others]).toEqual([0, [], []])
  const act = await db.select().from(acts).where(eq(acts.entry, 0)).get()
  expect(said!.d.map((one) => openDisclosure(one).field)).toEqual(Object.keys(act!.fields))
  expect((await openingsBetween(db, 0, 99)).map(({ index }) => index)).toEqual([0, 1, 2])
  expect(await openingsBetween(db, 99, 100)).toEqual([])

  const digest = digestOf(said!.d[1]!)
  await db.$client.executeMultiple(`
    INSERT INTO redaction_pass VALUES ('now');
    UPDATE disclosures SET disclosure = NULL, redaction = 2 WHERE idx = 0 AND digest = '${digest}';
    DELETE FROM redaction_pass;`)
  expect(await openingsBetween(db, 0, 1)).toEqual([
    { index: 0, d: said!.d.toSpliced(1, 1), withheld: [{ digest, redaction: 2 }] },
  ])
})
