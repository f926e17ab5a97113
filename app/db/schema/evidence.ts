import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

import { evidenceStates } from '#app/domain/evidence/evidence-state.ts'
import { scanResults } from '#app/domain/evidence/scan.ts'

import { reports } from './milestones.ts'

export const evidence = sqliteTable(
  'evidence',
  {
    id: text().primaryKey(),
    reportId: text('report_id')
      .notNull()
      .references(() => reports.id),
    kind: text({ enum: ['file', 'link', 'dataset'] }).notNull(),
    title: text().notNull(),
    lang: text().notNull(),
    access: text({ enum: ['public', 'held'] }).notNull(),
    heldReason: text('held_reason').notNull(),
    state: text({ enum: evidenceStates }).notNull(),
    url: text(),
    fileName: text('file_name'),
    storedName: text('stored_name'),
    mediaType: text('media_type'),
    size: integer(),
    sha256: text(),
    /** What a virus scanner said of it; null for links. */
    scan: text({ enum: scanResults }),
    /** The round it was first handed in with; null while its report is still a draft. */
    round: integer(),
    addedAt: integer('added_at', { mode: 'timestamp_ms' }).notNull(),
    addedBy: text('added_by').notNull(),
  },
  (table) => [
    index('evidence_of_report').on(table.reportId, table.addedAt),
    index('evidence_by_hash').on(table.sha256),
  ],
)

/** Which coordinator has opened which piece; the review screen counts these. */
export const evidenceOpenings = sqliteTable(
  'evidence_openings',
  {
    evidenceId: text('evidence_id')
      .notNull()
      .references(() => evidence.id),
    coordinatorId: text('coordinator_id').notNull(),
    at: integer({ mode: 'timestamp_ms' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.evidenceId, table.coordinatorId] })],
)
