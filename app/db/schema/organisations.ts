import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'

import { stakeholderGroups } from '#app/domain/declarations/declaration.ts'
import { organisationStates } from '#app/domain/organisations/organisation-state.ts'
import { memberRoles } from '#app/domain/shared/actor.ts'
import type { LocalText } from '#app/domain/shared/language.ts'

export const organisations = sqliteTable(
  'organisations',
  {
    id: text().primaryKey(),
    state: text({ enum: organisationStates }).notNull(),
    names: text({ mode: 'json' }).$type<LocalText>().notNull(),
    lang: text().notNull(),
    /** What lists are sorted by: the name in English where there is one. */
    sortName: text('sort_name').notNull(),
    group: text({ enum: stakeholderGroups }).notNull(),
    country: text(),
    website: text().notNull(),
    identifier: text(),
    identityCheck: text('identity_check').notNull(),
    invented: integer({ mode: 'boolean' }).notNull().default(false),
    externalId: text('external_id'),
    createdAt: integer('created_at', { mode: 'timestamp_ms' }).notNull(),
    decidedAt: integer('decided_at', { mode: 'timestamp_ms' }),
    /** When it was first verified: the day it joined the public register. */
    joinedAt: integer('joined_at', { mode: 'timestamp_ms' }),
    reason: text().notNull().default(''),
  },
  (table) => [
    index('organisations_by_name').on(table.state, table.sortName, table.id),
    index('organisations_by_group').on(table.group, table.sortName, table.id),
    uniqueIndex('organisations_external').on(table.externalId),
  ],
)

export const members = sqliteTable(
  'members',
  {
    id: text().primaryKey(),
    organisationId: text('organisation_id')
      .notNull()
      .references(() => organisations.id),
    userId: text('user_id').notNull(),
    role: text({ enum: memberRoles }).notNull(),
    since: integer({ mode: 'timestamp_ms' }).notNull(),
    until: integer({ mode: 'timestamp_ms' }),
  },
  (table) => [
    index('members_by_user').on(table.userId),
    uniqueIndex('members_once')
      .on(table.organisationId, table.userId)
      .where(sql`${table.until} IS NULL`),
  ],
)

export const invitations = sqliteTable(
  'invitations',
  {
    id: text().primaryKey(),
    /** SHA-256 of the link's token: a stolen database opens no door. */
    tokenHash: text('token_hash').notNull().unique(),
    organisationId: text('organisation_id')
      .notNull()
      .references(() => organisations.id),
    email: text().notNull(),
    role: text({ enum: memberRoles }).notNull(),
    invitedBy: text('invited_by').notNull(),
    expiresAt: integer('expires_at', { mode: 'timestamp_ms' }).notNull(),
    acceptedAt: integer('accepted_at', { mode: 'timestamp_ms' }),
  },
  (table) => [index('invitations_by_organisation').on(table.organisationId)],
)
