import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

import { redactionBases, redactionStates } from '#app/domain/redactions/redaction-state.ts'

import { commitments } from './commitments.ts'

/**
 * A wish to withhold words or evidence of a public record: proposed by one coordinator, carried
 * out or refused by another. Triggers refuse conflicted people and one person doing both.
 */
export const redactions = sqliteTable(
  'redactions',
  {
    id: text().primaryKey(),
    commitmentId: text('commitment_id')
      .notNull()
      .references(() => commitments.id),
    state: text({ enum: redactionStates }).notNull(),
    basis: text({ enum: redactionBases }).notNull(),
    /** Printed on the public record: never repeats what is withheld. */
    reason: text().notNull(),
    /** The exact words to withhold; emptied when it is carried out or refused. */
    words: text({ mode: 'json' }).$type<string[]>().notNull(),
    evidenceIds: text('evidence_ids', { mode: 'json' }).$type<string[]>().notNull(),
    proposedBy: text('proposed_by').notNull(),
    proposedAt: integer('proposed_at', { mode: 'timestamp_ms' }).notNull(),
    decidedBy: text('decided_by'),
    decidedAt: integer('decided_at', { mode: 'timestamp_ms' }),
    refusedReason: text('refused_reason').notNull().default(''),
    /** When the last trace was gone from the data folder; until then the erasure is owed. */
    erasedAt: integer('erased_at', { mode: 'timestamp_ms' }),
  },
  (table) => [
    index('redactions_by_state').on(table.state, table.proposedAt),
    index('redactions_of_commitment').on(table.commitmentId),
  ],
)

/** A row stands here only inside the transaction of a redaction: it opens the append-only tables. */
export const redactionPass = sqliteTable('redaction_pass', { id: text().primaryKey() })

/** Files whose bytes are still to be removed from the store; the record forgot them already. */
export const doomedFiles = sqliteTable('doomed_files', {
  storedName: text('stored_name').primaryKey(),
  since: integer({ mode: 'timestamp_ms' }).notNull(),
})
