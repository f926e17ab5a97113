import { and, asc, eq, inArray, ne } from 'drizzle-orm'

import { clausesOfTerms } from '#app/domain/commitments/commitment.ts'
import {
  isFinding,
  isStanding,
  type Finding,
  type ReportState,
} from '#app/domain/milestones/report-state.ts'
import type { Milestone, Report, ReportInput } from '#app/domain/milestones/report.ts'

import type { Transaction } from '../client.server.ts'
import { commitments } from '../schema/commitments.ts'
import { declarations } from '../schema/declarations.ts'
import { milestones, reportRounds, reports } from '../schema/milestones.ts'

export async function loadMilestone(tx: Transaction, id: string): Promise<Milestone | undefined> {
  const row = await tx
    .select({ milestone: milestones, commitment: commitments, declaration: declarations.body })
    .from(milestones)
    .innerJoin(commitments, eq(commitments.id, milestones.commitmentId))
    .innerJoin(declarations, eq(declarations.key, commitments.declaration))
    .where(eq(milestones.id, id))
    .get()
  if (!row) return undefined
  const { milestone, commitment, declaration } = row
  return {
    id: milestone.id,
    commitmentId: milestone.commitmentId,
    leadId: commitment.leadId,
    commitmentState: commitment.state,
    clauses: clausesOfTerms(commitment.terms),
    title: milestone.title,
    dueOn: milestone.dueOn,
    unit: milestone.unit,
    baseline: milestone.baseline,
    target: milestone.target,
    reportWithinDays: declaration.settings.reportWithinDays,
  }
}

export const loadReport = (tx: Transaction, id: string): Promise<Report | undefined> =>
  tx.select().from(reports).where(eq(reports.id, id)).get()

/** Oldest first. */
export const loadReportsOf = (tx: Transaction, milestoneId: string): Promise<Report[]> =>
  tx
    .select()
    .from(reports)
    .where(eq(reports.milestoneId, milestoneId))
    .orderBy(asc(reports.createdAt), asc(reports.id))
    .all()

/** Of each milestone's reports, the latest that stands: a draft opened since does not count. */
export async function loadLatestStates(
  tx: Transaction,
  milestoneIds: readonly string[],
): Promise<Record<string, ReportState>> {
  const rows = await tx
    .select({ milestoneId: reports.milestoneId, state: reports.state })
    .from(reports)
    .where(inArray(reports.milestoneId, [...milestoneIds]))
    .orderBy(asc(reports.createdAt), asc(reports.id))
    .all()
  return Object.fromEntries(
    rows.filter((row) => isStanding(row.state)).map((row) => [row.milestoneId, row.state]),
  )
}

/** The newest finding of each other milestone of the commitment; null where there is none. */
export async function loadOtherFindings(
  tx: Transaction,
  milestone: Pick<Milestone, 'id' | 'commitmentId'>,
): Promise<(Finding | null)[]> {
  const rows = await tx
    .select({ id: milestones.id, state: reports.state })
    .from(milestones)
    .leftJoin(reports, eq(reports.milestoneId, milestones.id))
    .where(
      and(eq(milestones.commitmentId, milestone.commitmentId), ne(milestones.id, milestone.id)),
    )
    .orderBy(asc(reports.createdAt), asc(reports.id))
    .all()
  const found = new Map<string, Finding | null>()
  for (const { id, state } of rows)
    found.set(id, state !== null && isFinding(state) ? state : (found.get(id) ?? null))
  return [...found.values()]
}

type By = { userId: string; now: Date }

export async function insertReport(tx: Transaction, report: Report, { userId, now }: By) {
  await tx.insert(reports).values({ ...report, createdAt: now, updatedAt: now, updatedBy: userId })
}

export async function saveReport(
  tx: Transaction,
  { id, state, content, rounds }: Report,
  { userId, now }: By,
  moved: Partial<{ reportedAt: Date; lastReportedAt: Date; returnedAt: Date }> = {},
) {
  await tx
    .update(reports)
    .set({ state, content, rounds, updatedAt: now, updatedBy: userId, ...moved })
    .where(eq(reports.id, id))
}

/** What was handed in, word for word; a later round never overwrites an earlier one. */
export async function insertRound(
  tx: Transaction,
  report: Report & { content: ReportInput },
  at: Date,
) {
  await tx
    .insert(reportRounds)
    .values({ reportId: report.id, round: report.rounds, content: report.content, at })
}
