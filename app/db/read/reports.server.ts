import { and, asc, desc, eq, inArray, ne, sql } from 'drizzle-orm'

import { can } from '#app/domain/access/access.ts'
import type { ActKind } from '#app/domain/acts/act.ts'
import { isFinding, nextReportState } from '#app/domain/milestones/report-state.ts'
import { reportLacks } from '#app/domain/milestones/report.ts'
import { replyUntil } from '#app/domain/reviews/reply.ts'
import { currentOrganisations, type Viewer } from '#app/domain/shared/actor.ts'
import type { LocalText } from '#app/domain/shared/language.ts'

import type { Database } from '../client.server.ts'
import { acts } from '../schema/acts.ts'
import { commitments } from '../schema/commitments.ts'
import { declarations } from '../schema/declarations.ts'
import { milestones, reportRounds, reports } from '../schema/milestones.ts'
import { organisations } from '../schema/organisations.ts'
import { replies, reviews } from '../schema/reviews.ts'
import { evidenceOf } from './evidence.server.ts'

const mine = (viewer: Viewer) => inArray(commitments.leadId, currentOrganisations(viewer))

export const milestoneColumns = {
  id: milestones.id,
  dueOn: milestones.dueOn,
  unit: milestones.unit,
  baseline: milestones.baseline,
  target: milestones.target,
  terms: milestones.terms,
}
export const commitmentColumns = {
  id: commitments.id,
  number: commitments.number,
  state: commitments.state,
  title: commitments.title,
  lang: commitments.lang,
  leadId: commitments.leadId,
}
export const organisationColumns = {
  id: organisations.id,
  names: organisations.names,
}
export const replyWithinDays = sql<number>`json_extract(${declarations.body}, '$.settings.replyWithinDays')`
const reportWithinDays = sql<number>`json_extract(${declarations.body}, '$.settings.reportWithinDays')`

type MilestoneRow = Pick<typeof milestones.$inferSelect, keyof typeof milestoneColumns>

/** A milestone as every page about reports shows it, its title in each language there is. */
export function milestoneShown({ terms, ...row }: MilestoneRow, lang: string) {
  const title: LocalText = { [lang]: terms.title, ...terms.translations }
  return {
    ...row,
    lang,
    title,
    indicator: terms.indicator,
    evidenceExpected: terms.evidenceExpected,
  }
}

/** What a review last found on a milestone, other than in this report. */
export const lastReviewed = (db: Database, milestoneId: string, otherThan = '') =>
  db
    .select({
      finding: reviews.finding,
      value: reviews.reviewedValue,
      decidedAt: reviews.decidedAt,
    })
    .from(reviews)
    .innerJoin(reports, eq(reports.id, reviews.reportId))
    .where(
      and(
        eq(reports.milestoneId, milestoneId),
        ne(reports.id, otherThan),
        eq(reviews.state, 'decided'),
      ),
    )
    .orderBy(desc(reviews.decidedAt))
    .limit(1)
    .get()

/** Each handing in of a report, word for word, oldest first. */
export const roundsOf = (db: Database, reportId: string) =>
  db
    .select({ round: reportRounds.round, content: reportRounds.content, at: reportRounds.at })
    .from(reportRounds)
    .where(eq(reportRounds.reportId, reportId))
    .orderBy(asc(reportRounds.round))

/** Finds the log entry of what happened to a report: handed in, found, corrected, replied to. */
async function entriesAbout(db: Database, commitmentId: string, reportId: string) {
  const rows = await db
    .select({
      kind: acts.kind,
      at: acts.at,
      entry: acts.entry,
      // A reply is to a finding, not to a round.
      round: sql<number | null>`json_extract(${acts.fields}, '$.round')`,
    })
    .from(acts)
    .where(
      and(
        eq(acts.commitmentId, commitmentId),
        inArray(acts.kind, [
          'milestone.reported',
          'review.decided',
          'correction.made',
          'reply.made',
        ]),
        eq(sql`json_extract(${acts.fields}, '$.report')`, reportId),
      ),
    )
  return (kind: ActKind, round: number | null, at: Date | null) =>
    rows.find(
      (row) => row.kind === kind && row.round === round && row.at.getTime() === at?.getTime(),
    )?.entry ?? null
}

/** A milestone a member of its lead may report on, and the report that is open already, if any. */
export async function milestoneToReport(db: Database, viewer: Viewer, id: string) {
  const head = await db
    .select({
      milestone: milestoneColumns,
      commitment: commitmentColumns,
      organisation: organisationColumns,
      replyWithinDays,
    })
    .from(milestones)
    .innerJoin(commitments, eq(commitments.id, milestones.commitmentId))
    .innerJoin(organisations, eq(organisations.id, commitments.leadId))
    .innerJoin(declarations, eq(declarations.key, commitments.declaration))
    .where(and(eq(milestones.id, id), mine(viewer)))
    .get()
  if (!head) return undefined
  const [latest, last] = await Promise.all([
    db
      .select({ id: reports.id, state: reports.state })
      .from(reports)
      .where(eq(reports.milestoneId, id))
      .orderBy(desc(reports.createdAt), desc(reports.id))
      .limit(1)
      .get(),
    lastReviewed(db, id),
  ])
  return {
    ...head,
    milestone: milestoneShown(head.milestone, head.commitment.lang),
    lastReviewed: last,
    openReportId: latest && !isFinding(latest.state) ? latest.id : undefined,
    achieved: latest?.state === 'achieved',
  }
}

/** A report as its own organisation sees it at every stage; undefined for everybody else. */
export async function reportPage(db: Database, viewer: Viewer, id: string, now: Date) {
  const head = await db
    .select({
      report: {
        id: reports.id,
        state: reports.state,
        content: reports.content,
        rounds: reports.rounds,
        updatedAt: reports.updatedAt,
        returnedAt: reports.returnedAt,
      },
      milestone: milestoneColumns,
      commitment: commitmentColumns,
      organisation: organisationColumns,
      replyWithinDays,
      reportWithinDays,
    })
    .from(reports)
    .innerJoin(milestones, eq(milestones.id, reports.milestoneId))
    .innerJoin(commitments, eq(commitments.id, milestones.commitmentId))
    .innerJoin(organisations, eq(organisations.id, commitments.leadId))
    .innerJoin(declarations, eq(declarations.key, commitments.declaration))
    .where(and(eq(reports.id, id), mine(viewer)))
    .get()
  if (!head) return undefined

  const [evidence, rounds, looks, last, entryOf] = await Promise.all([
    evidenceOf(db, id),
    roundsOf(db, id),
    publicLooksAt(db, id),
    lastReviewed(db, head.milestone.id, id),
    entriesAbout(db, head.commitment.id, id),
  ])
  const returned = looks.findLast((look) => look.state === 'returned')
  const organisationId = head.commitment.leadId
  const due = { dueOn: head.milestone.dueOn, reportWithinDays: head.reportWithinDays }
  return {
    ...head,
    milestone: milestoneShown(head.milestone, head.commitment.lang),
    /** What keeps it from being handed in; empty once it can no longer be. */
    lacks: nextReportState(head.report.state, 'submit') ? reportLacks(head.report, due, now) : [],
    evidence,
    rounds: rounds.map((round) => ({
      ...round,
      entry: entryOf('milestone.reported', round.round, round.at),
    })),
    findings: looks
      .filter((look) => look.state === 'decided')
      .map((look) => ({
        ...look,
        entry: entryOf(decisions[look.kind], look.round, look.decidedAt),
        replyEntry: entryOf('reply.made', null, look.reply?.at ?? null),
        replyUntil: look.decidedAt && replyUntil(look.decidedAt, head),
      })),
    /** What was asked when it was last sent back; empty unless that is where it stands. */
    questions: head.report.state === 'returned' ? (returned?.questions ?? []) : [],
    lastReviewed: last,
    mayReply: can(viewer, 'reply-to-finding', { organisationId }, now),
  }
}
export type ReportPage = NonNullable<Awaited<ReturnType<typeof reportPage>>>

const decisions = { review: 'review.decided', correction: 'correction.made' } as const

/** The looks at a report that ended in something public; what is only proposed stays inside. */
async function publicLooksAt(db: Database, reportId: string) {
  const rows = await db
    .select({ review: reviews, reply: replies })
    .from(reviews)
    .leftJoin(replies, eq(replies.reviewId, reviews.id))
    .where(and(eq(reviews.reportId, reportId), inArray(reviews.state, ['decided', 'returned'])))
    .orderBy(asc(reviews.decidedAt))
  return rows.map(({ review, reply }) => ({
    id: review.id,
    kind: review.kind,
    state: review.state,
    round: review.round,
    finding: review.finding,
    reviewedValue: review.reviewedValue,
    reasons: review.reasons,
    scores: review.scores,
    questions: review.questions,
    decidedAt: review.decidedAt,
    people: review.confirmedById === null ? (1 as const) : (2 as const),
    reply,
  }))
}

/** A decided finding with the report it is about, for the organisation that may answer it. */
export async function findingToReplyTo(db: Database, viewer: Viewer, reviewId: string, now: Date) {
  const review = await db
    .select({ reportId: reviews.reportId })
    .from(reviews)
    .where(and(eq(reviews.id, reviewId), eq(reviews.state, 'decided')))
    .get()
  const page = review && (await reportPage(db, viewer, review.reportId, now))
  const finding = page?.findings.find((one) => one.id === reviewId)
  return page && finding && { ...page, finding }
}
