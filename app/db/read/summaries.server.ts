import { and, eq, inArray, sql } from 'drizzle-orm'

import { instantOf } from '#app/domain/open-data/public-commitment.ts'
import type { CommitmentSummary } from '#app/domain/open-data/summary.ts'
import type { LocalText } from '#app/domain/shared/language.ts'

import type { Database } from '../client.server.ts'
import { acts } from '../schema/acts.ts'
import { commitmentClauses, commitmentPlaces, commitments } from '../schema/commitments.ts'
import { milestones } from '../schema/milestones.ts'
import { organisations } from '../schema/organisations.ts'
import { publicCommitment } from './filters.server.ts'

const ofThis = sql`= ${commitments.id}`

/** The words in other languages, by language; JSON, as are the lists below. */
const translations = sql<string>`(select json_group_object(each.key, each.value ->> '$.title')
  from json_each(${commitments.terms}, '$.translations') as each)`
const clauses = sql<string>`(select json_group_array(clause) from (
  select ${commitmentClauses.clause} as clause from ${commitmentClauses}
  where ${commitmentClauses.commitmentId} ${ofThis}
  order by ${commitmentClauses.primary} desc, ${commitmentClauses.clause}))`
const places = sql<string>`(select json_group_array(place) from (
  select ${commitmentPlaces.place} as place from ${commitmentPlaces}
  where ${commitmentPlaces.commitmentId} ${ofThis} order by ${commitmentPlaces.place}))`
const milestoneCount = sql<number>`(select count(*) from ${milestones}
  where ${milestones.commitmentId} ${ofThis})`
/** The moment of the newest public act about a commitment. */
export const newestActAt = sql<number>`(select ${acts.at} from ${acts}
  where ${acts.commitmentId} ${ofThis} and ${acts.entry} >= 0
  order by ${acts.entry} desc limit 1)`

export const summaryRows = (db: Database, ids: readonly string[]) =>
  db
    .select({
      id: commitments.id,
      number: sql<string>`${commitments.number}`,
      declaration: commitments.declaration,
      version: commitments.version,
      title: commitments.title,
      lang: commitments.lang,
      translations,
      leadId: commitments.leadId,
      names: organisations.names,
      leadLang: organisations.lang,
      group: commitments.group,
      country: organisations.country,
      clauses,
      worldwide: commitments.worldwide,
      places,
      startOn: commitments.startOn,
      endOn: commitments.endOn,
      nextDueOn: commitments.nextDueOn,
      outcome: commitments.outcome,
      assurance: commitments.assurance,
      milestones: milestoneCount,
      publishedAt: sql<number>`${commitments.publishedAt}`,
      updatedAt: newestActAt,
      invented: commitments.invented,
      imported: sql<number>`${commitments.provenance} is not null`,
    })
    .from(commitments)
    .innerJoin(organisations, eq(organisations.id, commitments.leadId))
    .where(and(inArray(commitments.id, [...ids]), publicCommitment))

type Row = Awaited<ReturnType<typeof summaryRows>>[number]

/** What lists say of these commitments, in the order asked; of what is not public, nothing. */
export async function commitmentSummaries(
  db: Database,
  ids: readonly string[],
  origin: string,
): Promise<CommitmentSummary[]> {
  const rows = await summaryRows(db, ids)
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => {
    const row = byId.get(id)
    return row ? [summaryIn(row, origin)] : []
  })
}

function summaryIn(row: Row, origin: string): CommitmentSummary {
  const { [row.leadLang]: name = '', ...otherNames } = row.names
  return {
    number: row.number,
    url: `${origin}/r/${row.number}`,
    declaration: row.declaration,
    version: row.version,
    title: row.title,
    lang: row.lang,
    translations: JSON.parse(row.translations) as LocalText,
    lead: {
      id: row.leadId,
      name,
      lang: row.leadLang,
      translations: otherNames,
      group: row.group,
      country: row.country ?? 'worldwide',
    },
    clauses: JSON.parse(row.clauses) as string[],
    worldwide: row.worldwide,
    places: JSON.parse(row.places) as string[],
    startOn: row.startOn,
    endOn: row.endOn,
    nextDueOn: row.nextDueOn,
    outcome: row.outcome,
    assurance: row.assurance,
    milestones: row.milestones,
    publishedAt: instantOf(new Date(row.publishedAt)),
    updatedAt: instantOf(new Date(row.updatedAt)),
    invented: row.invented,
    imported: row.imported === 1,
  }
}
