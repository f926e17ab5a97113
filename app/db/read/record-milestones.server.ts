import { and, asc, desc, eq, inArray, isNotNull, sql } from 'drizzle-orm'

import type { MilestoneTerms } from '#app/domain/commitments/terms.ts'
import type { DeclarationSettings } from '#app/domain/declarations/declaration.ts'
import { isFinding } from '#app/domain/milestones/report-state.ts'
import { daysLate, timelinessOf } from '#app/domain/milestones/timeliness.ts'
import type { RedactionShown } from '#app/domain/redactions/redaction.ts'
import { dayOf, type Day } from '#app/domain/shared/dates.ts'

import type { Database } from '../client.server.ts'
import { evidence } from '../schema/evidence.ts'
import { milestones, reportRounds, reports } from '../schema/milestones.ts'
import { replies, reviews } from '../schema/reviews.ts'
import type { Given } from './at-once.server.ts'
import { publicReview, publicReviewColumns } from './review-columns.server.ts'

const ofRecord = (db: Database, id: Given) =>
  db.select({ id: milestones.id }).from(milestones).where(eq(milestones.commitmentId, id))

/** Reports that were handed in at least once; a working copy is nobody's business. */
const handedIn = (db: Database, id: Given) =>
  db
    .select({ id: reports.id })
    .from(reports)
    .where(and(inArray(reports.milestoneId, ofRecord(db, id)), isNotNull(reports.reportedAt)))

export const reportRows = (db: Database, id: Given) =>
  db
    .select({
      id: reports.id,
      milestoneId: reports.milestoneId,
      state: reports.state,
      reportedAt: reports.reportedAt,
      returnedAt: reports.returnedAt,
    })
    .from(reports)
    .where(inArray(reports.id, handedIn(db, id)))
    .orderBy(asc(reports.createdAt), asc(reports.id))

export const roundRows = (db: Database, id: Given) =>
  db
    .select()
    .from(reportRounds)
    .where(inArray(reportRounds.reportId, handedIn(db, id)))
    .orderBy(desc(reportRounds.round))

/**
 * Of a held piece the public learns that it exists, why it is held, and its hash; of a withheld
 * one that it was there, of what kind, and in what language.
 */
export const evidenceRows = (db: Database, id: Given) => {
  const open = eq(evidence.state, 'public')
  return db
    .select({
      id: evidence.id,
      reportId: evidence.reportId,
      kind: evidence.kind,
      title: evidence.title,
      lang: evidence.lang,
      state: evidence.state,
      heldReason: evidence.heldReason,
      url: sql<string | null>`case when ${open} then ${evidence.url} end`,
      mediaType: evidence.mediaType,
      size: evidence.size,
      sha256: evidence.sha256,
      scan: evidence.scan,
      /** Of a file: whether its bytes are kept here. */
      kept: sql`${evidence.storedName} is not null`.mapWith(Boolean),
      addedAt: evidence.addedAt,
    })
    .from(evidence)
    .where(
      and(
        inArray(evidence.reportId, handedIn(db, id)),
        inArray(evidence.state, ['public', 'held', 'withheld']),
        isNotNull(evidence.round),
      ),
    )
    .orderBy(asc(evidence.addedAt), asc(evidence.id))
}

export const reviewRows = (db: Database, id: Given) =>
  db
    .select({
      ...publicReviewColumns,
      decidedAt: reviews.decidedAt,
      stance: replies.stance,
      replyLang: replies.lang,
      replyText: replies.text,
      repliedAt: replies.at,
    })
    .from(reviews)
    .leftJoin(replies, eq(replies.reviewId, reviews.id))
    .where(and(inArray(reviews.reportId, handedIn(db, id)), publicReview))
    .orderBy(desc(reviews.decidedAt), desc(reviews.id))

export type HandedIn = {
  handed: Awaited<ReturnType<typeof reportRows>>
  rounds: Awaited<ReturnType<typeof roundRows>>
  pieces: (Awaited<ReturnType<typeof evidenceRows>>[number] & {
    /** The redaction that withheld it whole. */
    withheldBy: RedactionShown | undefined
    /** The register whose record is told here: it keeps the files of what was reported there. */
    toldBy: string | null
  })[]
  looks: Awaited<ReturnType<typeof reviewRows>>
}

/** Milestones, oldest first, each with what was reported on it and what was found. */
export function milestonesOf(
  stones: readonly { id: string; terms: MilestoneTerms }[],
  all: HandedIn,
  settings: DeclarationSettings,
  today: Day,
) {
  return stones.map(({ id, terms }) => {
    const own = all.handed.filter((report) => report.milestoneId === id)
    const times = own.map((report) => ({
      state: report.state,
      reportedOn: report.reportedAt && dayOf(report.reportedAt),
      returnedOn: report.returnedAt && dayOf(report.returnedAt),
    }))
    return {
      ...terms,
      id,
      timeliness: timelinessOf(terms.dueOn, times, today, settings),
      finding: own.map((report) => report.state).findLast((state) => isFinding(state)) ?? null,
      daysLate: daysLate(terms.dueOn, times, today),
      reports: own.map((report) => reportOf(report, all)).toReversed(),
    }
  })
}
export type RecordMilestone = ReturnType<typeof milestonesOf>[number]

/** One report: what was said in each round, newest first, the evidence, and what was decided. */
function reportOf(report: HandedIn['handed'][number], all: HandedIn) {
  const looks = all.looks.filter((look) => look.reportId === report.id)
  return {
    id: report.id,
    state: report.state,
    rounds: all.rounds
      .filter((round) => round.reportId === report.id)
      .map(({ round, content, at }) => ({
        round,
        content,
        at,
        questions:
          looks.find((look) => look.state === 'returned' && look.round === round)?.questions ?? [],
      })),
    evidence: all.pieces.filter((piece) => piece.reportId === report.id),
    findings: looks.filter((look) => look.state === 'decided'),
  }
}
export type RecordReport = ReturnType<typeof reportOf>
