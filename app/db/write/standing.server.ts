import { and, asc, eq, inArray, sql } from 'drizzle-orm'

import {
  standingOf,
  type Standing,
  type StandingFacts,
} from '#app/domain/accountability/standing.ts'
import { dayOf, type Day } from '#app/domain/shared/dates.ts'

import type { Transaction } from '../client.server.ts'
import { commitments } from '../schema/commitments.ts'
import { declarations } from '../schema/declarations.ts'
import { milestones, reports } from '../schema/milestones.ts'
import { replies, reviews } from '../schema/reviews.ts'

/** What one commitment's public status is derived from, read in this transaction. */
async function factsOf(tx: Transaction, commitmentId: string) {
  const head = await tx
    .select({ state: commitments.state, startOn: commitments.startOn, body: declarations.body })
    .from(commitments)
    .innerJoin(declarations, eq(declarations.key, commitments.declaration))
    .where(eq(commitments.id, commitmentId))
    .get()
  if (!head) return undefined
  const dates = await tx
    .select({ id: milestones.id, dueOn: milestones.dueOn })
    .from(milestones)
    .where(eq(milestones.commitmentId, commitmentId))
    .orderBy(asc(milestones.position))
    .all()
  const handedIn =
    dates.length === 0
      ? []
      : await tx
          .select({
            id: reports.id,
            milestoneId: reports.milestoneId,
            state: reports.state,
            reportedAt: reports.reportedAt,
            returnedAt: reports.returnedAt,
          })
          .from(reports)
          .where(
            inArray(
              reports.milestoneId,
              dates.map(({ id }) => id),
            ),
          )
          .orderBy(asc(reports.createdAt), asc(reports.id))
          .all()
  const disputed = await disputedReports(
    tx,
    handedIn.map(({ id }) => id),
  )
  const facts: StandingFacts = {
    state: head.state,
    startOn: head.startOn ?? '',
    milestones: dates.map((milestone) => ({
      ...milestone,
      reports: handedIn
        .filter((report) => report.milestoneId === milestone.id)
        .map((report) => ({
          state: report.state,
          reportedOn: report.reportedAt && dayOf(report.reportedAt),
          returnedOn: report.returnedAt && dayOf(report.returnedAt),
          disputed: disputed.has(report.id),
        })),
    })),
  }
  return { facts, settings: head.body.settings }
}

/** Reports whose newest decision the organisation disputes; a later correction ends the dispute. */
async function disputedReports(
  tx: Transaction,
  reportIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (reportIds.length === 0) return new Set()
  const decided = await tx
    .select({ reportId: reviews.reportId, stance: replies.stance })
    .from(reviews)
    .leftJoin(replies, eq(replies.reviewId, reviews.id))
    // The sign keeps SQLite from going through every decided review there is, by their index.
    .where(and(inArray(reviews.reportId, [...reportIds]), sql`+${reviews.state} = 'decided'`))
    .orderBy(asc(reviews.decidedAt))
    .all()
  const latest = new Map(decided.map(({ reportId, stance }) => [reportId, stance]))
  return new Set([...latest].filter(([, stance]) => stance === 'disputes').map(([id]) => id))
}

/** Derives a commitment's standing for the day, without keeping it. */
export async function deriveStanding(
  tx: Transaction,
  commitmentId: string,
  today: Day,
): Promise<Standing | undefined> {
  const found = await factsOf(tx, commitmentId)
  return found && standingOf(found.facts, today, found.settings)
}

/** Derives and keeps it: called in the transaction of every act that can change it. */
export async function refreshStanding(tx: Transaction, commitmentId: string, now: Date) {
  const standing = await deriveStanding(tx, commitmentId, dayOf(now))
  if (!standing) return
  await tx
    .update(commitments)
    .set({
      outcome: standing.outcome,
      assurance: standing.assurance ?? null,
      nextDueOn: standing.nextDueOn,
    })
    .where(eq(commitments.id, commitmentId))
}

export const loadPublishedIds = async (tx: Transaction): Promise<string[]> =>
  (
    await tx
      .select({ id: commitments.id })
      .from(commitments)
      .where(eq(commitments.state, 'published'))
      .all()
  ).map(({ id }) => id)

/** Whether every milestone's finding can no longer change: reply windows over, nothing proposed. */
export async function everyMilestoneFinal(
  tx: Transaction,
  commitmentId: string,
  isFrozen: (decidedAt: Date) => boolean,
): Promise<boolean> {
  const rows = await tx
    .select({
      milestoneId: milestones.id,
      reportId: reports.id,
      state: reviews.state,
      decidedAt: reviews.decidedAt,
      reportState: reports.state,
    })
    .from(milestones)
    .leftJoin(reports, eq(reports.milestoneId, milestones.id))
    .leftJoin(reviews, eq(reviews.reportId, reports.id))
    .where(eq(milestones.commitmentId, commitmentId))
    .orderBy(asc(reports.createdAt), asc(reviews.openedAt))
    .all()
  // A correction that was sent back left the finding before it as it was.
  const latest = new Map(
    rows.filter((row) => row.state !== 'sent-back').map((row) => [row.milestoneId, row]),
  )
  return (
    latest.size > 0 &&
    !rows.some((row) => row.state === 'proposed' || row.state === 'open') &&
    [...latest.values()].every(
      (row) => row.state === 'decided' && row.decidedAt !== null && isFrozen(row.decidedAt),
    )
  )
}
