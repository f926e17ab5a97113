import { writing } from '#app/db/transaction.server.ts'
import {
  insertScreening,
  loadCommitment,
  saveCommitment,
} from '#app/db/write/commitments.server.ts'
import * as rules from '#app/domain/commitments/commitment.ts'
import { refuse } from '#app/domain/shared/result.ts'

import type { Acting } from '../acting.ts'
import { record } from '../record.server.ts'

/** Refuses a submitted commitment for good, with the reason its organisation reads. */
export function declineCommitment({ db, actor, now }: Acting, id: string, reason: string) {
  return writing(db, async (tx) => {
    const commitment = await loadCommitment(tx, id)
    if (!commitment) return refuse('commitment-missing')
    const decision = rules.declineCommitment(commitment, actor, reason, now)
    if (!decision.ok) return decision

    await insertScreening(tx, {
      commitmentId: id,
      coordinatorId: actor.userId,
      decision: 'declined',
      reason,
      questions: [],
      at: now,
    })
    const by = { userId: actor.userId, now }
    await saveCommitment(tx, decision.value.commitment, by, { endedAt: now, endReason: reason })
    await record(tx, decision.value.act)
    return decision
  })
}
