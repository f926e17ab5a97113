import { setImmediate as othersFirst } from 'node:timers/promises'

import { and, eq, inArray, sql } from 'drizzle-orm'

import { hasBit } from '#app/domain/browsing/bits.ts'
import {
  ALL_YEARS,
  dueIn,
  dueStates,
  isPeriod,
  monthCounts,
  monthOf,
  monthsWithin,
  nearestMonths,
  statesIn,
  yearOf,
  type Asked,
  type DueIndex,
  type DueRow,
  type Period,
} from '#app/domain/browsing/due-index.ts'
import { eachFilter, filterQuery } from '#app/domain/browsing/filters.ts'
import { facetsOf, select } from '#app/domain/browsing/public-index.ts'
import { dayOf, daysBetween, type Day } from '#app/domain/shared/dates.ts'
import type { Locale } from '#app/domain/shared/language.ts'

import type { Database } from '../client.server.ts'
import { commitments } from '../schema/commitments.ts'
import { milestones, reports } from '../schema/milestones.ts'
import { organisations } from '../schema/organisations.ts'
import { organisationName, titleIn } from './commitments.server.ts'
import { clauseNames } from './declarations.server.ts'
import { dueIndex } from './due-index.server.ts'
import { publicCommitment } from './filters.server.ts'
import { PAGE_SIZE, readCursor, shownFrom, type Cursor } from './keyset.server.ts'
import { recordState } from './log-head.server.ts'
import { publicIndex } from './public-index.server.ts'
import { joinedLeads, owingReports, readAsked } from './selection.server.ts'

/** The month or year an address names; this month where it names none. */
export const readPeriod = (search: URLSearchParams, today: Day) => {
  const asked = search.get('month') ?? ''
  return isPeriod(asked) ? asked : monthOf(today)
}

export const readStates = (search: URLSearchParams) => {
  const asked = new Set(search.getAll('state'))
  return dueStates.filter((state) => asked.has(state))
}

/**
 * What an address asks of the milestones: the filters of the list of commitments, applied to the
 * commitments they belong to, except how they were reported on, which is asked of each itself of
 * those on which reports are owed.
 */
export async function askedOf(db: Database, search: URLSearchParams, now: Date) {
  const [{ opened, organisation, filters: read }, joined] = await Promise.all([
    readAsked(db, search),
    search.has('reporting') ? joinedLeads(db, now) : [],
  ])
  const [due, index] = await Promise.all([dueIndex(db), publicIndex(db, now)])
  const { due: _, reporting, ...others } = read
  const chosen = select(index, others, reporting && { within: owingReports(index, joined) })
  const asked: Asked = {
    reporting,
    within:
      reporting || eachFilter(others).length > 0
        ? (id) => hasBit(chosen, index.ordinals.get(id) ?? index.ids.length)
        : undefined,
  }
  const filters = filterQuery({ ...others, reporting })
  return { opened, organisation, filters, asked, due, facets: facetsOf(index, others) }
}

/** One month, or a whole year, of the calendar of milestones; 25 a page, read by key. */
export async function milestonesPage(
  db: Database,
  search: URLSearchParams,
  locale: Locale,
  now: Date,
) {
  const today = dayOf(now)
  const { opened, organisation, filters, asked, due, facets } = await askedOf(db, search, now)
  const [period, states] = [readPeriod(search, today), readStates(search)]
  const all = await dueWithinPeriod(due, period, today, { ...asked, states })
  const { rows, shown } = pageOfDue(all, readCursor(search))
  return {
    period,
    today,
    states,
    counts: statesIn(due, period, today, asked),
    months: monthCounts(due, shownYear(period, today), today, { ...asked, states }),
    nearest: all.length > 0 ? undefined : nearestMonths(due, period, today, { ...asked, states }),
    rows: await detailed(db, rows, locale, today),
    shown,
    filters,
    facets,
    organisation,
    declarations: opened.map(({ body: { key, code, title } }) => ({ key, code, title })),
    clauses: [...clauseNames(opened).values()],
    record: await recordState(db, now),
  }
}
export type MilestonesPage = Awaited<ReturnType<typeof milestonesPage>>

/** The year whose months are shown beside a period: with all of them, this one. */
const shownYear = (period: Period, today: Day) =>
  yearOf(period === ALL_YEARS ? monthOf(today) : period)

/** Month by month, so that nobody else waits for a long period. */
export async function dueWithinPeriod(due: DueIndex, period: Period, today: Day, asked: Asked) {
  const chosen: DueRow[] = []
  for (const month of monthsWithin(due, period)) {
    for (const row of dueIn(due, month, today, asked)) chosen.push(row)
    await othersFirst()
  }
  return chosen
}

/** A cursor past the end starts over; one before a short first page shows the first. */
export function pageOfDue(all: readonly DueRow[], cursor: Cursor | undefined) {
  const place = (key: Cursor['key'], id: string) => `${key} ${id}`
  const at = cursor ? place(cursor.key, cursor.id) : ''
  const first = (isBeyond: (here: string) => boolean) =>
    all.findIndex(({ dueOn, id }) => isBeyond(place(dueOn, id)))
  const end = first((here) => here >= at)
  const start =
    cursor?.direction === 'before'
      ? (end < 0 ? all.length : end) - PAGE_SIZE
      : first((here) => here > at)
  const from = Math.max(0, start)
  const rows = all.slice(from, from + PAGE_SIZE)
  const keyed = rows.map(({ dueOn, id }) => ({ key: dueOn, id }))
  return { rows, shown: shownFrom(keyed, from, all.length) }
}

export const milestoneRows = (db: Database, ids: readonly string[], locale: Locale) => {
  const translated = sql`${milestones.terms} ->> ${`$.translations.${locale}`}`
  return db
    .select({
      id: milestones.id,
      title: sql<string>`coalesce(${translated}, ${milestones.title})`,
      titleLang: sql<string>`iif(${translated} is null, ${commitments.lang}, ${locale})`,
      number: sql<string>`${commitments.number}`,
      commitment: titleIn(locale),
      lead: organisationName,
      wasReported: sql<number>`exists (select 1 from ${reports}
        where ${reports.milestoneId} = ${milestones.id} and ${reports.reportedAt} is not null)`,
    })
    .from(milestones)
    .innerJoin(commitments, eq(commitments.id, milestones.commitmentId))
    .innerJoin(organisations, eq(organisations.id, commitments.leadId))
    .where(and(inArray(milestones.id, [...ids]), publicCommitment))
}

async function detailed(db: Database, rows: readonly DueRow[], locale: Locale, today: Day) {
  if (rows.length === 0) return []
  const found = await milestoneRows(
    db,
    rows.map(({ id }) => id),
    locale,
  )
  const byId = new Map(found.map((row) => [row.id, row]))
  return rows.flatMap(({ id, dueOn, state }) => {
    const row = byId.get(id)
    // Days nobody reported in; a report that was sent back is told of on the record.
    const isLate = (state === 'overdue' || state === 'silent') && row?.wasReported === 0
    return row
      ? [{ ...row, dueOn, state, daysLate: isLate ? daysBetween(dueOn, today) : null }]
      : []
  })
}
