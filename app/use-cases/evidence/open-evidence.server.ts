import { writing } from '#app/db/transaction.server.ts'
import { loadEvidence, saveOpening } from '#app/db/write/evidence.server.ts'
import { loadCase } from '#app/db/write/reviews.server.ts'
import * as rules from '#app/domain/reviews/opening.ts'
import { refuse } from '#app/domain/shared/result.ts'

import type { Acting } from '../acting.ts'
import { record } from '../record.server.ts'

/** Notes that a coordinator has opened a piece of evidence in a case it may review. */
export function openEvidence({ db, actor, now }: Acting, evidenceId: string) {
  return writing(db, async (tx) => {
    const evidence = await loadEvidence(tx, evidenceId)
    const found = evidence && (await loadCase(tx, evidence.reportId))
    if (!evidence || !found) return refuse('evidence-missing')
    const decision = rules.openEvidence(evidence, found, actor, now)
    if (!decision.ok) return decision

    await saveOpening(tx, evidenceId, actor.userId, now)
    await record(tx, decision.value.act)
    return decision
  })
}
