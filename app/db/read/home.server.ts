import { and, asc, desc, eq, gte, inArray, isNotNull, sql } from 'drizzle-orm'

import { punctualityOf } from '#app/domain/accountability/punctuality.ts'
import { hasBit } from '#app/domain/browsing/bits.ts'
import { coverageIn } from '#app/domain/browsing/coverage.ts'
import { latenessOf, yearCounts } from '#app/domain/browsing/due-index.ts'
import { ledBy, pageOf, select } from '#app/domain/browsing/public-index.ts'
import type { Finding } from '#app/domain/milestones/report-state.ts'
import { dayOf, daysBetween, type Day } from '#app/domain/shared/dates.ts'
import type { Locale } from '#app/domain/shared/language.ts'

import type { Database } from '../client.server.ts'
import { acts } from '../schema/acts.ts'
import { commitments } from '../schema/commitments.ts'
import { milestones } from '../schema/milestones.ts'
import { organisations } from '../schema/organisations.ts'
import { organisationName, titleIn } from './commitments.server.ts'
import { openedDeclarations, outcomesIn, summaryOf, tallyOf } from './declarations.server.ts'
import { dueIndex } from './due-index.server.ts'
import { dueSoonMilestone, publicCommitment } from './filters.server.ts'
import { recordState } from './log-head.server.ts'
import { publicIndex } from './public-index.server.ts'
import { searchExamples } from './search-page.server.ts'
import { joinedLeads, owingReports } from './selection.server.ts'

const A_FEW = 5

const briefly = (locale: Locale) => ({
  number: sql<string>`${commitments.number}`,
  ...titleIn(locale),
  lead: organisationName,
  imported: sql<number>`${commitments.provenance} is not null`,
})

/** Commitments by the nearest of their milestones; sixty days of `milestones_by_due` are read. */
export const dueSoon = (db: Database, today: Day, locale: Locale) =>
  db
    .select({
      ...briefly(locale),
      key: commitments.id,
      dueOn: sql<Day>`min(${milestones.dueOn})`.as('soonest'),
    })
    .from(milestones)
    .innerJoin(commitments, eq(commitments.id, milestones.commitmentId))
    .innerJoin(organisations, eq(organisations.id, commitments.leadId))
    .where(and(publicCommitment, dueSoonMilestone(today)))
    .groupBy(commitments.id)
    .orderBy(sql`soonest`, asc(commitments.id))
    .limit(A_FEW)

export const briefRows = (db: Database, ids: readonly string[], locale: Locale) =>
  db
    .select({
      ...briefly(locale),
      key: commitments.id,
      dueOn: sql<Day>`${commitments.nextDueOn}`,
    })
    .from(commitments)
    .innerJoin(organisations, eq(organisations.id, commitments.leadId))
    .where(and(publicCommitment, inArray(commitments.id, [...ids])))

/** From the log itself, newest first: `acts_entry_unique` gives the order. */
export const latestReviewed = (db: Database, locale: Locale) =>
  db
    .select({
      entry: sql<number>`${acts.entry}`,
      at: acts.at,
      kind: acts.kind,
      finding: sql<Finding>`json_extract(${acts.fields}, '$.finding')`,
      milestoneId: milestones.id,
      number: sql<string>`${commitments.number}`,
      ...titleIn(locale),
    })
    .from(acts)
    .innerJoin(commitments, eq(commitments.id, acts.commitmentId))
    .innerJoin(milestones, eq(milestones.id, acts.subject))
    .where(
      and(
        isNotNull(acts.entry),
        gte(acts.entry, 0),
        inArray(sql`+${acts.kind}`, ['review.decided', 'correction.made']),
        publicCommitment,
      ),
    )
    .orderBy(desc(acts.entry))
    .limit(A_FEW)

/** The front page: what was promised, what fell due, what was kept, who is silent. */
export async function homePage(db: Database, locale: Locale, now: Date) {
  const today = dayOf(now)
  const [opened, soon, reviewed] = await db.batch([
    openedDeclarations(db),
    dueSoon(db, today, locale),
    latestReviewed(db, locale),
  ])
  const [joined, due, index] = await Promise.all([
    joinedLeads(db, now),
    dueIndex(db),
    publicIndex(db, now),
  ])
  const theirs = ledBy(index, joined)
  const owing = owingReports(index, joined)
  const punctuality = punctualityOf(
    latenessOf(due, today, (id) => hasBit(owing, index.ordinals.get(id) ?? index.ids.length)),
  )
  const silentOnes = select(index, { outcome: ['no-report'] }, { within: theirs })
  const { ids } = pageOf(index, silentOnes, { sort: 'due', limit: A_FEW })
  const counted = outcomesIn(
    index,
    opened.map(({ body }) => body.key),
  )
  const silent = new Map((await briefRows(db, ids, locale)).map((row) => [row.key, row]))
  const first = opened[0]?.body
  return {
    declarations: opened.map(({ body, openedAt }) => summaryOf(body, openedAt, counted)),
    tally: tallyOf(counted),
    first: first && { key: first.key, title: first.title, coverage: coverageIn(index, first) },
    punctuality,
    years: yearCounts(due, today),
    examples: await searchExamples(db, index, locale),
    soon: soon.map((row) => ({ ...row, days: daysBetween(today, row.dueOn) })),
    silent: ids
      .flatMap((id) => silent.get(id) ?? [])
      .map((row) => ({ ...row, days: daysBetween(row.dueOn, today) })),
    reviewed: reviewed.map(({ at, ...row }) => ({ ...row, day: dayOf(at) })),
    record: await recordState(db, now),
  }
}
export type HomePage = Awaited<ReturnType<typeof homePage>>
