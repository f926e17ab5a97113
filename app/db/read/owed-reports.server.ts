import { and, asc, eq } from 'drizzle-orm'

import type { DeclarationSettings } from '#app/domain/declarations/declaration.ts'
import { replyUntil } from '#app/domain/reviews/reply.ts'
import { dayOf } from '#app/domain/shared/dates.ts'

import type { Database } from '../client.server.ts'
import { commitments } from '../schema/commitments.ts'
import { declarations } from '../schema/declarations.ts'
import { milestones, reports } from '../schema/milestones.ts'
import { replies, reviews } from '../schema/reviews.ts'
import { declarationSettings, namedCommitment } from './owed-milestones.server.ts'

/** The newest decision on each report that nobody has answered and that can still be answered. */
export async function findingsOpenForReply(db: Database, leadId: string, now: Date) {
  const rows = await db
    .select({
      review: { id: reviews.id, reportId: reviews.reportId, decidedAt: reviews.decidedAt },
      replied: replies.id,
      commitment: namedCommitment,
      milestone: { id: milestones.id, title: milestones.title },
      settings: declarationSettings,
    })
    .from(reviews)
    .leftJoin(replies, eq(replies.reviewId, reviews.id))
    .innerJoin(reports, eq(reports.id, reviews.reportId))
    .innerJoin(milestones, eq(milestones.id, reports.milestoneId))
    .innerJoin(commitments, eq(commitments.id, milestones.commitmentId))
    .innerJoin(declarations, eq(declarations.key, commitments.declaration))
    .where(and(eq(commitments.leadId, leadId), eq(reviews.state, 'decided')))
    .orderBy(asc(reviews.decidedAt), asc(reviews.id))
  const latest = new Map(rows.map((row) => [row.review.reportId, row]))
  return [...latest.values()].filter(
    ({ review, replied, settings }) => replied === null && isOpen(review.decidedAt, settings, now),
  )
}

const isOpen = (decidedAt: Date | null, settings: DeclarationSettings, now: Date) =>
  decidedAt !== null && dayOf(now) <= replyUntil(decidedAt, settings)

/** The first question of each report that was sent back, by report. */
export async function reportQuestions(db: Database, leadId: string) {
  const rows = await db
    .select({ reportId: reviews.reportId, questions: reviews.questions })
    .from(reviews)
    .innerJoin(reports, eq(reports.id, reviews.reportId))
    .innerJoin(milestones, eq(milestones.id, reports.milestoneId))
    .innerJoin(commitments, eq(commitments.id, milestones.commitmentId))
    .where(
      and(
        eq(commitments.leadId, leadId),
        eq(reports.state, 'returned'),
        eq(reviews.state, 'returned'),
      ),
    )
    .orderBy(asc(reviews.decidedAt))
  return new Map(rows.map(({ reportId, questions }) => [reportId, questions[0]?.text ?? null]))
}
