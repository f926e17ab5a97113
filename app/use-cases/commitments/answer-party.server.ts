import { writing } from '#app/db/transaction.server.ts'
import { loadCommitment, loadParty, saveAnswer } from '#app/db/write/commitments.server.ts'
import { makeFindable } from '#app/db/write/search.server.ts'
import type { PartyMove } from '#app/domain/commitments/party-state.ts'
import * as rules from '#app/domain/commitments/party.ts'
import { refuse } from '#app/domain/shared/result.ts'

import type { Acting } from '../acting.ts'
import { record } from '../record.server.ts'

/** A partner accepts, refuses or leaves its own part. */
export function answerParty(
  { db, actor, now }: Acting,
  partyId: string,
  move: PartyMove,
  reason: string,
) {
  return writing(db, async (tx) => {
    const party = await loadParty(tx, partyId)
    const commitment = party && (await loadCommitment(tx, party.commitmentId))
    if (!party || !commitment) return refuse('party-missing')
    const decision = rules.answerParty(party, commitment, actor, move, reason, now)
    if (!decision.ok) return decision

    await saveAnswer(tx, decision.value.party, reason, now)
    await record(tx, decision.value.act)
    await makeFindable(tx, [commitment.id])
    return decision
  })
}
