import { and, desc, eq, inArray, or, sql, type SQL } from 'drizzle-orm'

import { countOf } from '#app/domain/browsing/bits.ts'
import { select } from '#app/domain/browsing/public-index.ts'
import { clauseOf } from '#app/domain/declarations/declaration.ts'
import type { Locale } from '#app/domain/shared/language.ts'

import type { Database } from '../client.server.ts'
import { acts } from '../schema/acts.ts'
import { commitmentClauses, commitments, parties } from '../schema/commitments.ts'
import { organisations } from '../schema/organisations.ts'
import { openedDeclarations } from './declarations.server.ts'
import { publicCommitment } from './filters.server.ts'
import { FEED_ENTRIES, loggedActs, toldAct } from './log-acts.server.ts'
import { recordState } from './log-head.server.ts'
import { publicOrganisation } from './organisations.server.ts'
import { publicIndex } from './public-index.server.ts'

/** The newest public acts of a kind that a condition picks. */
async function newestActs(db: Database, where: SQL, locale: Locale, now: Date) {
  const rows = await newestActRows(db, where, locale)
  const { asOf } = await recordState(db, now)
  return { acts: rows.map(toldAct), asOf }
}

export const newestActRows = (db: Database, where: SQL, locale: Locale) =>
  loggedActs(db, where, locale).orderBy(desc(acts.entry)).limit(FEED_ENTRIES)

/** What happened last to one record; undefined for one that does not exist for outsiders. */
export async function recordActs(db: Database, number: string, locale: Locale, now: Date) {
  const found = await db
    .select({ id: commitments.id, number: sql<string>`${commitments.number}` })
    .from(commitments)
    .where(and(eq(commitments.number, number), publicCommitment))
    .get()
  return (
    found && { ...found, ...(await newestActs(db, eq(acts.commitmentId, found.id), locale, now)) }
  )
}

/** A clause and its declaration; undefined for a key that nothing has. */
export async function clauseNamed(db: Database, key: string) {
  for (const { body: declaration } of await openedDeclarations(db)) {
    const clause = clauseOf(declaration, key)
    if (clause) return { clause, declaration }
  }
  return undefined
}

/** Of so many, one is soon met with in the newest acts; fewer are looked up one by one. */
const MANY = 500

/** What happened last under one clause. */
export async function clauseActs(db: Database, key: string, locale: Locale, now: Date) {
  const found = await clauseNamed(db, key)
  if (!found) return undefined
  const index = await publicIndex(db, now)
  const under = countOf(select(index, { clause: [key] })) > MANY ? oftenUnder : seldomUnder
  return { ...found, ...(await newestActs(db, under(db, key), locale, now)) }
}

/** The commitments first, then the acts of each, then the newest of all these. */
export const seldomUnder = (db: Database, key: string): SQL =>
  inArray(
    acts.commitmentId,
    db
      .select({ id: commitmentClauses.commitmentId })
      .from(commitmentClauses)
      .where(eq(commitmentClauses.clause, key)),
  )

/** The newest act first, and whether it is about one of them. */
export const oftenUnder = (_db: Database, key: string): SQL =>
  sql`exists (select 1 from ${commitmentClauses} where ${commitmentClauses.clause} = ${key}
    and ${commitmentClauses.commitmentId} = +${acts.commitmentId})`

/** What happened last to an organisation and to the commitments it leads or has a part in. */
export async function organisationActs(db: Database, id: string, locale: Locale, now: Date) {
  const found = await db
    .select({ id: organisations.id, names: organisations.names, lang: organisations.lang })
    .from(organisations)
    .where(and(eq(organisations.id, id), publicOrganisation))
    .get()
  return found && { ...found, ...(await newestActs(db, aboutOrganisation(db, id), locale, now)) }
}

const aboutOrganisation = (db: Database, id: string) =>
  or(
    eq(acts.subject, id),
    inArray(
      acts.commitmentId,
      db.select({ id: commitments.id }).from(commitments).where(eq(commitments.leadId, id)),
    ),
    inArray(
      acts.commitmentId,
      db
        .select({ id: parties.commitmentId })
        .from(parties)
        .where(and(eq(parties.organisationId, id), eq(parties.state, 'accepted'))),
    ),
  )!
