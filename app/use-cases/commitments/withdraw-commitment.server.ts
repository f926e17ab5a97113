import { writing } from '#app/db/transaction.server.ts'
import { loadCommitment, saveCommitment } from '#app/db/write/commitments.server.ts'
import { refreshStanding } from '#app/db/write/standing.server.ts'
import * as rules from '#app/domain/commitments/commitment.ts'
import { refuse } from '#app/domain/shared/result.ts'

import type { Acting } from '../acting.ts'
import { record } from '../record.server.ts'

/** Withdraws in public: reason, date and everything said before stay on the page. */
export function withdrawCommitment({ db, actor, now }: Acting, id: string, reason: string) {
  return writing(db, async (tx) => {
    const commitment = await loadCommitment(tx, id)
    if (!commitment) return refuse('commitment-missing')
    const decision = rules.withdrawCommitment(commitment, actor, reason, now)
    if (!decision.ok) return decision

    const by = { userId: actor.userId, now }
    await saveCommitment(tx, decision.value.commitment, by, { endedAt: now, endReason: reason })
    await refreshStanding(tx, id, now)
    await record(tx, decision.value.act)
    return decision
  })
}
