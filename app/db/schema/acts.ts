import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

import {
  actingRoles,
  privateKinds,
  publicKinds,
  type ActKind,
  type Json,
} from '#app/domain/acts/act.ts'

const kinds = [...publicKinds, ...privateKinds] as [ActKind, ...ActKind[]]

/** Everything that ever happened here, public or not; rows are only ever added. */
export const acts = sqliteTable(
  'acts',
  {
    id: text().primaryKey(),
    kind: text({ enum: kinds }).notNull(),
    subject: text().notNull(),
    commitmentId: text('commitment_id'),
    /** Who did it, for the register's own people. No foreign key: acts outlive accounts. */
    userId: text('user_id'),
    organisationId: text('organisation_id'),
    role: text({ enum: actingRoles }).notNull(),
    at: integer({ mode: 'timestamp_ms' }).notNull(),
    fields: text({ mode: 'json' }).$type<Record<string, Json>>().notNull(),
    /** The entry in the public log; null for private acts. */
    entry: integer().unique(),
    /** The network address it was done from, for administrators; never in the log. */
    address: text(),
  },
  (table) => [
    index('acts_of_subject').on(table.subject, table.entry),
    index('acts_of_commitment').on(table.commitmentId, table.entry),
    index('acts_newest').on(table.at),
    index('acts_by_kind').on(table.kind, table.entry),
  ],
)

/** Letters to be sent, written with the act that causes them. */
export const mails = sqliteTable(
  'mails',
  {
    id: text().primaryKey(),
    to: text().notNull(),
    subject: text().notNull(),
    text: text().notNull(),
    locale: text().notNull(),
    /** The public act whose receipt it brings: it waits until that is signed. */
    entry: integer(),
    createdAt: integer('created_at', { mode: 'timestamp_ms' }).notNull(),
    sentAt: integer('sent_at', { mode: 'timestamp_ms' }),
    attempts: integer().notNull().default(0),
    nextAttemptAt: integer('next_attempt_at', { mode: 'timestamp_ms' }),
    lastError: text('last_error').notNull().default(''),
    /** When no further try was planned: the receiver's server refused it, or the tries ran out. */
    gaveUpAt: integer('gave_up_at', { mode: 'timestamp_ms' }),
  },
  (table) => [index('mails_unsent').on(table.sentAt, table.nextAttemptAt)],
)

/** What somebody tried and was refused: no act came of it, administrators see it all the same. */
export const refusedAttempts = sqliteTable(
  'refused_attempts',
  {
    id: text().primaryKey(),
    at: integer({ mode: 'timestamp_ms' }).notNull(),
    userId: text('user_id'),
    address: text(),
    method: text().notNull(),
    path: text().notNull(),
    status: integer().notNull(),
    requestId: text('request_id').notNull(),
  },
  (table) => [
    index('refused_attempts_newest').on(table.at, table.id),
    index('refused_attempts_of_user').on(table.userId, table.at),
  ],
)
