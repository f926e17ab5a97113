import { and, eq, inArray, sql } from 'drizzle-orm'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'

import type { Json } from '#app/domain/acts/act.ts'
import type { EvidenceState } from '#app/domain/evidence/evidence-state.ts'
import type { RedactedRecord, Redaction } from '#app/domain/redactions/redaction.ts'
import {
  letterWithout,
  whatRemains,
  withoutWords,
  wordsStandingIn,
  type Wish,
} from '#app/domain/redactions/withhold.ts'

import type { Transaction } from '../client.server.ts'
import { keeping, keptOf, openFieldsOf, type Kept } from '../read/record-words.server.ts'
import { evidence } from '../schema/evidence.ts'
import { disclosures } from '../schema/log.ts'
import { milestones, reports } from '../schema/milestones.ts'
import { doomedFiles, redactionPass, redactions } from '../schema/redactions.ts'
import { loadCommitment } from './commitments.server.ts'

export const loadRedaction = (tx: Transaction, id: string): Promise<Redaction | undefined> =>
  tx.select().from(redactions).where(eq(redactions.id, id)).get()

/** A record with everything that is written in it, and the rows that keep it. */
export async function loadRedactedRecord(
  tx: Transaction,
  commitmentId: string,
  words: readonly string[],
): Promise<{ record: RedactedRecord; kept: Kept[] } | undefined> {
  const commitment = await loadCommitment(tx, commitmentId)
  if (!commitment) return undefined
  const pieces = await tx
    .select({
      id: evidence.id,
      state: evidence.state,
      round: evidence.round,
      fileName: evidence.fileName,
      url: evidence.url,
    })
    .from(evidence)
    .innerJoin(reports, eq(reports.id, evidence.reportId))
    .innerJoin(milestones, eq(milestones.id, reports.milestoneId))
    .where(eq(milestones.commitmentId, commitmentId))
    .all()
  const waiting = await tx
    .select()
    .from(redactions)
    .where(and(eq(redactions.commitmentId, commitmentId), eq(redactions.state, 'proposed')))
    .get()
  const kept = await keptOf(tx, commitmentId, words)
  const record: RedactedRecord = {
    commitment,
    evidence: pieces,
    open: await openFieldsOf(tx, commitmentId),
    // A proposal's own list of words is no place where they stand, nor is a letter about whatever.
    papers: kept
      .filter(({ name }) => name !== 'redactions' && name !== 'letters')
      .map(({ columns }) => columns),
    waiting,
  }
  return { record, kept }
}

export async function insertRedaction(tx: Transaction, redaction: Redaction) {
  await tx.insert(redactions).values({
    ...redaction,
    words: [...redaction.words],
    evidenceIds: [...redaction.evidenceIds],
  })
}

export async function saveRedactionDecision(tx: Transaction, redaction: Redaction) {
  const { state, words, decidedBy, decidedAt, refusedReason } = redaction
  await tx
    .update(redactions)
    .set({ state, words: [...words], decidedBy, decidedAt, refusedReason })
    .where(eq(redactions.id, redaction.id))
}

/** Freed pages are overwritten from here on, on this transaction's connection. */
export async function overwriteWhatGoes(tx: Transaction) {
  await tx.run(sql`PRAGMA secure_delete = ON`)
}

/**
 * Takes words and evidence out of everything kept about a record. The pass opens the append-only
 * tables, and is gone again when the transaction ends.
 */
export async function withholdFrom(
  tx: Transaction,
  what: {
    wish: Wish
    kept: readonly Kept[]
    /** Digests of disclosures to close, and the entry that says so. */
    closed: readonly { of: number; digests: readonly string[]; entry: number }[]
    evidence: readonly { id: string; state: EvidenceState }[]
    now: Date
  },
) {
  await tx.insert(redactionPass).values({ id: 'now' })
  for (const { of, digests, entry } of what.closed)
    await tx
      .update(disclosures)
      .set({ disclosure: null, redaction: entry })
      .where(and(eq(disclosures.idx, of), inArray(disclosures.digest, [...digests])))
  for (const { name, rowid, columns } of what.kept) {
    const changed = Object.entries(columns).flatMap(([column, value]) => {
      const left = leftOf(name, column, value, what.wish)
      return left === undefined ? [] : [[column, left]]
    })
    const table: SQLiteTable = keeping.find((one) => one.name === name)!.table
    if (changed.length > 0)
      await tx
        .update(table)
        .set(Object.fromEntries(changed))
        .where(sql`rowid = ${rowid}`)
  }
  for (const { id, state } of what.evidence) await withholdEvidence(tx, id, state, what.now)
  await tx.delete(redactionPass)
}

/** What a column keeps afterwards, or undefined when it stays as it is. */
function leftOf(name: Kept['name'], column: string, value: Json, wish: Wish): Json | undefined {
  if (name === 'acts') return fieldsLeft(value as Record<string, Json>, wish)
  if (wordsStandingIn(value, wish.words).length === 0) return undefined
  if (name === 'letters') return letterWithout(value as string, wish.words)
  const left = withoutWords(value, wish.words)
  // Another proposal's words: a sign alone would ask for every sign there is.
  return name === 'redactions' && column === 'words'
    ? (left as string[]).filter((word) => !/^\s*█[\s█]*$/.test(word))
    : left
}

function fieldsLeft(fields: Record<string, Json>, wish: Wish): Json | undefined {
  let changed = false
  const left = Object.entries(fields).map(([field, value]) => {
    const remains = whatRemains(field, value, wish)
    changed ||= remains !== undefined
    return [field, remains ?? value]
  })
  return changed ? Object.fromEntries(left) : undefined
}

async function withholdEvidence(tx: Transaction, id: string, state: EvidenceState, now: Date) {
  const piece = await tx
    .select({ storedName: evidence.storedName })
    .from(evidence)
    .where(eq(evidence.id, id))
    .get()
  await tx
    .update(evidence)
    .set({
      state,
      title: '',
      heldReason: '',
      url: null,
      fileName: null,
      storedName: null,
      mediaType: null,
      size: null,
      sha256: null,
    })
    .where(eq(evidence.id, id))
  if (piece?.storedName)
    await tx
      .insert(doomedFiles)
      .values({ storedName: piece.storedName, since: now })
      .onConflictDoNothing()
}

export async function forgetFile(tx: Transaction, storedName: string) {
  await tx.delete(doomedFiles).where(eq(doomedFiles.storedName, storedName))
}

export async function saveErased(tx: Transaction, ids: readonly string[], erasedAt: Date) {
  await tx
    .update(redactions)
    .set({ erasedAt })
    .where(inArray(redactions.id, [...ids]))
}
