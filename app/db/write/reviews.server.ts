import { and, eq } from 'drizzle-orm'

import type { Reply } from '#app/domain/reviews/reply.ts'
import type { Case, Review } from '#app/domain/reviews/review.ts'

import type { Transaction } from '../client.server.ts'
import { replies, reviews } from '../schema/reviews.ts'
import { loadCommitment } from './commitments.server.ts'
import { loadMilestone, loadOtherFindings, loadReport } from './milestones.server.ts'

/** Everything a decision about a report asks for, or undefined when there is no such report. */
export async function loadCase(tx: Transaction, reportId: string): Promise<Case | undefined> {
  const report = await loadReport(tx, reportId)
  const milestone = report && (await loadMilestone(tx, report.milestoneId))
  const commitment = milestone && (await loadCommitment(tx, milestone.commitmentId))
  if (!report || !milestone || !commitment) return undefined
  return { commitment, milestone, report, otherFindings: await loadOtherFindings(tx, milestone) }
}

/** A review with its case, or undefined when there is no such review. */
export async function loadReviewed(
  tx: Transaction,
  reviewId: string,
): Promise<(Case & { review: Review }) | undefined> {
  const review = await tx.select().from(reviews).where(eq(reviews.id, reviewId)).get()
  const found = review && (await loadCase(tx, review.reportId))
  return found && { ...found, review }
}

export const loadOpenCorrections = (tx: Transaction, reportId: string) =>
  tx
    .select({ id: reviews.id })
    .from(reviews)
    .where(
      and(
        eq(reviews.reportId, reportId),
        eq(reviews.kind, 'correction'),
        eq(reviews.state, 'proposed'),
      ),
    )
    .all()

export async function insertReview(tx: Transaction, review: Review, round: number) {
  await tx.insert(reviews).values({ ...review, questions: [...review.questions], round })
}

export async function saveReview(tx: Transaction, review: Review, sentBackReason?: string) {
  const { id, ...rest } = review
  await tx
    .update(reviews)
    .set({
      ...rest,
      questions: [...review.questions],
      ...(sentBackReason === undefined ? {} : { sentBackReason }),
    })
    .where(eq(reviews.id, id))
}

export async function hasReply(tx: Transaction, reviewId: string): Promise<boolean> {
  const row = await tx
    .select({ id: replies.id })
    .from(replies)
    .where(eq(replies.reviewId, reviewId))
    .get()
  return row !== undefined
}

export async function insertReply(tx: Transaction, reply: Reply) {
  await tx.insert(replies).values(reply)
}
