import { inArray, sql } from 'drizzle-orm'

import { reviews } from '../schema/reviews.ts'

/** What the public is told of a look. Who the coordinators are, and what they still weigh, is not. */
export const publicReviewColumns = {
  id: reviews.id,
  reportId: reviews.reportId,
  round: reviews.round,
  kind: reviews.kind,
  state: reviews.state,
  finding: reviews.finding,
  reviewedValue: reviews.reviewedValue,
  reasons: reviews.reasons,
  scores: reviews.scores,
  questions: reviews.questions,
  people: sql<1 | 2>`1 + (${reviews.confirmedById} is not null)`,
}

/**
 * What coordinators decided or sent back. The plus keeps the planner off the index by state, which
 * holds every review there is.
 */
export const publicReview = inArray(sql`+${reviews.state}`, ['decided', 'returned'])
