import { writing } from '#app/db/transaction.server.ts'
import { loadCommitment, saveCommitment } from '#app/db/write/commitments.server.ts'
import { loadOrganisation } from '#app/db/write/organisations.server.ts'
import * as rules from '#app/domain/commitments/commitment.ts'
import { refuse } from '#app/domain/shared/result.ts'

import type { Acting } from '../acting.ts'
import { record } from '../record.server.ts'

/** Hands a draft in for screening. */
export function submitCommitment({ db, actor, now }: Acting, id: string) {
  return writing(db, async (tx) => {
    const commitment = await loadCommitment(tx, id)
    const lead = commitment && (await loadOrganisation(tx, commitment.leadId))
    if (!commitment || !lead) return refuse('commitment-missing')
    const decision = rules.submitCommitment(commitment, lead, actor, now)
    if (!decision.ok) return decision

    const by = { userId: actor.userId, now }
    await saveCommitment(tx, decision.value.commitment, by, { submittedAt: now })
    await record(tx, decision.value.act)
    return decision
  })
}
