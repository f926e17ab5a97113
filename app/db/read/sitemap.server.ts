import { and, asc, eq, gte, inArray, isNotNull, lt, sql } from 'drizzle-orm'

import { pageOf } from '#app/domain/browsing/public-index.ts'
import { clausesOf } from '#app/domain/declarations/declaration.ts'

import type { Database } from '../client.server.ts'
import { acts } from '../schema/acts.ts'
import { commitments } from '../schema/commitments.ts'
import { organisations } from '../schema/organisations.ts'
import { openedDeclarations } from './declarations.server.ts'
import { publicCommitment } from './filters.server.ts'
import { recordState } from './log-head.server.ts'
import { publicIndex } from './public-index.server.ts'
import { newestActAt } from './summaries.server.ts'

/** Every public commitment, the first published first: a slice of them never loses its place. */
export async function publishedInOrder(db: Database, now: Date): Promise<string[]> {
  const index = await publicIndex(db, now)
  return pageOf(index, index.all, { sort: 'newest', limit: Infinity }).ids.reverse()
}

export const commitmentAddresses = (db: Database, ids: readonly string[]) =>
  db
    .select({
      id: commitments.id,
      key: sql<string>`${commitments.number}`,
      changedAt: newestActAt,
    })
    .from(commitments)
    .where(sql`${inArray(commitments.id, [...ids])} and ${publicCommitment}`)

/** Organisations stay public once they have joined, whatever becomes of them. */
export const joinedInOrder = async (db: Database): Promise<string[]> => {
  const rows = await db
    .select({ id: organisations.id })
    .from(organisations)
    .where(isNotNull(organisations.joinedAt))
    .orderBy(asc(organisations.id))
  return rows.map(({ id }) => id)
}

export const organisationAddresses = (db: Database, ids: readonly string[]) =>
  db
    .select({
      id: organisations.id,
      key: organisations.id,
      changedAt: sql<number>`(select ${acts.at} from ${acts}
        where ${eq(acts.subject, organisations.id)} and ${acts.entry} >= 0
        order by ${acts.entry} desc limit 1)`,
    })
    .from(organisations)
    .where(inArray(organisations.id, [...ids]))

/** Some entries of the public log, and when each was written. */
export const entryAddresses = (db: Database, from: number, to: number) =>
  db
    .select({ entry: sql<number>`${acts.entry}`, at: acts.at })
    .from(acts)
    .where(and(gte(acts.entry, from), lt(acts.entry, to)))
    .orderBy(asc(acts.entry))

/** The declarations with their clauses, and when the record as a whole has last changed. */
export async function standingAddresses(db: Database, now: Date) {
  const opened = await openedDeclarations(db)
  const { asOf } = await recordState(db, now)
  return {
    declarations: opened.map(({ body }) => body.key),
    clauses: opened.flatMap(({ body }) => clausesOf(body).map(({ key }) => key)),
    changedAt: asOf,
  }
}
