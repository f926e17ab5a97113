import { writing } from '#app/db/transaction.server.ts'
import { loadCase, loadReview, saveReview } from '#app/db/write/reviews.server.ts'
import * as rules from '#app/domain/reviews/review.ts'
import { refuse } from '#app/domain/shared/result.ts'

import type { Acting } from '../acting.ts'
import { record } from '../record.server.ts'

/** The second person does not agree, and says why to the first. */
export function sendBackFinding({ db, actor, now }: Acting, reviewId: string, reason: string) {
  return writing(db, async (tx) => {
    const review = await loadReview(tx, reviewId)
    const found = review && (await loadCase(tx, review.reportId))
    if (!review || !found) return refuse('review-missing')
    const decision = rules.sendBackFinding(review, found, actor, reason, now)
    if (!decision.ok) return decision

    await saveReview(tx, decision.value.review, reason)
    await record(tx, decision.value.act)
    return decision
  })
}
