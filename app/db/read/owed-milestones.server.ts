import { and, asc, eq, isNotNull, sql, type SQL } from 'drizzle-orm'

import type { DeclarationSettings } from '#app/domain/declarations/declaration.ts'
import type { ReportState } from '#app/domain/milestones/report-state.ts'
import { daysLate, timelinessOf, type Timeliness } from '#app/domain/milestones/timeliness.ts'
import { dayOf, type Day } from '#app/domain/shared/dates.ts'

import type { Database } from '../client.server.ts'
import { commitments } from '../schema/commitments.ts'
import { declarations } from '../schema/declarations.ts'
import { milestones, reports } from '../schema/milestones.ts'

/** The three settings alone: a declaration's whole text is too much to read for each row. */
export const declarationSettings =
  sql<DeclarationSettings>`json_extract(${declarations.body}, '$.settings')`.mapWith(
    (text: string) => JSON.parse(text) as DeclarationSettings,
  )

/** A commitment as a row elsewhere names it. */
export type NamedCommitment = { id: string; number: string | null; title: string; lang: string }
export const namedCommitment = {
  id: commitments.id,
  number: commitments.number,
  title: commitments.title,
  lang: commitments.lang,
}

export type OwedMilestone = {
  id: string
  title: string
  dueOn: Day
  unit: string
  target: number
  commitment: NamedCommitment
  timeliness: Timeliness
  daysLate: number
  settings: DeclarationSettings
  /** The newest report, whatever has become of it. */
  report: { id: string; state: ReportState; returnedAt: Date | null; at: Date } | undefined
}

/**
 * Milestones of commitments that were published, by the order of their commitment. The caller's
 * condition says whose: it must already hold what the viewer may see.
 */
export async function owedMilestones(
  db: Database,
  whose: SQL | undefined,
  now: Date,
): Promise<OwedMilestone[]> {
  const mine = and(whose, isNotNull(commitments.number))
  const [rows, handedIn] = await Promise.all([
    db
      .select({
        id: milestones.id,
        title: milestones.title,
        dueOn: milestones.dueOn,
        unit: milestones.unit,
        target: milestones.target,
        settings: declarationSettings,
        commitment: namedCommitment,
      })
      .from(milestones)
      .innerJoin(commitments, eq(commitments.id, milestones.commitmentId))
      .innerJoin(declarations, eq(declarations.key, commitments.declaration))
      .where(mine)
      .orderBy(asc(commitments.publishedAt), asc(commitments.id), asc(milestones.position)),
    db
      .select({
        id: reports.id,
        milestoneId: reports.milestoneId,
        state: reports.state,
        reportedAt: reports.reportedAt,
        returnedAt: reports.returnedAt,
        at: reports.updatedAt,
      })
      .from(reports)
      .innerJoin(milestones, eq(milestones.id, reports.milestoneId))
      .innerJoin(commitments, eq(commitments.id, milestones.commitmentId))
      .where(mine)
      .orderBy(asc(reports.createdAt), asc(reports.id)),
  ])
  const byMilestone = new Map<string, typeof handedIn>()
  for (const report of handedIn)
    byMilestone.set(report.milestoneId, [...(byMilestone.get(report.milestoneId) ?? []), report])
  const today = dayOf(now)
  return rows.map((row) => {
    const own = byMilestone.get(row.id) ?? []
    const times = own.map(({ state, reportedAt, returnedAt }) => ({
      state,
      reportedOn: reportedAt && dayOf(reportedAt),
      returnedOn: returnedAt && dayOf(returnedAt),
    }))
    return {
      ...row,
      timeliness: timelinessOf(row.dueOn, times, today, row.settings),
      daysLate: daysLate(row.dueOn, times, today),
      report: own.at(-1),
    }
  })
}
