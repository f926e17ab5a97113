import { and, count, eq, gte, inArray, isNotNull, lt, lte, sql, type SQL } from 'drizzle-orm'
import { unionAll } from 'drizzle-orm/sqlite-core'

import { assurances, type Assurance } from '#app/domain/accountability/assurance.ts'
import { outcomes, type Outcome } from '#app/domain/accountability/outcome.ts'
import { publicCommitmentStates } from '#app/domain/commitments/commitment-state.ts'
import {
  clauseOf,
  stakeholderGroups,
  type Declaration,
  type StakeholderGroup,
} from '#app/domain/declarations/declaration.ts'
import { countriesIn, countries, placeOf, regionOf, regions } from '#app/domain/places/m49.ts'
import { addDays, type Day } from '#app/domain/shared/dates.ts'

import type { Database } from '../client.server.ts'
import { commitmentClauses, commitmentPlaces, commitments } from '../schema/commitments.ts'
import { declarations } from '../schema/declarations.ts'
import { milestones, reports } from '../schema/milestones.ts'
import { members } from '../schema/organisations.ts'

/**
 * Somebody could report on it here. An imported plan's organisation that never joined owes this
 * register nothing: its silence is never held against it.
 */
export const leadHasJoined: SQL = sql`exists (select 1 from ${members}
  where ${members.organisationId} = ${commitments.leadId} and ${members.until} is null)`

/**
 * The only commitments a public question ever sees. The plus keeps the planner off the index by
 * state, so that lists are read in the order of the index by date.
 */
export const publicCommitment: SQL = and(
  inArray(sql`+${commitments.state}`, [...publicCommitmentStates]),
  isNotNull(commitments.publishedAt),
)!

/** The outcomes an account is due for: what the headline and its bar are made of. */
export const dueOutcomes = ['kept', 'partly-kept', 'not-kept', 'no-report'] as const

export const dueChoices = ['by-today', 'soon'] as const
export const reportingChoices = ['on-time', 'late', 'missing'] as const
const SOON_DAYS = 60

/** What a list of commitments is narrowed to; everything absent is not asked. */
export type CommitmentFilters = Partial<{
  declaration: string
  clause: string
  group: StakeholderGroup
  country: string
  outcome: Outcome
  assurance: Assurance
  year: string
  organisation: string
  due: (typeof dueChoices)[number]
  reporting: (typeof reportingChoices)[number]
}>
export type FilterName = keyof CommitmentFilters

const oneOf = <choice extends string>(choices: readonly choice[], text: string | null) =>
  choices.find((choice) => choice === text)

/** What an address asks for. A value nothing answers to is left out, never an error. */
export function readFilters(
  search: URLSearchParams,
  known: { declarations: readonly Declaration[]; organisation: string | undefined },
): CommitmentFilters {
  const clause = search.get('clause') ?? ''
  const country = search.get('country') ?? ''
  const year = search.get('year') ?? ''
  const read = {
    declaration: known.declarations.find(({ key }) => key === search.get('declaration'))?.key,
    clause: known.declarations.some((one) => clauseOf(one, clause)) ? clause : undefined,
    group: oneOf(stakeholderGroups, search.get('group')),
    country: country === 'worldwide' || placeOf(country) ? country : undefined,
    outcome: oneOf(outcomes, search.get('outcome')),
    assurance: oneOf(assurances, search.get('assurance')),
    year: /^20\d\d$/.test(year) ? year : undefined,
    organisation: known.organisation,
    due: oneOf(dueChoices, search.get('due')),
    reporting: oneOf(reportingChoices, search.get('reporting')),
  }
  return Object.fromEntries(
    Object.entries(read).filter(([, value]) => value !== undefined),
  ) as CommitmentFilters
}

/** The codes a place stands for: a region means every region and country within it as well. */
function codesWithin(code: string): string[] {
  if (placeOf(code)?.kind === 'country') return [code]
  const inside = regions.filter((region) => region.within.includes(code))
  return [code, ...inside.map((region) => region.code), ...countriesIn(code).map((c) => c.code)]
}

const ofYear = (year: string) =>
  and(
    gte(commitments.publishedAt, new Date(Date.UTC(Number(year), 0, 1))),
    lt(commitments.publishedAt, new Date(Date.UTC(Number(year) + 1, 0, 1))),
  )

/** The day a milestone was first reported on; null while nobody has. */
export const firstReportDay = sql<Day | null>`(select date(min(${reports.reportedAt}) / 1000, 'unixepoch')
  from ${reports} where ${reports.milestoneId} = ${milestones.id})`

function reportingIs(choice: (typeof reportingChoices)[number], today: Day) {
  const within = sql`(select json_extract(${declarations.body}, '$.settings.reportWithinDays')
    from ${declarations} where ${declarations.key} = ${commitments.declaration})`
  const until = sql`date(${milestones.dueOn}, '+' || ${within} || ' days')`
  const arrived = {
    'on-time': sql`${firstReportDay} <= ${until}`,
    late: sql`${firstReportDay} > ${until}`,
    missing: sql`${firstReportDay} is null and ${today} > ${until}`,
  }[choice]
  return sql`${commitments.state} <> 'withdrawn' and exists (select 1 from ${milestones}
    where ${milestones.commitmentId} = ${commitments.id} and ${milestones.dueOn} <= ${today} and ${arrived})`
}

const under = (clause: string) =>
  sql`exists (select 1 from ${commitmentClauses} where ${commitmentClauses.clause} = ${clause}
    and ${commitmentClauses.commitmentId} = ${commitments.id})`

function inPlace(code: string): SQL {
  if (code === 'worldwide') return eq(commitments.worldwide, true)
  return sql`exists (select 1 from ${commitmentPlaces}
    where ${inArray(commitmentPlaces.place, codesWithin(code))}
    and ${commitmentPlaces.commitmentId} = ${commitments.id})`
}

/** A milestone of a commitment in force that falls due within sixty days, and no report stands. */
export const dueSoonMilestone = (today: Day) =>
  and(
    sql`+${commitments.state} = 'published'`,
    gte(milestones.dueOn, today),
    lte(milestones.dueOn, addDays(today, SOON_DAYS)),
    sql`not exists (select 1 from ${reports} where ${reports.milestoneId} = ${milestones.id}
      and ${reports.state} not in ('drafted', 'returned'))`,
  )!

const dueIs = (choice: (typeof dueChoices)[number], today: Day) =>
  choice === 'by-today'
    ? inArray(commitments.outcome, [...dueOutcomes])
    : sql`exists (select 1 from ${milestones}
        where ${milestones.commitmentId} = ${commitments.id} and ${dueSoonMilestone(today)})`

/** The filters as one condition; `except` leaves one out, to count what it could be set to. */
export function conditionOf(
  filters: CommitmentFilters,
  today: Day,
  except: readonly FilterName[] = [],
): SQL {
  const conditions: Record<FilterName, (value: string) => SQL | undefined> = {
    declaration: (value) => eq(commitments.declaration, value),
    clause: under,
    group: () => filters.group && eq(commitments.group, filters.group),
    country: inPlace,
    outcome: () => filters.outcome && eq(commitments.outcome, filters.outcome),
    assurance: () => filters.assurance && eq(commitments.assurance, filters.assurance),
    year: ofYear,
    organisation: (value) => eq(commitments.leadId, value),
    due: () => filters.due && dueIs(filters.due, today),
    reporting: () => filters.reporting && reportingIs(filters.reporting, today),
  }
  const asked = (Object.entries(filters) as [FilterName, string][])
    .filter(([name]) => !except.includes(name))
    .map(([name, value]) => conditions[name](value))
  return and(publicCommitment, ...asked)!
}

export type FacetName = Exclude<FilterName, 'organisation' | 'due' | 'reporting'>
/** What a filter could be set to, with how many commitments would be left. */
export type Facets = Record<FacetName, { value: string; count: number }[]>

const REGIONS = JSON.stringify(
  countries
    .flatMap(({ code }) => {
      const region = regionOf(code)
      return region ? [[code, region.code]] : []
    })
    .concat(regions.map((region) => [region.code, region.within.at(-1) ?? region.code])),
)

/** One statement for all filters: each counted with every other one applied. */
export function facetCounts(db: Database, filters: CommitmentFilters, today: Day) {
  const grouped = (facet: FacetName, value: SQL, except: FacetName[] = [facet]) =>
    db
      .select({
        facet: sql<FacetName>`${facet}`,
        value: sql<string>`${value}`.as('value'),
        count: count(),
      })
      .from(commitments)
      .where(and(conditionOf(filters, today, except), sql`${value} is not null`))
      .groupBy(sql`2`)
  const place = conditionOf(filters, today, ['country'])
  return unionAll(
    grouped('declaration', sql`${commitments.declaration}`, ['declaration', 'clause']),
    grouped('group', sql`${commitments.group}`),
    grouped('outcome', sql`${commitments.outcome}`),
    grouped('assurance', sql`${commitments.assurance}`),
    grouped('year', sql`strftime('%Y', ${commitments.publishedAt} / 1000, 'unixepoch')`),
    db
      .select({ facet: sql<FacetName>`'clause'`, value: commitmentClauses.clause, count: count() })
      .from(commitmentClauses)
      .innerJoin(commitments, eq(commitments.id, commitmentClauses.commitmentId))
      .where(conditionOf(filters, today, ['clause']))
      .groupBy(commitmentClauses.clause),
    db
      .select({ facet: sql<FacetName>`'country'`, value: commitmentPlaces.place, count: count() })
      .from(commitmentPlaces)
      .innerJoin(commitments, eq(commitments.id, commitmentPlaces.commitmentId))
      .where(and(place, sql`length(${commitmentPlaces.place}) = 2`))
      .groupBy(commitmentPlaces.place),
    db
      .select({
        facet: sql<FacetName>`'country'`,
        value: sql<string>`region.value ->> 1`,
        count: sql<number>`count(distinct ${commitments.id})`,
      })
      .from(commitmentPlaces)
      .innerJoin(commitments, eq(commitments.id, commitmentPlaces.commitmentId))
      .innerJoin(
        sql`json_each(${REGIONS}) as region`,
        sql`region.value ->> 0 = ${commitmentPlaces.place}`,
      )
      .where(place)
      .groupBy(sql`2`),
    db
      .select({ facet: sql<FacetName>`'country'`, value: sql<string>`'worldwide'`, count: count() })
      .from(commitments)
      .where(and(place, eq(commitments.worldwide, true)))
      .having(sql`count(*) > 0`),
  )
}

export function facetsOf(rows: Awaited<ReturnType<typeof facetCounts>>): Facets {
  const facets: Facets = {
    declaration: [],
    clause: [],
    group: [],
    country: [],
    outcome: [],
    assurance: [],
    year: [],
  }
  for (const { facet, value, count: n } of rows) facets[facet].push({ value, count: n })
  return facets
}
