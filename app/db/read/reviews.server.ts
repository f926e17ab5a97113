import { and, asc, eq, gt, inArray, ne, sql } from 'drizzle-orm'

import { isFinding, type Finding } from '#app/domain/milestones/report-state.ts'
import { replyUntil } from '#app/domain/reviews/reply.ts'
import type { Viewer } from '#app/domain/shared/actor.ts'

import type { Database } from '../client.server.ts'
import { users } from '../schema/accounts.ts'
import { commitments } from '../schema/commitments.ts'
import { declarations } from '../schema/declarations.ts'
import { milestones, reports } from '../schema/milestones.ts'
import { organisations } from '../schema/organisations.ts'
import { replies, reviews } from '../schema/reviews.ts'
import { inConflict } from './conflict.server.ts'
import { evidenceOf } from './evidence.server.ts'
import {
  commitmentColumns,
  lastReviewed,
  milestoneColumns,
  milestoneShown,
  organisationColumns,
  replyWithinDays,
  roundsOf,
} from './reports.server.ts'

/**
 * A report's whole case, for coordinators alone and only once it was handed in. Of a case the
 * coordinator has an interest in, nothing is told but that.
 */
export async function reviewCase(db: Database, viewer: Viewer, reportId: string, now: Date) {
  if (!viewer?.coordinator) return undefined
  const head = await db
    .select({
      conflicted: sql<number>`${inConflict(db, viewer, now)}`.mapWith(Boolean),
      report: {
        id: reports.id,
        state: reports.state,
        rounds: reports.rounds,
        reportedAt: reports.reportedAt,
        lastReportedAt: reports.lastReportedAt,
        returnedAt: reports.returnedAt,
      },
      milestone: milestoneColumns,
      commitment: commitmentColumns,
      organisation: organisationColumns,
      replyWithinDays,
    })
    .from(reports)
    .innerJoin(milestones, eq(milestones.id, reports.milestoneId))
    .innerJoin(commitments, eq(commitments.id, milestones.commitmentId))
    .innerJoin(organisations, eq(organisations.id, commitments.leadId))
    .innerJoin(declarations, eq(declarations.key, commitments.declaration))
    .where(and(eq(reports.id, reportId), gt(reports.rounds, 0)))
    .get()
  if (!head) return undefined
  if (head.conflicted) return { conflicted: true } as const

  const [rounds, evidence, looks, last, otherFindings] = await Promise.all([
    roundsOf(db, reportId),
    evidenceOf(db, reportId, viewer.userId),
    looksAt(db, reportId, viewer.userId, head),
    lastReviewed(db, head.milestone.id, reportId),
    findingsElsewhere(db, head.commitment.id, head.milestone.id),
  ])
  return {
    ...head,
    conflicted: false as const,
    milestone: milestoneShown(head.milestone, head.commitment.lang),
    rounds,
    // A piece added while the organisation answers questions is nobody's yet.
    evidence: evidence.filter((item) => item.round !== null),
    looks,
    lastReviewed: last,
    otherFindings,
  }
}
export type ReviewCase = Extract<Awaited<ReturnType<typeof reviewCase>>, { conflicted: false }>

/** Every look at the report, oldest first, with who took it. */
async function looksAt(
  db: Database,
  reportId: string,
  viewerId: string,
  windows: { replyWithinDays: number },
) {
  const rows = await db
    .select({ review: reviews, reply: replies })
    .from(reviews)
    .leftJoin(replies, eq(replies.reviewId, reviews.id))
    .where(eq(reviews.reportId, reportId))
    .orderBy(asc(reviews.openedAt), asc(reviews.id))
  const ids = rows.flatMap(({ review }) => [review.coordinatorId, review.confirmedById ?? ''])
  const people = await db
    .select({ id: users.id, name: users.name })
    .from(users)
    .where(inArray(users.id, [...new Set(ids)]))
  const nameOf = (id: string | null) => people.find((person) => person.id === id)?.name ?? ''
  return rows.map(({ review, reply }) => ({
    ...review,
    reply,
    mine: review.coordinatorId === viewerId,
    coordinator: nameOf(review.coordinatorId),
    confirmedBy: nameOf(review.confirmedById),
    people: review.confirmedById === null ? (1 as const) : (2 as const),
    replyUntil: review.decidedAt && replyUntil(review.decidedAt, windows),
  }))
}

/** The newest finding of each other milestone; null where there is none. */
async function findingsElsewhere(
  db: Database,
  commitmentId: string,
  milestoneId: string,
): Promise<(Finding | null)[]> {
  const rows = await db
    .select({ id: milestones.id, state: reports.state })
    .from(milestones)
    .leftJoin(reports, eq(reports.milestoneId, milestones.id))
    .where(and(eq(milestones.commitmentId, commitmentId), ne(milestones.id, milestoneId)))
    .orderBy(asc(reports.createdAt), asc(reports.id))
  const found = new Map<string, Finding | null>()
  for (const { id, state } of rows)
    found.set(id, state !== null && isFinding(state) ? state : (found.get(id) ?? null))
  return [...found.values()]
}
