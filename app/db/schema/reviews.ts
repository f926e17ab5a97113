import { index, integer, real, sqliteTable, text } from 'drizzle-orm/sqlite-core'

import type { Question } from '#app/domain/commitments/commitment.ts'
import { findings } from '#app/domain/milestones/report-state.ts'
import { stancesOnFinding } from '#app/domain/reviews/reply.ts'
import { reviewStates } from '#app/domain/reviews/review.ts'
import type { Scores } from '#app/domain/reviews/rubric.ts'

import { reports } from './milestones.ts'

/** One look at one report, or a correction. A trigger refuses conflicted people. */
export const reviews = sqliteTable(
  'reviews',
  {
    id: text().primaryKey(),
    reportId: text('report_id')
      .notNull()
      .references(() => reports.id),
    /** The round of the report that was looked at. */
    round: integer().notNull(),
    kind: text({ enum: ['review', 'correction'] }).notNull(),
    state: text({ enum: reviewStates }).notNull(),
    coordinatorId: text('coordinator_id').notNull(),
    confirmedById: text('confirmed_by_id'),
    finding: text({ enum: findings }),
    reviewedValue: real('reviewed_value'),
    reasons: text().notNull().default(''),
    scores: text({ mode: 'json' }).$type<Scores>(),
    rubricVersion: integer('rubric_version').notNull(),
    questions: text({ mode: 'json' }).$type<Question[]>().notNull(),
    /** What the second person said when the finding was sent back. */
    sentBackReason: text('sent_back_reason').notNull().default(''),
    openedAt: integer('opened_at', { mode: 'timestamp_ms' }).notNull(),
    decidedAt: integer('decided_at', { mode: 'timestamp_ms' }),
  },
  (table) => [
    index('reviews_of_report').on(table.reportId, table.openedAt),
    index('reviews_by_state').on(table.state, table.openedAt),
  ],
)

export const replies = sqliteTable('replies', {
  id: text().primaryKey(),
  reviewId: text('review_id')
    .notNull()
    .unique()
    .references(() => reviews.id),
  stance: text({ enum: stancesOnFinding }).notNull(),
  lang: text().notNull(),
  text: text().notNull(),
  at: integer({ mode: 'timestamp_ms' }).notNull(),
})
