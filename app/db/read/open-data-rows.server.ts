import { and, asc, eq, gt, inArray, isNotNull, max, sql, type SQL } from 'drizzle-orm'
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'

import type { PublicKind } from '#app/domain/acts/act.ts'

import type { Database } from '../client.server.ts'
import { acts } from '../schema/acts.ts'
import {
  commitmentClauses,
  commitmentPlaces,
  commitments,
  commitmentVersions,
  parties,
} from '../schema/commitments.ts'
import { declarations } from '../schema/declarations.ts'
import { evidence } from '../schema/evidence.ts'
import { logEntries } from '../schema/log.ts'
import { milestones, reportRounds, reports } from '../schema/milestones.ts'
import { replies, reviews } from '../schema/reviews.ts'
import { atOnce, type Answers } from './at-once.server.ts'
import { publicCommitment } from './filters.server.ts'
import { publicReview, publicReviewColumns } from './review-columns.server.ts'

/** Which commitments are asked for: whether a column holds the id of one of them. */
type Among = (db: Database, id: SQLiteColumn) => SQL

/** One, by the `id` that is given. Whether it is public its head says: without one there is no record. */
const one: Among = (_, id) => eq(id, sql.placeholder('id'))

/** The next public ones after a `number`, up to a `limit`. */
const next: Among = (db, id) =>
  inArray(
    id,
    db
      .select({ id: commitments.id })
      .from(commitments)
      .where(and(gt(commitments.number, sql.placeholder('number')), publicCommitment))
      .orderBy(asc(commitments.number))
      .limit(sql.placeholder('limit')),
  )

/** What lists filter and sort by is read from its own column: it is public as it stands there. */
const headRows = (db: Database, among: Among) =>
  db
    .select({
      id: commitments.id,
      number: sql<string>`${commitments.number}`,
      declaration: commitments.declaration,
      state: commitments.state,
      version: commitments.version,
      lead: commitments.leadId,
      group: commitments.group,
      title: commitments.title,
      lang: commitments.lang,
      clause: sql<string>`coalesce(${commitments.clause}, '')`,
      startOn: sql<string>`coalesce(${commitments.startOn}, '')`,
      endOn: sql<string>`coalesce(${commitments.endOn}, '')`,
      worldwide: commitments.worldwide,
      outcome: commitments.outcome,
      assurance: commitments.assurance,
      nextDueOn: commitments.nextDueOn,
      externalId: commitments.externalId,
      provenance: commitments.provenance,
      invented: commitments.invented,
      publishedAt: sql<Date>`${commitments.publishedAt}`.mapWith(commitments.publishedAt),
      endedAt: commitments.endedAt,
      endReason: commitments.endReason,
      terms: commitmentVersions.terms,
      settings: sql<string>`json_extract(${declarations.body}, '$.settings')`,
    })
    .from(commitments)
    .innerJoin(declarations, eq(declarations.key, commitments.declaration))
    .innerJoin(
      commitmentVersions,
      and(
        eq(commitmentVersions.commitmentId, commitments.id),
        eq(commitmentVersions.version, commitments.version),
      ),
    )
    .where(and(among(db, commitments.id), publicCommitment))
    .orderBy(asc(commitments.number))

const clauseRows = (db: Database, among: Among) =>
  db
    .select({ commitmentId: commitmentClauses.commitmentId, clause: commitmentClauses.clause })
    .from(commitmentClauses)
    .where(and(among(db, commitmentClauses.commitmentId), eq(commitmentClauses.primary, false)))

const placeRows = (db: Database, among: Among) =>
  db
    .select({ commitmentId: commitmentPlaces.commitmentId, place: commitmentPlaces.place })
    .from(commitmentPlaces)
    .where(among(db, commitmentPlaces.commitmentId))

/** Partners that accepted their own part, and no others. */
const partnerRows = (db: Database, among: Among) =>
  db
    .select({
      commitmentId: parties.commitmentId,
      organisation: parties.organisationId,
      role: parties.role,
      share: parties.share,
    })
    .from(parties)
    .where(
      and(
        among(db, parties.commitmentId),
        eq(parties.kind, 'partner'),
        eq(parties.state, 'accepted'),
      ),
    )

const milestoneRows = (db: Database, among: Among) =>
  db
    .select({
      commitmentId: milestones.commitmentId,
      id: milestones.id,
      title: milestones.title,
      dueOn: milestones.dueOn,
      unit: milestones.unit,
      baseline: milestones.baseline,
      target: milestones.target,
      terms: milestones.terms,
    })
    .from(milestones)
    .where(among(db, milestones.commitmentId))
    .orderBy(asc(milestones.position))

const versionRows = (db: Database, among: Among) =>
  db
    .select({
      commitmentId: commitmentVersions.commitmentId,
      version: commitmentVersions.version,
      reason: commitmentVersions.reason,
      changes: commitmentVersions.changes,
      at: commitmentVersions.at,
    })
    .from(commitmentVersions)
    .where(among(db, commitmentVersions.commitmentId))
    .orderBy(asc(commitmentVersions.version))

/** Reports that were handed in at least once; a working copy is nobody's business. */
const handedIn = (db: Database, among: Among) =>
  db
    .select({ id: reports.id })
    .from(milestones)
    .innerJoin(reports, eq(reports.milestoneId, milestones.id))
    .where(and(among(db, milestones.commitmentId), isNotNull(reports.reportedAt)))

const reportRows = (db: Database, among: Among) =>
  db
    .select({
      commitmentId: milestones.commitmentId,
      id: reports.id,
      milestoneId: reports.milestoneId,
      state: reports.state,
      reportedAt: sql<Date>`${reports.reportedAt}`.mapWith(reports.reportedAt),
      returnedAt: reports.returnedAt,
    })
    .from(milestones)
    .innerJoin(reports, eq(reports.milestoneId, milestones.id))
    .where(and(among(db, milestones.commitmentId), isNotNull(reports.reportedAt)))
    .orderBy(asc(reports.createdAt), asc(reports.id))

const roundRows = (db: Database, among: Among) =>
  db
    .select()
    .from(reportRounds)
    .where(inArray(reportRounds.reportId, handedIn(db, among)))
    .orderBy(asc(reportRounds.round))

const evidenceRows = (db: Database, among: Among) =>
  db
    .select({
      id: evidence.id,
      reportId: evidence.reportId,
      kind: evidence.kind,
      lang: evidence.lang,
      access: evidence.access,
      state: evidence.state,
      round: sql<number>`${evidence.round}`,
      addedAt: evidence.addedAt,
      title: evidence.title,
      heldReason: evidence.heldReason,
      url: evidence.url,
      mediaType: evidence.mediaType,
      size: evidence.size,
      sha256: evidence.sha256,
    })
    .from(evidence)
    .where(
      and(
        inArray(evidence.reportId, handedIn(db, among)),
        inArray(evidence.state, ['public', 'held', 'withheld']),
        isNotNull(evidence.round),
      ),
    )

const reviewRows = (db: Database, among: Among) =>
  db
    .select({
      ...publicReviewColumns,
      rubricVersion: reviews.rubricVersion,
      at: sql<Date>`${reviews.decidedAt}`.mapWith(reviews.decidedAt),
      reply: {
        stance: replies.stance,
        lang: replies.lang,
        text: replies.text,
        at: replies.at,
      },
    })
    .from(reviews)
    .leftJoin(replies, eq(replies.reviewId, reviews.id))
    .where(and(inArray(reviews.reportId, handedIn(db, among)), publicReview))
    .orderBy(asc(reviews.decidedAt), asc(reviews.id))

/** Every public act of the records; of a redaction also what its leaf says that it withholds. */
const entryRows = (db: Database, among: Among) => {
  const redacts = (member: string) =>
    sql`json_extract(cast(${logEntries.leaf} as text), ${`$.redacts.${member}`})`
  return db
    .select({
      commitmentId: sql<string>`${acts.commitmentId}`,
      ...entryColumns,
      reason: sql<string | null>`json_extract(${acts.fields}, '$.reason')`,
      toldAt: sql<string | null>`json_extract(${acts.fields}, '$.told.at')`,
      basis: sql<
        string | null
      >`case when ${acts.kind} = 'content.redacted' then ${redacts('basis')} end`,
      of: sql<number | null>`case when ${acts.kind} = 'content.redacted' then ${redacts('of')} end`,
    })
    .from(acts)
    .innerJoin(logEntries, eq(logEntries.idx, acts.entry))
    .where(among(db, acts.commitmentId))
    .orderBy(asc(acts.entry))
}

export const entryColumns = {
  index: logEntries.idx,
  act: sql<PublicKind>`${acts.kind}`,
  subject: acts.subject,
  at: acts.at,
  leafHash: logEntries.leafHash,
}

/** The log's size, to be asked for in the same breath as what is said to come from it. */
export const sizeRows = (db: Database) => db.select({ last: max(logEntries.idx) }).from(logEntries)

/** The questions whose answers, from one snapshot, make public records; all but their entries. */
const recordQuestions = (db: Database, among: Among) =>
  [
    sizeRows(db),
    headRows(db, among),
    clauseRows(db, among),
    placeRows(db, among),
    partnerRows(db, among),
    milestoneRows(db, among),
    versionRows(db, among),
    reportRows(db, among),
    roundRows(db, among),
    evidenceRows(db, among),
    reviewRows(db, among),
  ] as const

/** Those of one record, by the `id` that is given. */
export const identifiedQuestions = (db: Database) => recordQuestions(db, one)
const askOne = (db: Database) => [...recordQuestions(db, one), entryRows(db, one)] as const
const askNext = (db: Database) => [...recordQuestions(db, next), entryRows(db, next)] as const
const askId = (db: Database) =>
  [
    db
      .select({ id: commitments.id })
      .from(commitments)
      .where(and(eq(commitments.number, sql.placeholder('number')), publicCommitment)),
  ] as const

type RecordAnswers = Answers<ReturnType<typeof identifiedQuestions>>
export type EntryRow = Awaited<ReturnType<typeof entryRows>>[number]

/** The answers by their names, with the entries beside them. */
export function recordRowsOf(answers: RecordAnswers, entries: readonly EntryRow[]) {
  const [sizes, heads, clauses, places, partners, stones, ...rest] = answers
  const [versions, handed, rounds, pieces, looks] = rest
  return {
    size: (sizes[0]?.last ?? -1) + 1,
    heads,
    clauses,
    places,
    partners,
    stones,
    versions,
    handed,
    rounds,
    pieces,
    looks,
    entries,
  }
}
export type RecordRows = ReturnType<typeof recordRowsOf>

function named(answers: Answers<ReturnType<typeof askOne>>): RecordRows {
  const [a, b, c, d, e, f, g, h, i, j, k, entries] = answers
  return recordRowsOf([a, b, c, d, e, f, g, h, i, j, k], entries)
}

/** What makes the public record of this number; undefined where nothing public has it. */
export async function recordNumbered(db: Database, number: string) {
  // A number never becomes another commitment's: the two need not be asked at once.
  const [[found]] = await atOnce(db, askId, { number })
  return found && named(await atOnce(db, askOne, { id: found.id }))
}

/** The next ones, in the order of their numbers. */
export const recordsAfter = async (db: Database, number: string, limit: number) =>
  named(await atOnce(db, askNext, { number, limit }))
