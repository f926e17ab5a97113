import { expect, it } from 'vitest'

import type { Transaction } from '#app/db/client.server.ts'
import { deriveStandings, loadDueToTurn, refreshStandings } from '#app/db/write/standing.server.ts'
import { fullRecord } from '#tests/support/full-record.ts'
import { growing, plansOf } from '#tests/support/query-plan.ts'
import { NOW, TODAY } from '#tests/support/world.ts'

it('derives a standing from its own commitment’s rows, however many others there are', async () => {
  const { db, id } = await fullRecord()
  // Every act asks this in its transaction; the pool asks the same and can be listened to.
  const tx = db as unknown as Transaction
  const plans = await plansOf(db, () => deriveStandings(tx, [id], TODAY))
  expect(plans.length).toBeGreaterThanOrEqual(2)
  expect(growing(plans)).toEqual([])
})

it('keeps standings and finds those to turn without going through the register', async () => {
  const { db, id } = await fullRecord()
  const tx = db as unknown as Transaction
  const kept = await plansOf(db, () => refreshStandings(tx, [id, id], NOW))
  // What is handed in is gone through, and each of its rows found by its id.
  const handedIn = /^SCAN json_each/
  expect(growing(kept).filter((step) => !handedIn.test(step))).toEqual([])
  expect(kept.flat().some((step) => handedIn.test(step))).toBe(true)
  const due = await plansOf(db, () => loadDueToTurn(tx, TODAY))
  expect(due.flat()).toEqual([expect.stringContaining('commitments_by_turn (turns_on<?)')])
})
