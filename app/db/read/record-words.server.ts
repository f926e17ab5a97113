import { and, asc, eq, inArray, isNotNull, sql, type SQL } from 'drizzle-orm'
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core'

import type { Json, PublicKind } from '#app/domain/acts/act.ts'
import { openDisclosure } from '#app/domain/ledger/disclosure.ts'
import type { OpenField } from '#app/domain/redactions/redaction.ts'
import { inAddresses } from '#app/domain/redactions/withhold.ts'

import type { Transaction } from '../client.server.ts'
import { acts, mails } from '../schema/acts.ts'
import { commitments, commitmentVersions, parties, screenings } from '../schema/commitments.ts'
import { evidence } from '../schema/evidence.ts'
import { disclosures } from '../schema/log.ts'
import { milestones, reportRounds, reports } from '../schema/milestones.ts'
import { redactions } from '../schema/redactions.ts'
import { replies, reviews } from '../schema/reviews.ts'

/** The pool, or the transaction in which words are withheld. */
type Asked = Pick<Transaction, 'select'>

/** A table in which the words of a record are kept: its written columns, and whose rows they are. */
type Keeping = {
  name: string
  table: SQLiteTable
  columns: Record<string, SQLiteColumn>
  of: (db: Asked, commitmentId: string) => SQL | undefined
}

const milestoneIds = (db: Asked, id: string) =>
  db.select({ id: milestones.id }).from(milestones).where(eq(milestones.commitmentId, id))
const reportIds = (db: Asked, id: string) =>
  db
    .select({ id: reports.id })
    .from(reports)
    .where(inArray(reports.milestoneId, milestoneIds(db, id)))
const reviewIds = (db: Asked, id: string) =>
  db
    .select({ id: reviews.id })
    .from(reviews)
    .where(inArray(reviews.reportId, reportIds(db, id)))

/**
 * Everywhere the words of a record are kept beside the log. A test holds it against every column
 * of the schema: what is added there is swept here, or said not to be anybody's words.
 */
export const keeping = [
  {
    name: 'commitments',
    table: commitments,
    columns: {
      terms: commitments.terms,
      title: commitments.title,
      endReason: commitments.endReason,
      provenance: commitments.provenance,
    },
    of: (_, id) => eq(commitments.id, id),
  },
  {
    name: 'versions',
    table: commitmentVersions,
    columns: {
      terms: commitmentVersions.terms,
      changes: commitmentVersions.changes,
      reason: commitmentVersions.reason,
    },
    of: (_, id) => eq(commitmentVersions.commitmentId, id),
  },
  {
    name: 'milestones',
    table: milestones,
    columns: { title: milestones.title, unit: milestones.unit, terms: milestones.terms },
    of: (_, id) => eq(milestones.commitmentId, id),
  },
  {
    name: 'parties',
    table: parties,
    columns: { role: parties.role, share: parties.share, reason: parties.reason },
    of: (_, id) => eq(parties.commitmentId, id),
  },
  {
    name: 'screenings',
    table: screenings,
    columns: { reason: screenings.reason, questions: screenings.questions },
    of: (_, id) => eq(screenings.commitmentId, id),
  },
  {
    name: 'reports',
    table: reports,
    columns: { content: reports.content },
    of: (db, id) => inArray(reports.milestoneId, milestoneIds(db, id)),
  },
  {
    name: 'rounds',
    table: reportRounds,
    columns: { content: reportRounds.content },
    of: (db, id) => inArray(reportRounds.reportId, reportIds(db, id)),
  },
  {
    name: 'evidence',
    table: evidence,
    columns: {
      title: evidence.title,
      heldReason: evidence.heldReason,
      url: evidence.url,
      fileName: evidence.fileName,
    },
    of: (db, id) => inArray(evidence.reportId, reportIds(db, id)),
  },
  {
    name: 'reviews',
    table: reviews,
    columns: {
      reasons: reviews.reasons,
      scores: reviews.scores,
      questions: reviews.questions,
      sentBackReason: reviews.sentBackReason,
    },
    of: (db, id) => inArray(reviews.reportId, reportIds(db, id)),
  },
  {
    name: 'replies',
    table: replies,
    columns: { text: replies.text },
    of: (db, id) => inArray(replies.reviewId, reviewIds(db, id)),
  },
  {
    name: 'acts',
    table: acts,
    columns: { fields: acts.fields },
    of: (_, id) => eq(acts.commitmentId, id),
  },
  {
    name: 'redactions',
    table: redactions,
    columns: {
      words: redactions.words,
      reason: redactions.reason,
      refusedReason: redactions.refusedReason,
    },
    of: (_, id) => eq(redactions.commitmentId, id),
  },
  {
    // Letters name no record: whichever holds the words holds them about this one or another.
    name: 'letters',
    table: mails,
    columns: { subject: mails.subject, text: mails.text, lastError: mails.lastError },
    of: () => undefined,
  },
] as const satisfies readonly Keeping[]

export type KeptName = (typeof keeping)[number]['name']

/** One row that keeps words of the record. */
export type Kept = { name: KeptName; rowid: number; columns: Record<string, Json> }

/**
 * The rows in which the record's words are kept. Of letters only those with one of these words:
 * there are as many as the register ever sent.
 */
export async function keptOf(
  db: Asked,
  commitmentId: string,
  words: readonly string[],
): Promise<Kept[]> {
  const all: Kept[] = []
  for (const { name, table, columns, of } of keeping) {
    const rows = await db
      .select({ rowid: sql<number>`${table}.rowid`, ...(columns as Record<string, SQLiteColumn>) })
      .from(table)
      .where(name === 'letters' ? holdsOne(words) : of(db, commitmentId))
      .all()
    for (const { rowid, ...kept } of rows)
      all.push({ name, rowid: rowid as number, columns: kept as Record<string, Json> })
  }
  return all
}

const holdsOne = (words: readonly string[]): SQL => {
  const letter = sql`${mails.subject} || ' ' || ${mails.text} || ' ' || ${mails.lastError}`
  const written = new Set(words.flatMap((word) => [word.normalize('NFC'), word.normalize('NFD')]))
  // The hex digits of an address come in both cases; whoever is handed the rows looks closer.
  const spelled = words.map(inAddresses).filter((address) => !written.has(address))
  const found = [
    ...[...written].map((word) => sql`instr(${letter}, ${word}) > 0`),
    ...spelled.map((address) => sql`instr(lower(${letter}), ${address.toLowerCase()}) > 0`),
  ]
  return found.length === 0 ? sql`false` : sql.join(found, sql` or `)
}

/** Every field of the record's public entries that is still open, in the log's order. */
export async function openFieldsOf(db: Asked, commitmentId: string): Promise<OpenField[]> {
  const rows = await db
    .select({
      entry: disclosures.idx,
      kind: sql<PublicKind>`${acts.kind}`,
      digest: disclosures.digest,
      disclosure: disclosures.disclosure,
    })
    .from(acts)
    .innerJoin(disclosures, eq(disclosures.idx, acts.entry))
    .where(and(eq(acts.commitmentId, commitmentId), isNotNull(disclosures.disclosure)))
    .orderBy(asc(disclosures.idx), asc(sql`${disclosures}.rowid`))
    .all()
  return rows.map(({ disclosure, ...row }) => {
    const { field, value } = openDisclosure(disclosure ?? '')
    return { ...row, field, value: value as Json }
  })
}
