import { and, eq, inArray, sql } from 'drizzle-orm'

import { ALL_YEARS, type DueRow } from '#app/domain/browsing/due-index.ts'
import type { MilestoneSummary } from '#app/domain/open-data/milestone-summary.ts'
import { dayOf } from '#app/domain/shared/dates.ts'
import type { LocalText } from '#app/domain/shared/language.ts'

import type { Database } from '../client.server.ts'
import { commitments } from '../schema/commitments.ts'
import { milestones, reportRounds, reports } from '../schema/milestones.ts'
import { organisations } from '../schema/organisations.ts'
import { reviews } from '../schema/reviews.ts'
import { logNow } from './chosen-commitments.server.ts'
import { publicCommitment } from './filters.server.ts'
import { askedOf, dueWithinPeriod, readPeriod, readStates } from './milestones.server.ts'

/**
 * All milestones that an address chooses, by the day they fall due: of the month or year that it
 * names, or of all there are where it names none.
 */
export async function chosenMilestones(db: Database, search: URLSearchParams, now: Date) {
  const state = await logNow(db, now)
  const today = dayOf(now)
  const { filters, asked, due } = await askedOf(db, search, now)
  const month = search.has('month') ? readPeriod(search, today) : undefined
  const states = readStates(search)
  const chosen = await dueWithinPeriod(due, month ?? ALL_YEARS, today, { ...asked, states })
  const named = { ...(month ? { month } : {}), ...(states.length > 0 ? { state: states } : {}) }
  return { filters: { ...named, ...filters }, chosen, ...state }
}

const ofThis = sql`${reports.milestoneId} = ${milestones.id}`

const claimed = sql<number | null>`(select ${reportRounds.content} ->> '$.value'
  from ${reports} join ${reportRounds} on ${reportRounds.reportId} = ${reports.id}
  where ${ofThis} order by ${reportRounds.at} desc, ${reportRounds.round} desc limit 1)`
const reviewed = sql<number | null>`(select ${reviews.reviewedValue}
  from ${reports} join ${reviews} on ${reviews.reportId} = ${reports.id}
  where ${ofThis} and +${reviews.state} = 'decided'
  order by ${reviews.decidedAt} desc, ${reviews.id} desc limit 1)`

export const milestoneSummaryRows = (db: Database, ids: readonly string[]) =>
  db
    .select({
      id: milestones.id,
      commitment: sql<string>`${commitments.number}`,
      declaration: commitments.declaration,
      title: milestones.title,
      lang: commitments.lang,
      translations: sql<string>`coalesce(${milestones.terms} -> '$.translations', '{}')`,
      dueOn: milestones.dueOn,
      indicator: sql<string>`coalesce(${milestones.terms} ->> '$.indicator', '')`,
      unit: milestones.unit,
      baseline: milestones.baseline,
      target: milestones.target,
      claimed,
      reviewed,
      lead: organisations.id,
      names: organisations.names,
      leadLang: organisations.lang,
      group: commitments.group,
      invented: commitments.invented,
    })
    .from(milestones)
    .innerJoin(commitments, eq(commitments.id, milestones.commitmentId))
    .innerJoin(organisations, eq(organisations.id, commitments.leadId))
    .where(and(inArray(milestones.id, [...ids]), publicCommitment))

/** What lists say of these milestones, in the order asked. One that is no more is left out. */
export async function milestoneSummaries(
  db: Database,
  chosen: readonly DueRow[],
  origin: string,
): Promise<MilestoneSummary[]> {
  const rows = await milestoneSummaryRows(
    db,
    chosen.map(({ id }) => id),
  )
  const byId = new Map(rows.map((row) => [row.id, row]))
  return chosen.flatMap(({ id, state }) => {
    const row = byId.get(id)
    if (!row) return []
    const { names, leadLang, translations, ...rest } = row
    return [
      {
        ...rest,
        state,
        url: `${origin}/r/${row.commitment}`,
        translations: JSON.parse(translations) as LocalText,
        leadName: names[leadLang] ?? '',
      },
    ]
  })
}
