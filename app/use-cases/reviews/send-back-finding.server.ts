import { writing } from '#app/db/transaction.server.ts'
import { loadReviewed, saveReview } from '#app/db/write/reviews.server.ts'
import { refreshStanding } from '#app/db/write/standing.server.ts'
import * as rules from '#app/domain/reviews/review.ts'
import { refuse } from '#app/domain/shared/result.ts'

import type { Acting } from '../acting.ts'
import { record } from '../record.server.ts'

/** The second person does not agree, and says why to the first. */
export function sendBackFinding({ db, actor, now }: Acting, reviewId: string, reason: string) {
  return writing(db, async (tx) => {
    const found = await loadReviewed(tx, reviewId)
    if (!found) return refuse('review-missing')
    const decision = rules.sendBackFinding(found.review, found, actor, reason, now)
    if (!decision.ok) return decision

    await saveReview(tx, decision.value.review, reason)
    // With a correction out of the way the commitment may be ready to close by itself.
    await refreshStanding(tx, found.commitment.id, now)
    await record(tx, decision.value.act)
    return decision
  })
}
