import { index, integer, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core'

import type { MilestoneTerms } from '#app/domain/commitments/terms.ts'
import { reportStates } from '#app/domain/milestones/report-state.ts'
import type { ReportDraft, ReportInput } from '#app/domain/milestones/report.ts'

import { commitments } from './commitments.ts'

/** The milestones of a published commitment's current version; drafts keep theirs in the terms. */
export const milestones = sqliteTable(
  'milestones',
  {
    id: text().primaryKey(),
    commitmentId: text('commitment_id')
      .notNull()
      .references(() => commitments.id),
    position: integer().notNull(),
    title: text().notNull(),
    dueOn: text('due_on').notNull(),
    unit: text().notNull(),
    baseline: real(),
    target: real().notNull(),
    terms: text({ mode: 'json' }).$type<MilestoneTerms>().notNull(),
  },
  (table) => [
    index('milestones_of_commitment').on(table.commitmentId, table.position),
    index('milestones_by_due').on(table.dueOn, table.id),
  ],
)

export const reports = sqliteTable(
  'reports',
  {
    id: text().primaryKey(),
    milestoneId: text('milestone_id')
      .notNull()
      .references(() => milestones.id),
    state: text({ enum: reportStates }).notNull(),
    /** The working copy; what was handed in stands in report_rounds and never changes. */
    content: text({ mode: 'json' }).$type<ReportDraft>(),
    rounds: integer().notNull().default(0),
    createdAt: integer('created_at', { mode: 'timestamp_ms' }).notNull(),
    updatedAt: integer('updated_at', { mode: 'timestamp_ms' }).notNull(),
    updatedBy: text('updated_by').notNull(),
    /** First and newest handing in; the day it was last sent back. */
    reportedAt: integer('reported_at', { mode: 'timestamp_ms' }),
    lastReportedAt: integer('last_reported_at', { mode: 'timestamp_ms' }),
    returnedAt: integer('returned_at', { mode: 'timestamp_ms' }),
  },
  (table) => [
    index('reports_of_milestone').on(table.milestoneId, table.createdAt),
    index('reports_by_state').on(table.state, table.lastReportedAt),
  ],
)

export const reportRounds = sqliteTable(
  'report_rounds',
  {
    reportId: text('report_id')
      .notNull()
      .references(() => reports.id),
    round: integer().notNull(),
    content: text({ mode: 'json' }).$type<ReportInput>().notNull(),
    at: integer({ mode: 'timestamp_ms' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.reportId, table.round] })],
)
