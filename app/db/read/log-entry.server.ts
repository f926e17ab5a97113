import { and, asc, desc, eq, gt, isNotNull, lt } from 'drizzle-orm'

import { actingRoles, publicKinds, type Json, type PublicKind } from '#app/domain/acts/act.ts'
import { hex } from '#app/domain/ledger/bytes.ts'
import { openDisclosure } from '#app/domain/ledger/disclosure.ts'
import { readEntry } from '#app/domain/ledger/entry.ts'
import { LedgerError } from '#app/domain/ledger/ledger-error.ts'
import { remainsIn, type Remains } from '#app/domain/redactions/withhold.ts'
import type { Locale } from '#app/domain/shared/language.ts'

import type { Database } from '../client.server.ts'
import { acts } from '../schema/acts.ts'
import { logEntries } from '../schema/log.ts'
import { loggedActs, signedState, toldAct, type LoggedAct } from './log-acts.server.ts'
import { recordState } from './log-head.server.ts'
import { openingsBetween, type Openings } from './log-openings.server.ts'
import { bytesBefore, entryProof, firstProof } from './log-proofs.server.ts'
import { publishedCheckpoint } from './log-tiles.server.ts'

const entryRow = (db: Database, index: number) =>
  db
    .select({ leaf: logEntries.leaf, leafHash: logEntries.leafHash, subject: acts.subject })
    .from(logEntries)
    .innerJoin(acts, eq(acts.entry, logEntries.idx))
    .where(eq(logEntries.idx, index))
    .get()

/** The public acts before and after an entry on the same subject. */
async function neighboursOf(db: Database, subject: string, index: number) {
  const beside = { entry: acts.entry, kind: acts.kind }
  const [[previous], [next]] = await db.batch([
    db
      .select(beside)
      .from(acts)
      .where(and(eq(acts.subject, subject), isNotNull(acts.entry), lt(acts.entry, index)))
      .orderBy(desc(acts.entry))
      .limit(1),
    db
      .select(beside)
      .from(acts)
      .where(and(eq(acts.subject, subject), gt(acts.entry, index)))
      .orderBy(asc(acts.entry))
      .limit(1),
  ])
  type Beside = { entry: number; kind: PublicKind }
  return { previous: previous as Beside | undefined, next: next as Beside | undefined }
}

export type Withholding = {
  /** The entry that ordered it. */
  redaction: number
  basis: string | undefined
  digest: string
  /** The field, and what remains of its value, as that entry says. */
  field: string | undefined
  value: Json | undefined
}

/**
 * Which digests of an entry later entries withhold, as those entries themselves say. What one of
 * them says may itself be withheld by a still later one, which then says what remains.
 */
async function withholdingsOf(db: Database, { index, withheld }: Openings): Promise<Withholding[]> {
  const ordered = new Map<number, Order>()
  for (const { redaction } of withheld)
    if (redaction > index && !ordered.has(redaction))
      ordered.set(redaction, await orderOf(db, redaction, index))
  return withheld.map(({ digest, redaction }) => {
    const order = ordered.get(redaction)
    const left = order?.remains.get(digest)
    return {
      redaction,
      digest,
      basis: order?.digests.has(digest) ? order.basis : undefined,
      field: left?.field,
      value: left?.value,
    }
  })
}

type Order = {
  basis: string | undefined
  digests: ReadonlySet<string>
  remains: ReadonlyMap<string, Remains>
}

/** What the redaction at `redaction` withholds of the entry at `index`, and what it leaves. */
async function orderOf(db: Database, redaction: number, index: number): Promise<Order> {
  const [[row], [openings]] = await Promise.all([
    db.select({ leaf: logEntries.leaf }).from(logEntries).where(eq(logEntries.idx, redaction)),
    openingsBetween(db, redaction, redaction + 1),
  ])
  const redacts = row && entryIn(new Uint8Array(row.leaf))?.redacts
  if (redacts?.of !== index || !openings)
    return { basis: undefined, digests: new Set(), remains: new Map() }
  const fields = [
    ...fieldsOf(openings.d),
    ...(await withholdingsOf(db, openings)).flatMap(({ field, value }) =>
      field === undefined || value === undefined ? [] : [{ field, value }],
    ),
  ]
  const remains = fields.flatMap(({ field, value }) => remainsIn(field, value) ?? [])
  return {
    basis: redacts.basis,
    digests: new Set(redacts.digests),
    remains: new Map(remains.map((one) => [one.digest, one])),
  }
}

/** A leaf that is none is shown as it is; that it does not verify is said elsewhere. */
function entryIn(leaf: Uint8Array) {
  try {
    return readEntry(leaf)
  } catch (error) {
    if (error instanceof LedgerError) return undefined
    throw error
  }
}

const fieldsOf = (disclosures: readonly string[]) =>
  disclosures.flatMap((disclosure) => {
    try {
      const { field, value } = openDisclosure(disclosure)
      return [{ field, value: value as Json }]
    } catch (error) {
      if (error instanceof LedgerError) return []
      throw error
    }
  })

/** What happened, when and in what role is told from the hashed bytes: "unchanged" is said of them. */
function asLogged(told: LoggedAct, leaf: Uint8Array): LoggedAct {
  const entry = entryIn(leaf)
  if (!entry) return told
  return {
    ...told,
    kind: publicKinds.find((kind) => kind === entry.act) ?? told.kind,
    at: new Date(entry.at),
    role: actingRoles.find((role) => role === entry.actor.role) ?? told.role,
  }
}

/** An entry as it is stored, with everything published beside it. */
async function storedEntry(db: Database, index: number, locale: Locale) {
  const row = await entryRow(db, index)
  const [act] = row ? await loggedActs(db, eq(acts.entry, index), locale) : []
  const [openings] = row ? await openingsBetween(db, index, index + 1) : []
  if (!row || !act || !openings) return undefined
  const leaf = new Uint8Array(row.leaf)
  return {
    act: asLogged(toldAct(act), leaf),
    subject: row.subject,
    leaf,
    leafHash: new Uint8Array(row.leafHash),
    disclosures: openings.d,
    withheld: await withholdingsOf(db, openings),
  }
}

/** One entry of the log: what happened, what it says, and the bytes that are hashed. */
export async function logEntryPage(db: Database, index: number, locale: Locale, now: Date) {
  const stored = await storedEntry(db, index, locale)
  if (!stored) return undefined
  const { act, subject, leaf, leafHash, disclosures, withheld } = stored
  const { clauses = [], redacts } = entryIn(leaf) ?? {}
  return {
    act,
    fields: fieldsOf(disclosures),
    withheld,
    leaf: new TextDecoder().decode(leaf),
    leafHash: hex(leafHash),
    clauses,
    redacts: redacts && { of: redacts.of, basis: redacts.basis, fields: redacts.digests.length },
    ...(await neighboursOf(db, subject, index)),
    record: await recordState(db, now),
    signed: signedState(await publishedCheckpoint(db)),
  }
}
export type LogEntryPage = NonNullable<Awaited<ReturnType<typeof logEntryPage>>>

/** An entry with all that its check needs; no proof while it waits for its first checkpoint. */
export async function entryToCheck(db: Database, index: number, locale: Locale, now: Date) {
  const stored = await storedEntry(db, index, locale)
  if (!stored) return undefined
  const { act, leaf, leafHash, disclosures, withheld } = stored
  return {
    act,
    leaf,
    leafHash,
    disclosures,
    // Named by the redaction itself, not only by our own books.
    withheld: withheld.flatMap(({ digest, basis }) => (basis === undefined ? [] : [digest])),
    proof: await entryProof(db, index),
    first: await firstProof(db, index),
    bytesBefore: await bytesBefore(db, index),
    record: await recordState(db, now),
  }
}
