import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'

import { assurances } from '#app/domain/accountability/assurance.ts'
import { outcomes } from '#app/domain/accountability/outcome.ts'
import type { Change } from '#app/domain/commitments/amendment.ts'
import { commitmentStates } from '#app/domain/commitments/commitment-state.ts'
import type { Provenance, Question } from '#app/domain/commitments/commitment.ts'
import { partyStates } from '#app/domain/commitments/party-state.ts'
import type { DraftTerms, Terms } from '#app/domain/commitments/terms.ts'
import { stakeholderGroups } from '#app/domain/declarations/declaration.ts'

import { declarations } from './declarations.ts'
import { organisations } from './organisations.ts'

export const commitments = sqliteTable(
  'commitments',
  {
    id: text().primaryKey(),
    declaration: text()
      .notNull()
      .references(() => declarations.key),
    number: text().unique(),
    state: text({ enum: commitmentStates }).notNull(),
    version: integer().notNull().default(0),
    leadId: text('lead_id')
      .notNull()
      .references(() => organisations.id),
    /** The lead's group, copied at drafting: groups of organisations never change. */
    group: text({ enum: stakeholderGroups }).notNull(),
    terms: text({ mode: 'json' }).$type<DraftTerms>().notNull(),
    title: text().notNull().default(''),
    lang: text().notNull().default('en'),
    clause: text(),
    startOn: text('start_on'),
    endOn: text('end_on'),
    worldwide: integer({ mode: 'boolean' }).notNull().default(false),
    /** Derived by domain/accountability and kept here so that lists can filter by it. */
    outcome: text({ enum: outcomes }),
    assurance: text({ enum: assurances }),
    nextDueOn: text('next_due_on'),
    /** No later than the day the above next changes by itself; null while only an act can do it. */
    turnsOn: text('turns_on'),
    externalId: text('external_id'),
    provenance: text({ mode: 'json' }).$type<Provenance>(),
    invented: integer({ mode: 'boolean' }).notNull().default(false),
    createdBy: text('created_by').notNull(),
    createdAt: integer('created_at', { mode: 'timestamp_ms' }).notNull(),
    updatedAt: integer('updated_at', { mode: 'timestamp_ms' }).notNull(),
    updatedBy: text('updated_by').notNull(),
    submittedAt: integer('submitted_at', { mode: 'timestamp_ms' }),
    publishedAt: integer('published_at', { mode: 'timestamp_ms' }),
    endedAt: integer('ended_at', { mode: 'timestamp_ms' }),
    endReason: text('end_reason').notNull().default(''),
  },
  (table) => [
    index('commitments_newest').on(table.publishedAt, table.id),
    index('commitments_by_outcome').on(table.outcome, table.publishedAt, table.id),
    index('commitments_by_group').on(table.group, table.publishedAt, table.id),
    index('commitments_by_declaration').on(table.declaration, table.publishedAt, table.id),
    index('commitments_by_lead').on(table.leadId, table.publishedAt, table.id),
    index('commitments_by_due').on(table.nextDueOn, table.id),
    index('commitments_by_turn').on(table.turnsOn),
    index('commitments_by_state').on(table.state, table.submittedAt),
    uniqueIndex('commitments_external').on(table.declaration, table.externalId),
  ],
)

export const commitmentClauses = sqliteTable(
  'commitment_clauses',
  {
    commitmentId: text('commitment_id')
      .notNull()
      .references(() => commitments.id),
    clause: text().notNull(),
    primary: integer({ mode: 'boolean' }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.clause, table.commitmentId] }),
    index('clauses_of_commitment').on(table.commitmentId),
  ],
)

export const commitmentPlaces = sqliteTable(
  'commitment_places',
  {
    commitmentId: text('commitment_id')
      .notNull()
      .references(() => commitments.id),
    place: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.place, table.commitmentId] }),
    index('places_of_commitment').on(table.commitmentId),
  ],
)

export const commitmentVersions = sqliteTable(
  'commitment_versions',
  {
    commitmentId: text('commitment_id')
      .notNull()
      .references(() => commitments.id),
    version: integer().notNull(),
    terms: text({ mode: 'json' }).$type<Terms>().notNull(),
    changes: text({ mode: 'json' }).$type<Change[]>().notNull(),
    reason: text().notNull(),
    at: integer({ mode: 'timestamp_ms' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.commitmentId, table.version] })],
)

/** The next serial of each declaration and year; a number once allotted is never reused. */
export const serials = sqliteTable(
  'serials',
  {
    declaration: text().notNull(),
    year: integer().notNull(),
    last: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.declaration, table.year] })],
)

export const parties = sqliteTable(
  'parties',
  {
    id: text().primaryKey(),
    commitmentId: text('commitment_id')
      .notNull()
      .references(() => commitments.id),
    organisationId: text('organisation_id')
      .notNull()
      .references(() => organisations.id),
    kind: text({ enum: ['lead', 'partner'] }).notNull(),
    role: text().notNull(),
    share: text().notNull(),
    state: text({ enum: partyStates }).notNull(),
    invitedAt: integer('invited_at', { mode: 'timestamp_ms' }).notNull(),
    answeredAt: integer('answered_at', { mode: 'timestamp_ms' }),
    reason: text().notNull().default(''),
  },
  (table) => [
    index('parties_of_commitment').on(table.commitmentId),
    index('parties_by_organisation').on(table.organisationId, table.state),
  ],
)

/** Each decision taken at the door, with who took it. A trigger refuses conflicted people. */
export const screenings = sqliteTable(
  'screenings',
  {
    id: text().primaryKey(),
    commitmentId: text('commitment_id')
      .notNull()
      .references(() => commitments.id),
    coordinatorId: text('coordinator_id').notNull(),
    decision: text({ enum: ['published', 'returned', 'declined'] }).notNull(),
    reason: text().notNull().default(''),
    questions: text({ mode: 'json' }).$type<Question[]>().notNull(),
    at: integer({ mode: 'timestamp_ms' }).notNull(),
  },
  (table) => [index('screenings_of_commitment').on(table.commitmentId, table.at)],
)
