import { and, asc, inArray, sql } from 'drizzle-orm'

import type { OrganisationSummary } from '#app/domain/open-data/organisation-summary.ts'
import { instantOf } from '#app/domain/open-data/public-commitment.ts'

import type { Database } from '../client.server.ts'
import { acts } from '../schema/acts.ts'
import { commitments } from '../schema/commitments.ts'
import { organisations } from '../schema/organisations.ts'
import { logNow } from './chosen-commitments.server.ts'
import { publicCommitment } from './filters.server.ts'
import {
  organisationsLike,
  publicOrganisation,
  readOrganisationFilters,
} from './organisations.server.ts'

/** All organisations that an address chooses, as the list's page would show them page by page. */
export async function chosenOrganisations(db: Database, search: URLSearchParams, now: Date) {
  const state = await logNow(db, now)
  const filters = readOrganisationFilters(search)
  const rows = await db
    .select({ id: organisations.id })
    .from(organisations)
    .where(organisationsLike(filters))
    .orderBy(asc(organisations.sortName), asc(organisations.id))
  return { filters, ids: rows.map(({ id }) => id), ...state }
}
export type ChosenOrganisations = Awaited<ReturnType<typeof chosenOrganisations>>

// The table's name before its column: alone it would be the inner table's.
const newestActAt = sql<number>`(select ${acts.at} from ${acts}
  where ${acts.subject} = ${organisations}.id and ${acts.entry} >= 0
  order by ${acts.entry} desc limit 1)`
const led = sql<number>`(select count(*) from ${commitments}
  where ${commitments.leadId} = ${organisations}.id and ${publicCommitment})`

export const organisationSummaryRows = (db: Database, ids: readonly string[]) =>
  db
    .select({
      id: organisations.id,
      state: sql<OrganisationSummary['state']>`${organisations.state}`,
      names: organisations.names,
      lang: organisations.lang,
      group: organisations.group,
      country: organisations.country,
      website: organisations.website,
      identifier: organisations.identifier,
      invented: organisations.invented,
      joinedAt: sql<number>`${organisations.joinedAt}`,
      updatedAt: newestActAt,
      commitments: led,
    })
    .from(organisations)
    .where(and(inArray(organisations.id, [...ids]), publicOrganisation))

/** What lists say of these organisations, in the order asked; of what is not public, nothing. */
export async function organisationSummaries(
  db: Database,
  ids: readonly string[],
): Promise<Omit<OrganisationSummary, 'url'>[]> {
  const rows = await organisationSummaryRows(db, ids)
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => {
    const row = byId.get(id)
    if (!row) return []
    const { names, joinedAt, updatedAt, country, ...rest } = row
    const { [row.lang]: name = '', ...translations } = names
    return [
      {
        ...rest,
        name,
        translations,
        country: country ?? 'worldwide',
        joinedAt: instantOf(new Date(joinedAt)),
        updatedAt: instantOf(new Date(updatedAt)),
      },
    ]
  })
}
