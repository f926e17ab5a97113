import { writing } from '#app/db/transaction.server.ts'
import { saveReport } from '#app/db/write/milestones.server.ts'
import { loadReviewed, saveReview } from '#app/db/write/reviews.server.ts'
import { refreshStanding } from '#app/db/write/standing.server.ts'
import type { Question } from '#app/domain/commitments/commitment.ts'
import * as rules from '#app/domain/reviews/review.ts'
import { refuse } from '#app/domain/shared/result.ts'

import type { Acting } from '../acting.ts'
import { record } from '../record.server.ts'

/** Sends a report back with questions; its organisation answers by handing it in again. */
export function returnReport(
  { db, actor, now }: Acting,
  reviewId: string,
  questions: readonly Question[],
) {
  return writing(db, async (tx) => {
    const found = await loadReviewed(tx, reviewId)
    if (!found) return refuse('review-missing')
    const decision = rules.returnReport(found.review, found, actor, questions, now)
    if (!decision.ok) return decision

    await saveReview(tx, decision.value.review)
    const by = { userId: actor.userId, now }
    await saveReport(tx, decision.value.report, by, { returnedAt: now })
    await refreshStanding(tx, found.commitment.id, now)
    await record(tx, decision.value.act)
    return decision
  })
}
