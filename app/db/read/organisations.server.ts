import {
  and,
  asc,
  count,
  desc,
  eq,
  gt,
  inArray,
  isNotNull,
  isNull,
  sql,
  type SQL,
} from 'drizzle-orm'
import { unionAll } from 'drizzle-orm/sqlite-core'

import { punctualityOf } from '#app/domain/accountability/punctuality.ts'
import type { PublicKind } from '#app/domain/acts/act.ts'
import { latenessOf, promptnessByYear } from '#app/domain/browsing/due-index.ts'
import { countsOf, pageOf, select } from '#app/domain/browsing/public-index.ts'
import {
  clausesOf,
  stakeholderGroups,
  type StakeholderGroup,
} from '#app/domain/declarations/declaration.ts'
import { countriesIn, placeOf, regionOf } from '#app/domain/places/m49.ts'
import { dayOf } from '#app/domain/shared/dates.ts'
import type { Locale } from '#app/domain/shared/language.ts'

import type { Database } from '../client.server.ts'
import { acts } from '../schema/acts.ts'
import { commitments, parties } from '../schema/commitments.ts'
import { organisations } from '../schema/organisations.ts'
import { commitmentRows, listed, organisationName } from './commitments.server.ts'
import { clauseNames, openedDeclarations, tallyOf } from './declarations.server.ts'
import { dueIndex } from './due-index.server.ts'
import { publicCommitment } from './filters.server.ts'
import { PAGE_SIZE, readCursor, shownOf, type Cursor } from './keyset.server.ts'
import { recordState } from './log-head.server.ts'
import { publicIndex } from './public-index.server.ts'
import { joinedOf, owingReports } from './selection.server.ts'

/** Verified at some time; a suspended one stays, marked, with all it promised. */
export const publicOrganisation = inArray(organisations.state, ['verified', 'suspended'])

export type OrganisationFilters = Partial<{ group: StakeholderGroup; country: string }>

export function readOrganisationFilters(search: URLSearchParams): OrganisationFilters {
  const group = stakeholderGroups.find((one) => one === search.get('group'))
  const country = search.get('country') ?? ''
  const known = country === 'worldwide' || placeOf(country) !== undefined
  return { ...(group ? { group } : {}), ...(known ? { country } : {}) }
}

function seated(code: string): SQL {
  if (code === 'worldwide') return isNull(organisations.country)
  const within = countriesIn(code).map((country) => country.code)
  return inArray(organisations.country, [code, ...within])
}

/** Public organisations of that group and seat; `except` leaves one out, to count what it could be. */
export const organisationsLike = (
  { group, country }: OrganisationFilters,
  except?: keyof OrganisationFilters,
): SQL =>
  and(
    publicOrganisation,
    group && except !== 'group' ? eq(organisations.group, group) : undefined,
    country && except !== 'country' ? seated(country) : undefined,
  )!

const beyond = ({ direction, key, id }: Cursor) =>
  direction === 'after'
    ? sql`(${organisations.sortName}, ${organisations.id}) > (${key}, ${id})`
    : sql`(${organisations.sortName}, ${organisations.id}) < (${key}, ${id})`

const made = sql<number>`(select count(*) from ${commitments}
  where ${commitments.leadId} = ${organisations}.id and ${publicCommitment})`

export const organisationRows = (db: Database, where: SQL, cursor?: Cursor) =>
  db
    .select({
      ...organisationName,
      group: organisations.group,
      country: organisations.country,
      sortName: organisations.sortName,
      joinedAt: organisations.joinedAt,
      made,
    })
    .from(organisations)
    .where(and(where, cursor && beyond(cursor)))
    .orderBy(
      ...(cursor?.direction === 'before'
        ? [desc(organisations.sortName), desc(organisations.id)]
        : [asc(organisations.sortName), asc(organisations.id)]),
    )
    .limit(PAGE_SIZE)

const counted = (db: Database, where: SQL) =>
  db.select({ n: count() }).from(organisations).where(where)

const facetCounts = (db: Database, filters: OrganisationFilters) =>
  unionAll(
    db
      .select({
        facet: sql<string>`'group'`,
        value: sql<string>`${organisations.group}`,
        count: count(),
      })
      .from(organisations)
      .where(organisationsLike(filters, 'group'))
      .groupBy(organisations.group),
    db
      .select({
        facet: sql<string>`'country'`,
        value: sql<string>`coalesce(${organisations.country}, 'worldwide')`,
        count: count(),
      })
      .from(organisations)
      .where(organisationsLike(filters, 'country'))
      .groupBy(organisations.country),
  )

/** The public organisations by name; 25 a page, read by key. */
export async function organisationsPage(db: Database, search: URLSearchParams, now: Date) {
  const filters = readOrganisationFilters(search)
  const where = organisationsLike(filters)
  const page = async (cursor?: Cursor) => {
    const [rows, [all], [rest], facets] = await db.batch([
      organisationRows(db, where, cursor),
      counted(db, where),
      counted(db, cursor ? and(where, beyond(cursor))! : sql`false`),
      facetCounts(db, filters),
    ])
    if (cursor?.direction === 'before') rows.reverse()
    const keyed = rows.map((row) => ({ key: row.sortName, id: row.id }))
    return { rows, facets, shown: shownOf(keyed, all?.n ?? 0, cursor, rest?.n ?? 0) }
  }
  const cursor = readCursor(search)
  const first = await page(cursor)
  const short = cursor?.direction === 'before' && first.rows.length < PAGE_SIZE
  const { rows, facets, shown } =
    cursor && (first.rows.length === 0 || short) ? await page() : first
  const countries = facets.filter(({ facet }) => facet === 'country')
  return {
    rows,
    shown,
    filters,
    facets: {
      group: facets.filter(({ facet }) => facet === 'group'),
      region: byRegion(countries),
      country: countries,
    },
    record: await recordState(db, now),
  }
}

function byRegion(countries: readonly { value: string; count: number }[]) {
  const regions = new Map<string, number>()
  for (const { value, count: n } of countries) {
    const region = regionOf(value)
    if (region) regions.set(region.code, (regions.get(region.code) ?? 0) + n)
  }
  return [...regions].map(([value, n]) => ({ value, count: n }))
}

/** Commitments of others that it has accepted a part in. */
const partOf = (db: Database, id: string, locale: Locale) =>
  commitmentRows(
    db,
    inArray(
      commitments.id,
      db
        .select({ id: parties.commitmentId })
        .from(parties)
        .where(
          and(
            eq(parties.organisationId, id),
            eq(parties.state, 'accepted'),
            eq(parties.kind, 'partner'),
          ),
        ),
    ),
    locale,
  )

/** One organisation's account: what it said it would do, and what became of it. */
export async function organisationPage(db: Database, id: string, locale: Locale, now: Date) {
  const today = dayOf(now)
  const newest = [desc(commitments.publishedAt), desc(commitments.id)]
  const [found, opened, outcomes, led, joined, history] = await db.batch([
    db
      .select({
        ...organisationName,
        group: organisations.group,
        country: organisations.country,
        website: organisations.website,
        identifier: organisations.identifier,
        joinedAt: organisations.joinedAt,
      })
      .from(organisations)
      .where(and(eq(organisations.id, id), publicOrganisation)),
    openedDeclarations(db),
    db
      .select({ outcome: commitments.outcome, count: count() })
      .from(commitments)
      .where(and(publicCommitment, eq(commitments.leadId, id)))
      .groupBy(commitments.outcome),
    commitmentRows(db, eq(commitments.leadId, id), locale)
      .orderBy(...newest)
      .limit(PAGE_SIZE),
    partOf(db, id, locale)
      .orderBy(...newest)
      .limit(2 * PAGE_SIZE),
    db
      .select({
        kind: sql<PublicKind>`${acts.kind}`,
        at: acts.at,
        entry: sql<number>`${acts.entry}`,
        reason: sql<string | null>`json_extract(${acts.fields}, '$.reason')`,
      })
      .from(acts)
      .where(and(eq(acts.subject, id), isNotNull(acts.entry), gt(acts.entry, -1)))
      .orderBy(desc(acts.entry)),
  ])
  const [organisation] = found
  if (!organisation) return undefined
  const clauses = clauseNames(opened)
  const [joinedHere, dues] = [await joinedOf(db, [id]), await dueIndex(db)]
  const index = await publicIndex(db, now)
  const underClause = new Map(
    countsOf(index, select(index, { organisation: id }), 'clause').map(({ value, count: n }) => [
      value,
      n,
    ]),
  )
  // What was withdrawn owes no report, and none of it counts as late.
  const owing = select(index, { organisation: id }, { within: owingReports(index, joinedHere) })
  const { ids } = pageOf(index, owing, { sort: 'due', limit: Infinity })
  const owed = new Set(ids)
  return {
    organisation,
    /** The clauses that address its group or that it has led something under. */
    coverage: opened.map(({ body }) => ({
      key: body.key,
      title: body.title,
      clauses: clausesOf(body)
        .map(({ key, number, summary, addressees }) => ({
          key,
          number,
          summary,
          addressed: addressees.includes(organisation.group),
          count: underClause.get(key) ?? 0,
        }))
        .filter((clause) => clause.addressed || clause.count > 0),
    })),
    tally: tallyOf(outcomes),
    /** Whether anybody can report for it here. */
    hasJoined: joinedHere.length > 0,
    punctuality: punctualityOf(latenessOf(dues, today, (one) => owed.has(one))),
    years: promptnessByYear(dues, ids, today),
    led: led.map((row) => listed(row, clauses)),
    joined: joined.map((row) => listed(row, clauses)),
    history,
    record: await recordState(db, now),
  }
}
