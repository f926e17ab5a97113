import { and, asc, desc, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm'

import type { Json } from '#app/domain/acts/act.ts'
import { readTold, TOLD } from '#app/domain/acts/told.ts'
import { readEntry } from '#app/domain/ledger/entry.ts'
import { previewOf, type Preview } from '#app/domain/redactions/places.ts'
import type { RedactionBasis } from '#app/domain/redactions/redaction-state.ts'
import type { RedactionShown } from '#app/domain/redactions/redaction.ts'
import { evidenceWithheldBy, withholdsWords, type Wish } from '#app/domain/redactions/withhold.ts'
import type { Viewer } from '#app/domain/shared/actor.ts'

import type { Database } from '../client.server.ts'
import { users } from '../schema/accounts.ts'
import { acts } from '../schema/acts.ts'
import { commitments } from '../schema/commitments.ts'
import { evidence } from '../schema/evidence.ts'
import { logEntries } from '../schema/log.ts'
import { milestones, reports } from '../schema/milestones.ts'
import { doomedFiles, redactions } from '../schema/redactions.ts'
import type { Given } from './at-once.server.ts'
import { inConflict } from './conflict.server.ts'
import { publicCommitment } from './filters.server.ts'
import { keptOf, openFieldsOf } from './record-words.server.ts'

/** What is left to do of redactions that were carried out: files to remove, traces to sweep. */
export async function erasuresOwed(db: Database) {
  const [owed, files] = await db.batch([
    db
      .select({ id: redactions.id })
      .from(redactions)
      .where(and(eq(redactions.state, 'carried-out'), isNull(redactions.erasedAt))),
    db.select({ storedName: doomedFiles.storedName }).from(doomedFiles),
  ])
  return { ids: owed.map(({ id }) => id), files: files.map(({ storedName }) => storedName) }
}

const headColumns = {
  id: commitments.id,
  number: sql<string>`${commitments.number}`,
  title: commitments.title,
  lang: commitments.lang,
}

/** Pieces of a record that were handed in and are not withheld: what can be asked for. */
const piecesOf = (db: Database, commitmentId: string) =>
  db
    .select({
      id: evidence.id,
      kind: evidence.kind,
      title: evidence.title,
      lang: evidence.lang,
      fileName: evidence.fileName,
      milestone: milestones.title,
    })
    .from(evidence)
    .innerJoin(reports, eq(reports.id, evidence.reportId))
    .innerJoin(milestones, eq(milestones.id, reports.milestoneId))
    .where(
      and(
        eq(milestones.commitmentId, commitmentId),
        isNotNull(evidence.round),
        inArray(evidence.state, ['public', 'held']),
      ),
    )
    .orderBy(asc(milestones.position), asc(evidence.addedAt), asc(evidence.id))

/**
 * A public record as a coordinator begins to withhold something from it. Of a record the
 * coordinator has an interest in, nothing is told but that.
 */
export async function recordToRedact(db: Database, viewer: Viewer, number: string, now: Date) {
  if (!viewer?.coordinator) return undefined
  const head = await db
    .select({
      conflicted: sql<number>`${inConflict(db, viewer, now)}`.mapWith(Boolean),
      commitment: headColumns,
    })
    .from(commitments)
    .where(and(eq(commitments.number, number), publicCommitment))
    .get()
  if (!head) return undefined
  if (head.conflicted) return { conflicted: true } as const
  const { commitment } = head
  const [pieces, waiting] = await Promise.all([
    piecesOf(db, commitment.id),
    db
      .select({ id: redactions.id, proposedBy: users.name })
      .from(redactions)
      .innerJoin(users, eq(users.id, redactions.proposedBy))
      .where(and(eq(redactions.commitmentId, commitment.id), eq(redactions.state, 'proposed')))
      .get(),
  ])
  return { conflicted: false as const, commitment, pieces, waiting }
}

/** Everything a wish would change in a record; the caller has settled who may ask. */
export async function previewOfWish(
  db: Database,
  commitmentId: string,
  wish: Wish,
): Promise<Preview> {
  const [open, said, kept] = await Promise.all([
    openFieldsOf(db, commitmentId),
    db
      .select({ entry: acts.entry, kind: acts.kind, at: acts.at, fields: acts.fields })
      .from(acts)
      .where(eq(acts.commitmentId, commitmentId))
      .orderBy(asc(acts.at), asc(acts.entry)),
    keptOf(db, commitmentId, wish.words),
  ])
  const rows = kept
    .filter(({ name }) => name !== 'acts' && name !== 'redactions')
    .map(({ name, columns }) => ({ name, value: columns }))
  return previewOf({ open, acts: said, rows }, wish)
}

/** One redaction, for coordinators without an interest: what it would withhold, or did. */
export async function redactionPage(db: Database, viewer: Viewer, id: string, now: Date) {
  if (!viewer?.coordinator) return undefined
  const found = await db
    .select({
      conflicted: sql<number>`${inConflict(db, viewer, now)}`.mapWith(Boolean),
      commitment: headColumns,
      redaction: redactions,
    })
    .from(redactions)
    .innerJoin(commitments, eq(commitments.id, redactions.commitmentId))
    .where(eq(redactions.id, id))
    .get()
  if (!found) return undefined
  if (found.conflicted) return { conflicted: true } as const
  const { commitment, redaction } = found
  const { proposedBy, decidedBy, words, evidenceIds, ...rest } = redaction
  const people = await db
    .select({ id: users.id, name: users.name })
    .from(users)
    .where(inArray(users.id, [proposedBy, decidedBy ?? '']))
  const nameOf = (userId: string | null) => people.find((one) => one.id === userId)?.name ?? ''
  const wish = { words, evidenceIds }
  return {
    conflicted: false as const,
    commitment,
    redaction: { ...rest, proposedBy: nameOf(proposedBy), decidedBy: nameOf(decidedBy) },
    mine: proposedBy === viewer.userId,
    words,
    pieces: (await piecesOf(db, commitment.id)).filter((one) => evidenceIds.includes(one.id)),
    preview:
      redaction.state === 'proposed' ? await previewOfWish(db, commitment.id, wish) : undefined,
    entries: redaction.decidedAt ? await entriesAt(db, commitment.id, redaction.decidedAt) : [],
  }
}

/** The plus keeps the planner off the index by kind, which holds every redaction there ever was. */
const isRedaction = eq(sql`+${acts.kind}`, 'content.redacted')

/** The entries of the log that a decision of this moment made. */
const entriesAt = async (db: Database, commitmentId: string, at: Date): Promise<number[]> =>
  (
    await db
      .select({ entry: acts.entry })
      .from(acts)
      .where(and(eq(acts.commitmentId, commitmentId), isRedaction, eq(acts.at, at)))
      .orderBy(asc(acts.entry))
  ).flatMap(({ entry }) => entry ?? [])

/** The acts that withheld something from a record, with their leaves. */
export const redactionRows = (db: Database, commitmentId: Given) =>
  db
    .select({ entry: logEntries.idx, at: acts.at, fields: acts.fields, leaf: logEntries.leaf })
    .from(acts)
    .innerJoin(logEntries, eq(logEntries.idx, acts.entry))
    .where(and(eq(acts.commitmentId, commitmentId), isRedaction))
    .orderBy(desc(acts.entry))

type RedactionRow = { entry: number; at: Date; fields: Record<string, Json>; leaf: Uint8Array }

export function redactionShown({ entry, at, fields, leaf }: RedactionRow): RedactionShown {
  // The leaf says of what and on what ground: it is what nobody can change.
  const { redacts } = readEntry(new Uint8Array(leaf))
  if (!redacts) throw new Error(`entry ${entry} says it withholds, and not what`)
  const { reason } = fields
  const told = readTold(fields[TOLD])
  return {
    entry,
    // One that an import tells was decided when the other register says.
    at: told ? new Date(told.at) : at,
    of: redacts.of,
    basis: redacts.basis as RedactionBasis,
    reason: typeof reason === 'string' ? reason : '',
    evidence: evidenceWithheldBy(fields),
    words: withholdsWords(fields),
  }
}
