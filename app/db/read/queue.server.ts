import {
  and,
  asc,
  count,
  desc,
  eq,
  inArray,
  isNotNull,
  ne,
  not,
  notInArray,
  or,
  sql,
} from 'drizzle-orm'

import type { QueueKind } from '#app/domain/reviews/queue.ts'
import type { Actor, Viewer } from '#app/domain/shared/actor.ts'
import { dayOf, daysBetween } from '#app/domain/shared/dates.ts'

import type { Database } from '../client.server.ts'
import { users } from '../schema/accounts.ts'
import { acts } from '../schema/acts.ts'
import { commitments, screenings } from '../schema/commitments.ts'
import { evidence } from '../schema/evidence.ts'
import { milestones, reports } from '../schema/milestones.ts'
import { organisations } from '../schema/organisations.ts'
import { redactions } from '../schema/redactions.ts'
import { reviews } from '../schema/reviews.ts'
import { inConflict, interestsOf } from './conflict.server.ts'

/** More than one person can look through; the count says how many there are. */
const AT_MOST = 100
const DECISIONS = 10

const organisationColumns = {
  id: organisations.id,
  names: organisations.names,
  invented: organisations.invented,
}
const none = sql<null>`null`
type Named = { id: string; names: Readonly<Record<string, string>>; invented: boolean }
type Row = {
  kind: QueueKind
  /** Of the organisation, the commitment or the report. */
  id: string
  since: Date | null
  organisation: Named
  title: string | null
  number: string | null
  lang: string
  /** Milestones of a commitment, pieces of evidence of a report. */
  size: number | null
  round: number | null
  heldBy: string | null
  correction: boolean
}
export type QueueItem = Omit<Row, 'since'> & { since: Date; days: number }

/** Everything that waits for this coordinator, oldest first, nothing of its own among it (rule 1). */
export async function queuePage(db: Database, viewer: Viewer, now: Date, only?: QueueKind) {
  if (!viewer?.coordinator) return undefined
  const [organisation, commitment, underReview, second, redaction, decisions] = await Promise.all([
    organisationsWaiting(db, viewer, now),
    commitmentsWaiting(db, viewer, now),
    reportsWaiting(db, viewer, now),
    findingsWaiting(db, viewer, now),
    redactionsWaiting(db, viewer, now),
    lastDecisions(db, viewer, now),
  ])
  const all: Row[] = [...organisation, ...commitment, ...underReview, ...second, ...redaction]
  const counts: Partial<Record<QueueKind, number>> = {}
  for (const { kind } of all) counts[kind] = (counts[kind] ?? 0) + 1
  // A colleague's cases are work already begun: shown when asked for.
  const chosen = all.filter(({ kind }) => (only ? kind === only : kind !== 'colleague'))
  const items = chosen
    .map((row): QueueItem => {
      const since = row.since ?? now
      return { ...row, since, days: Math.max(0, daysBetween(dayOf(since), dayOf(now))) }
    })
    .toSorted((a, b) => a.since.getTime() - b.since.getTime() || (a.id < b.id ? -1 : 1))
  return { items: items.slice(0, AT_MOST), total: items.length, counts, decisions }
}
export type QueuePage = NonNullable<Awaited<ReturnType<typeof queuePage>>>

const organisationsWaiting = (db: Database, viewer: Actor, now: Date) =>
  db
    .select({
      kind: sql<QueueKind>`'organisation'`,
      id: organisations.id,
      since: organisations.createdAt,
      organisation: organisationColumns,
      title: none,
      number: none,
      lang: organisations.lang,
      size: none,
      round: none,
      heldBy: none,
      correction: sql`false`.mapWith(Boolean),
    })
    .from(organisations)
    .where(
      and(
        eq(organisations.state, 'registered'),
        notInArray(organisations.id, interestsOf(viewer, now)),
      ),
    )

const commitmentsWaiting = (db: Database, viewer: Actor, now: Date) =>
  db
    .select({
      kind: sql<QueueKind>`'commitment'`,
      id: commitments.id,
      since: commitments.submittedAt,
      organisation: organisationColumns,
      title: commitments.title,
      number: commitments.number,
      lang: commitments.lang,
      size: sql<number>`json_array_length(${commitments.terms}, '$.milestones')`,
      round: sql<number>`1 + (${db
        .select({ n: count() })
        .from(screenings)
        .where(
          and(eq(screenings.commitmentId, commitments.id), eq(screenings.decision, 'returned')),
        )})`,
      heldBy: none,
      correction: sql`false`.mapWith(Boolean),
    })
    .from(commitments)
    .innerJoin(organisations, eq(organisations.id, commitments.leadId))
    .where(and(eq(commitments.state, 'submitted'), not(inConflict(db, viewer, now))))

const reportColumns = (db: Database) => ({
  id: reports.id,
  organisation: organisationColumns,
  title: commitments.title,
  number: commitments.number,
  lang: sql<string>`coalesce(${reports.content} ->> '$.lang', ${commitments.lang})`,
  size: sql<number>`(${db
    .select({ n: count() })
    .from(evidence)
    .where(and(eq(evidence.reportId, reports.id), isNotNull(evidence.round)))})`,
  round: reports.rounds,
  heldBy: users.name,
})

/** Reports nobody has taken, and those under review: the viewer's own and colleagues'. */
const reportsWaiting = (db: Database, viewer: Actor, now: Date) =>
  db
    .select({
      ...reportColumns(db),
      kind: sql<QueueKind>`CASE WHEN ${reviews.coordinatorId} <> ${viewer.userId} THEN 'colleague' ELSE 'report' END`,
      since: reports.lastReportedAt,
      correction: sql`false`.mapWith(Boolean),
    })
    .from(reports)
    .innerJoin(milestones, eq(milestones.id, reports.milestoneId))
    .innerJoin(commitments, eq(commitments.id, milestones.commitmentId))
    .innerJoin(organisations, eq(organisations.id, commitments.leadId))
    .leftJoin(
      reviews,
      and(
        eq(reviews.reportId, reports.id),
        eq(reviews.kind, 'review'),
        eq(reviews.state, 'open'),
        eq(reports.state, 'under-review'),
      ),
    )
    .leftJoin(users, eq(users.id, reviews.coordinatorId))
    .where(
      and(
        or(eq(reports.state, 'reported'), isNotNull(reviews.id)),
        not(inConflict(db, viewer, now)),
      ),
    )

/** Findings and corrections that a second person has to look at; never one's own. */
const findingsWaiting = (db: Database, viewer: Actor, now: Date) =>
  db
    .select({
      ...reportColumns(db),
      kind: sql<QueueKind>`'second'`,
      since:
        sql`CASE WHEN ${reviews.kind} = 'correction' THEN ${reviews.openedAt} ELSE ${reports.lastReportedAt} END`.mapWith(
          reviews.openedAt,
        ),
      correction: sql`${reviews.kind} = 'correction'`.mapWith(Boolean),
    })
    .from(reviews)
    .innerJoin(users, eq(users.id, reviews.coordinatorId))
    .innerJoin(reports, eq(reports.id, reviews.reportId))
    .innerJoin(milestones, eq(milestones.id, reports.milestoneId))
    .innerJoin(commitments, eq(commitments.id, milestones.commitmentId))
    .innerJoin(organisations, eq(organisations.id, commitments.leadId))
    .where(
      and(
        eq(reviews.state, 'proposed'),
        ne(reviews.coordinatorId, viewer.userId),
        not(inConflict(db, viewer, now)),
      ),
    )

/** Redactions that a second person has to look at; never one's own. */
const redactionsWaiting = (db: Database, viewer: Actor, now: Date) =>
  db
    .select({
      kind: sql<QueueKind>`'redaction'`,
      id: redactions.id,
      since: redactions.proposedAt,
      organisation: organisationColumns,
      title: commitments.title,
      number: commitments.number,
      lang: commitments.lang,
      size: none,
      round: none,
      heldBy: users.name,
      correction: sql`false`.mapWith(Boolean),
    })
    .from(redactions)
    .innerJoin(users, eq(users.id, redactions.proposedBy))
    .innerJoin(commitments, eq(commitments.id, redactions.commitmentId))
    .innerJoin(organisations, eq(organisations.id, commitments.leadId))
    .where(
      and(
        eq(redactions.state, 'proposed'),
        ne(redactions.proposedBy, viewer.userId),
        not(inConflict(db, viewer, now)),
      ),
    )

const decisionKinds = [
  'org.verified',
  'org.refused',
  'org.suspended',
  'org.reinstated',
  'commitment.published',
  'commitment.returned',
  'commitment.declined',
  'review.returned',
  'review.decided',
  'correction.made',
] as const
export type DecisionKind = (typeof decisionKinds)[number]

/** What coordinators decided last, but in cases of the viewer's own. */
const lastDecisions = (db: Database, viewer: Actor, now: Date) =>
  db
    .select({
      id: acts.id,
      kind: sql<DecisionKind>`${acts.kind}`,
      at: acts.at,
      by: users.name,
      organisation: organisationColumns,
      title: commitments.title,
      lang: commitments.lang,
      number: commitments.number,
      /** The case a finding was made in; null where the decision was about something else. */
      reportId: sql<string | null>`${acts.fields} ->> '$.report'`,
    })
    .from(acts)
    .leftJoin(commitments, eq(commitments.id, acts.commitmentId))
    .innerJoin(
      organisations,
      sql`${organisations.id} = coalesce(${commitments.leadId}, ${acts.subject})`,
    )
    .leftJoin(users, eq(users.id, acts.userId))
    .where(
      and(
        inArray(acts.kind, decisionKinds),
        not(inConflict(db, viewer, now)),
        notInArray(organisations.id, interestsOf(viewer, now)),
      ),
    )
    .orderBy(desc(acts.at), asc(acts.id))
    .limit(DECISIONS)
