import { writing } from '#app/db/transaction.server.ts'
import {
  insertScreening,
  loadCommitment,
  saveCommitment,
} from '#app/db/write/commitments.server.ts'
import * as rules from '#app/domain/commitments/commitment.ts'
import type { Question } from '#app/domain/commitments/commitment.ts'
import { refuse } from '#app/domain/shared/result.ts'

import type { Acting } from '../acting.ts'
import { record } from '../record.server.ts'

/** Sends a submitted commitment back with questions tied to its fields. */
export function returnCommitment(
  { db, actor, now }: Acting,
  id: string,
  questions: readonly Question[],
) {
  return writing(db, async (tx) => {
    const commitment = await loadCommitment(tx, id)
    if (!commitment) return refuse('commitment-missing')
    const decision = rules.returnCommitment(commitment, actor, questions, now)
    if (!decision.ok) return decision

    await insertScreening(tx, {
      commitmentId: id,
      coordinatorId: actor.userId,
      decision: 'returned',
      reason: '',
      questions,
      at: now,
    })
    await saveCommitment(tx, decision.value.commitment, { userId: actor.userId, now })
    await record(tx, decision.value.act)
    return decision
  })
}
