import { expect, it } from 'vitest'

import type { Transaction } from '#app/db/client.server.ts'
import { loadBlankDraft } from '#app/db/write/commitments.server.ts'
import { freshDatabase } from '#tests/support/database.ts'
import { plansOf } from '#tests/support/query-plan.ts'

it('looks for a blank draft among its organisation’s commitments, not among all', async () => {
  const db = await freshDatabase()
  const tx = db as unknown as Transaction
  const plans = await plansOf(db, () =>
    loadBlankDraft(tx, 'usr_1', { leadId: 'org_1', declaration: 'qd2015' }),
  )
  expect(plans).toEqual([['SEARCH commitments USING INDEX commitments_by_lead (lead_id=?)']])
})
