import { expect, it } from 'vitest'

import type { Transaction } from '#app/db/client.server.ts'
import { deriveStanding } from '#app/db/write/standing.server.ts'
import { fullRecord } from '#tests/support/full-record.ts'
import { growing, plansOf } from '#tests/support/query-plan.ts'
import { TODAY } from '#tests/support/world.ts'

it('derives a standing from its own commitment’s rows, however many others there are', async () => {
  const { db, id } = await fullRecord()
  // Every act asks this in its transaction; the pool asks the same and can be listened to.
  const tx = db as unknown as Transaction
  const plans = await plansOf(db, () => deriveStanding(tx, id, TODAY))
  expect(plans.length).toBeGreaterThanOrEqual(4)
  expect(growing(plans)).toEqual([])
})
