import { randomBytes } from 'node:crypto'

import { and, desc, inArray, isNotNull, max, sql } from 'drizzle-orm'

import { isPublicKind, type Act } from '#app/domain/acts/act.ts'
import { ORDER_SLACK_MS, sealEntry, type SealedEntry } from '#app/domain/ledger/entry.ts'

import type { Transaction } from '../client.server.ts'
import { refuseWhileStopped } from '../publishing.server.ts'
import { acts } from '../schema/acts.ts'
import { disclosures, logEntries } from '../schema/log.ts'
import { ClockBehind } from '../unavailable.server.ts'
import { newId } from './ids.server.ts'

/** The newest entries a new one's time is held against: enough for one clock, however long the log. */
const SEEN_BEFORE = 20

type Recorded = { id: string; entry: number | null }

/** Keeps the act; a public one also becomes the next entry of the log, in the same transaction. */
export async function recordAct(tx: Transaction, act: Act): Promise<Recorded> {
  const [recorded] = await recordActs(tx, [act])
  if (!recorded) throw new Error(`${act.kind} was not recorded`)
  return recorded
}

/** The same for several acts, in their order, with few statements: an import has thousands. */
export async function recordActs(tx: Transaction, said: readonly Act[]): Promise<Recorded[]> {
  const newest = await newestOf(tx, said)
  let next = (await lastEntry(tx)) + 1
  const sealed: NewEntry[] = []
  const rows = said.map((act) => {
    const id = newId('act')
    const entry = isPublicKind(act.kind) ? next++ : null
    if (entry !== null) {
      sealed.push({ idx: entry, actId: id, ...seal(id, act, newest.get(act.subject)) })
      newest.set(act.subject, id)
    }
    return {
      id,
      kind: act.kind,
      subject: act.subject,
      commitmentId: act.commitmentId,
      userId: act.by.userId,
      organisationId: act.by.organisationId,
      role: act.by.role,
      at: act.at,
      fields: act.fields,
      entry,
    }
  })
  if (sealed.length > 0) {
    refuseWhileStopped(tx)
    await refuseClockBehind(tx, said)
    await appendEntries(tx, sealed)
  }
  if (rows.length > 0) await tx.insert(acts).values(rows)
  return rows.map(({ id, entry }) => ({ id, entry }))
}

/** A verifier takes an entry dated far before an earlier one for a forgery: better none than that. */
async function refuseClockBehind(tx: Transaction, said: readonly Act[]) {
  const newest = await tx
    .select({ at: acts.at })
    .from(acts)
    .where(isNotNull(acts.entry))
    .orderBy(desc(acts.entry))
    .limit(SEEN_BEFORE)
    .all()
  const latest = newest.reduce((last, { at }) => (at > last ? at : last), new Date(0))
  // Not Math.min(...said): an import says more than a call takes arguments.
  const earliest = said.reduce((first, { at }) => (at < first ? at : first), new Date(8.64e15))
  const behind = latest.getTime() - earliest.getTime()
  if (behind > ORDER_SLACK_MS) throw new ClockBehind(behind)
}

const lastEntry = async (tx: Transaction): Promise<number> =>
  (
    await tx
      .select({ idx: max(logEntries.idx) })
      .from(logEntries)
      .get()
  )?.idx ?? -1

/** The newest public act on each of these acts' subjects. */
async function newestOf(tx: Transaction, said: readonly Act[]): Promise<Map<string, string>> {
  const subjects = [...new Set(said.map((act) => act.subject))]
  const rows = await tx
    // SQLite takes the id from the row that has the maximum.
    .select({ subject: acts.subject, id: acts.id, entry: max(acts.entry) })
    .from(acts)
    .where(and(inArray(acts.subject, subjects), isNotNull(acts.entry)))
    .groupBy(acts.subject)
    .all()
  return new Map(rows.map(({ subject, id }) => [subject, id]))
}

const seal = (id: string, act: Act, prev: string | undefined) =>
  sealEntry({
    act: act.kind,
    actor: { org: act.by.organisationId ?? undefined, role: act.by.role },
    at: act.at,
    clauses: act.clauses,
    id,
    prev,
    redacts: act.redacts,
    subject: act.subject,
    fields: act.fields,
    salts: () => randomBytes(32),
  })

/** An entry of the log as it is kept; a disclosure withheld from the start has only its digest. */
export type NewEntry = Pick<SealedEntry, 'leaf' | 'leafHash'> & {
  idx: number
  actId: string
  disclosures: readonly { digest: string; disclosure: string | null; redaction?: number }[]
}

/** Adds entries at the end of the log. The triggers see to it that there is no gap. */
export async function appendEntries(tx: Transaction, entries: readonly NewEntry[]) {
  await tx.insert(logEntries).values(
    entries.map(({ idx, leaf, leafHash, actId }) => ({
      idx,
      leaf: Buffer.from(leaf),
      leafHash: Buffer.from(leafHash),
      actId,
    })),
  )
  const opened = entries.flatMap(({ idx, disclosures: all }) =>
    all.map(({ digest, disclosure, redaction }) => [idx, digest, disclosure, redaction ?? null]),
  )
  // One parameter for all of them: a row of parameters each made up most of an import's time.
  if (opened.length > 0)
    await tx.run(sql`INSERT INTO ${disclosures} (idx, digest, disclosure, redaction)
      SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3
      FROM json_each(${JSON.stringify(opened)})`)
}
