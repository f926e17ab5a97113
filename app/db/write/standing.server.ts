import { asc, eq, inArray, lte, sql } from 'drizzle-orm'

import {
  standingOf,
  type Standing,
  type StandingFacts,
} from '#app/domain/accountability/standing.ts'
import { turnsOn } from '#app/domain/accountability/turning.ts'
import type { Terms } from '#app/domain/commitments/terms.ts'
import type { DeclarationSettings } from '#app/domain/declarations/declaration.ts'
import { dayOf, type Day } from '#app/domain/shared/dates.ts'

import type { Transaction } from '../client.server.ts'
import { commitments } from '../schema/commitments.ts'
import { declarations } from '../schema/declarations.ts'
import { milestones, reports } from '../schema/milestones.ts'
import { replies, reviews } from '../schema/reviews.ts'

/** What a commitment's status and its next change are derived from. */
type Known = {
  id: string
  facts: StandingFacts
  settings: DeclarationSettings
  /** When its last finding was decided, once every milestone has its own and nothing is under way. */
  decidedAt: Date | null
}

/** Few questions, however many commitments: the day turns for a slice of the register at a time. */
async function knownOf(tx: Transaction, ids: readonly string[]): Promise<Known[]> {
  const heads = await tx
    .select({
      id: commitments.id,
      state: commitments.state,
      startOn: commitments.startOn,
      settings: sql`${declarations.body} -> '$.settings'`.mapWith(
        (json: string) => JSON.parse(json) as DeclarationSettings,
      ),
    })
    .from(commitments)
    .innerJoin(declarations, eq(declarations.key, commitments.declaration))
    .where(inArray(commitments.id, [...ids]))
    .all()
  const rows = await rowsOf(tx, ids)
  const own = grouped(rows, (row) => row.commitmentId)
  return heads.map(({ id, state, startOn, settings }) => {
    const rows = own.get(id) ?? []
    const facts = { state, startOn: startOn ?? '', milestones: milestonesIn(rows) }
    return { id, facts, settings, decidedAt: decidedForGood(rows) }
  })
}

/** Each milestone with its reports, oldest first, and each report with its reviews. */
const rowsOf = (tx: Transaction, ids: readonly string[]) =>
  tx
    .select({
      commitmentId: milestones.commitmentId,
      milestoneId: milestones.id,
      dueOn: milestones.dueOn,
      reportId: reports.id,
      state: reports.state,
      reportedAt: reports.reportedAt,
      returnedAt: reports.returnedAt,
      review: reviews.state,
      decidedAt: reviews.decidedAt,
      stance: replies.stance,
    })
    .from(milestones)
    .leftJoin(reports, eq(reports.milestoneId, milestones.id))
    .leftJoin(reviews, eq(reviews.reportId, reports.id))
    .leftJoin(replies, eq(replies.reviewId, reviews.id))
    .where(inArray(milestones.commitmentId, [...ids]))
    .orderBy(
      asc(milestones.commitmentId),
      asc(milestones.position),
      asc(reports.createdAt),
      asc(reports.id),
      asc(reviews.openedAt),
    )
    .all()
type Row = Awaited<ReturnType<typeof rowsOf>>[number]

function grouped<key>(rows: readonly Row[], keyOf: (row: Row) => key): Map<key, Row[]> {
  const groups = new Map<key, Row[]>()
  for (const row of rows) {
    const group = groups.get(keyOf(row))
    if (group) group.push(row)
    else groups.set(keyOf(row), [row])
  }
  return groups
}

const milestonesIn = (rows: readonly Row[]): StandingFacts['milestones'] =>
  [...grouped(rows, (row) => row.milestoneId)].map(([id, of]) => ({
    id,
    dueOn: of[0]?.dueOn ?? '',
    reports: [...grouped(of, (row) => row.reportId).values()].flatMap((about) => {
      const [report] = about
      if (!report?.state) return []
      const { state, reportedAt, returnedAt } = report
      return {
        state,
        reportedOn: reportedAt && dayOf(reportedAt),
        returnedOn: returnedAt && dayOf(returnedAt),
        disputed: isDisputed(about),
      }
    }),
  }))

/** Whether the newest decision is disputed; a later correction ends the dispute. */
function isDisputed(reviewed: readonly Row[]): boolean {
  const decided = reviewed.filter((row) => row.review === 'decided')
  const newest = decided.toSorted((a, b) => Number(a.decidedAt) - Number(b.decidedAt)).at(-1)
  return newest?.stance === 'disputes'
}

/** The last decision, where every milestone ends in one: nothing open, proposed or drafted since. */
function decidedForGood(rows: readonly Row[]): Date | null {
  if (rows.some((row) => row.review === 'proposed' || row.review === 'open')) return null
  // A correction that was sent back left the finding before it as it was.
  const told = rows.filter((row) => row.review !== 'sent-back')
  const latest = new Map(told.map((row) => [row.milestoneId, row]))
  const days = [...latest.values()].map((row) => (row.review === 'decided' ? row.decidedAt : null))
  return days.reduce((last, day) => last && day && (day > last ? day : last), days[0] ?? null)
}

type Derived = Standing & { id: string; turnsOn: Day | null }

/** Derives commitments' standings for the day, without keeping them. */
export async function deriveStandings(
  tx: Transaction,
  ids: readonly string[],
  today: Day,
): Promise<Derived[]> {
  const known = await knownOf(tx, ids)
  return known.map(({ id, facts, settings, decidedAt }) => ({
    id,
    ...standingOf(facts, today, settings),
    turnsOn: turnsOn(facts, decidedAt, today, settings),
  }))
}

/** What is kept of a standing, in the columns' names. */
export type Standings = Pick<
  typeof commitments.$inferSelect,
  'outcome' | 'assurance' | 'nextDueOn' | 'turnsOn'
>

/** How a commitment stands on the day it is published: nobody has reported on it yet. */
export function firstStanding(
  { startOn, milestones: dated }: Pick<Terms, 'startOn' | 'milestones'>,
  settings: DeclarationSettings,
  today: Day,
): Standings {
  const milestones = dated.map(({ id, dueOn }) => ({ id, dueOn, reports: [] }))
  const facts: StandingFacts = { state: 'published', startOn, milestones }
  const { outcome, assurance = null, nextDueOn } = standingOf(facts, today, settings)
  return { outcome, assurance, nextDueOn, turnsOn: turnsOn(facts, null, today, settings) }
}

/** Derives and keeps it: called in the transaction of every act that can change it. */
export const refreshStanding = (tx: Transaction, commitmentId: string, now: Date) =>
  refreshStandings(tx, [commitmentId], now)

/** The same for several at once. */
export async function refreshStandings(tx: Transaction, ids: readonly string[], now: Date) {
  const derived = await deriveStandings(tx, ids, dayOf(now))
  const standings = derived.map(({ id, outcome, assurance, nextDueOn, turnsOn }) => [
    id,
    outcome,
    assurance ?? null,
    nextDueOn,
    turnsOn,
  ])
  await tx.run(sql`
    UPDATE ${commitments} SET outcome = value ->> 1, assurance = value ->> 2,
      next_due_on = value ->> 3, turns_on = value ->> 4
    FROM json_each(${JSON.stringify(standings)})
    WHERE ${commitments.id} = value ->> 0`)
}

/** What the day has come for, in the order in which it came. */
export const loadDueToTurn = async (tx: Transaction, today: Day): Promise<string[]> =>
  (
    await tx
      .select({ id: commitments.id })
      .from(commitments)
      .where(lte(commitments.turnsOn, today))
      .orderBy(asc(commitments.turnsOn))
      .all()
  ).map(({ id }) => id)

/** When the last finding of each was decided, of those whose milestones all have one for good. */
export async function loadDecidedForGood(
  tx: Transaction,
  ids: readonly string[],
): Promise<Map<string, Date>> {
  const own = grouped(await rowsOf(tx, ids), (row) => row.commitmentId)
  return new Map(
    [...own].flatMap(([id, rows]) => {
      const decidedAt = decidedForGood(rows)
      return decidedAt ? [[id, decidedAt] as const] : []
    }),
  )
}
