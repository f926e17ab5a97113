import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'

import { locales } from '../../domain/shared/language.ts'

export const users = sqliteTable(
  'users',
  {
    id: text('id').primaryKey(),
    /** Lower case: one person, one account. */
    email: text('email').notNull(),
    name: text('name').notNull(),
    locale: text('locale', { enum: locales }).notNull(),
    passwordHash: text('password_hash').notNull(),
    administrator: integer('administrator', { mode: 'boolean' }).notNull().default(false),
    createdAt: integer('created_at', { mode: 'timestamp_ms' }).notNull(),
  },
  (table) => [uniqueIndex('users_email').on(table.email)],
)

export const sessions = sqliteTable(
  'sessions',
  {
    /** SHA-256 of the cookie: a stolen database opens no session. */
    id: text('id').primaryKey(),
    userId: text('user_id')
      .notNull()
      .references(() => users.id),
    /** Seconds, as lucia's adapter keeps them: the end if nothing more is heard. */
    expiresAt: integer('expires_at').notNull(),
    /** Milliseconds: the absolute limit counts from here. */
    createdAt: integer('created_at').notNull(),
  },
  (table) => [index('sessions_user').on(table.userId)],
)

export const coordinators = sqliteTable(
  'coordinators',
  {
    id: text('id').primaryKey(),
    userId: text('user_id')
      .notNull()
      .references(() => users.id),
    appointedAt: integer('appointed_at', { mode: 'timestamp_ms' }).notNull(),
    appointedBy: text('appointed_by')
      .notNull()
      .references(() => users.id),
    endedAt: integer('ended_at', { mode: 'timestamp_ms' }),
  },
  (table) => [index('coordinators_user').on(table.userId)],
)
