import { writing } from '#app/db/transaction.server.ts'
import { saveReport } from '#app/db/write/milestones.server.ts'
import { loadReviewed, saveReview } from '#app/db/write/reviews.server.ts'
import { refreshStanding } from '#app/db/write/standing.server.ts'
import * as rules from '#app/domain/reviews/review.ts'
import type { FindingInput } from '#app/domain/reviews/review.ts'
import { refuse } from '#app/domain/shared/result.ts'

import type { Acting } from '../acting.ts'
import { record } from '../record.server.ts'

/** Decides a review, or proposes its finding where a second person has to agree. */
export function proposeFinding({ db, actor, now }: Acting, reviewId: string, input: FindingInput) {
  return writing(db, async (tx) => {
    const found = await loadReviewed(tx, reviewId)
    if (!found) return refuse('review-missing')
    const decision = rules.proposeFinding(found.review, found, actor, input, now)
    if (!decision.ok) return decision

    await saveReview(tx, decision.value.review)
    await saveReport(tx, decision.value.report, { userId: actor.userId, now })
    await refreshStanding(tx, found.commitment.id, now)
    await record(tx, decision.value.act)
    return decision
  })
}
