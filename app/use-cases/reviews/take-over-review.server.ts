import { writing } from '#app/db/transaction.server.ts'
import { loadReviewed, saveReview } from '#app/db/write/reviews.server.ts'
import * as rules from '#app/domain/reviews/review.ts'
import { refuse } from '#app/domain/shared/result.ts'

import type { Acting } from '../acting.ts'
import { record } from '../record.server.ts'

/** Goes on with a case that a colleague left open. */
export function takeOverReview({ db, actor, now }: Acting, reviewId: string) {
  return writing(db, async (tx) => {
    const found = await loadReviewed(tx, reviewId)
    if (!found) return refuse('review-missing')
    const decision = rules.takeOverReview(found.review, found, actor, now)
    if (!decision.ok) return decision

    await saveReview(tx, decision.value.review)
    await record(tx, decision.value.act)
    return decision
  })
}
