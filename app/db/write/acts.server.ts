import { randomBytes } from 'node:crypto'

import { sql } from 'drizzle-orm'

import { isPublicKind, type Act } from '#app/domain/acts/act.ts'
import { SALT_BYTES } from '#app/domain/ledger/disclosure.ts'
import { ORDER_SLACK_MS, sealEntry, type SealedEntry } from '#app/domain/ledger/entry.ts'

import type { Transaction } from '../client.server.ts'
import { refuseWhileStopped } from '../publishing.server.ts'
import { acts } from '../schema/acts.ts'
import { disclosures, logEntries } from '../schema/log.ts'
import { ClockBehind } from '../unavailable.server.ts'
import { newId } from './ids.server.ts'
import { insertRows } from './rows.server.ts'

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
  const end = said.some(({ kind }) => isPublicKind(kind)) ? await endOfLog(tx, said) : noEnd
  const newest = new Map(end.newest)
  let next = end.last + 1
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
      address: act.by.from ?? null,
      at: act.at,
      fields: act.fields,
      entry,
    }
  })
  if (sealed.length > 0) {
    refuseWhileStopped(tx)
    refuseClockBehind(end, said)
    await appendEntries(tx, sealed)
  }
  await insertRows(tx, acts, rows)
  return rows.map(({ id, entry }) => ({ id, entry }))
}

/** A verifier takes an entry dated far before an earlier one for a forgery: better none than that. */
function refuseClockBehind({ latest }: LogEnd, said: readonly Act[]) {
  // Not Math.min(...said): an import says more than a call takes arguments.
  const earliest = said.reduce((first, { at }) => (at < first ? at : first), new Date(8.64e15))
  const behind = latest - earliest.getTime()
  if (behind > ORDER_SLACK_MS) throw new ClockBehind(behind)
}

type LogEnd = {
  last: number
  /** Milliseconds since 1970. */
  latest: number
  /** The newest public act on each of these acts' subjects. */
  newest: readonly (readonly [subject: string, id: string])[]
}
/** For private acts, which ask nothing of the log. */
const noEnd: LogEnd = { last: -1, latest: 0, newest: [] }

/** What new entries follow on, in one question: every act asks it. */
async function endOfLog(tx: Transaction, said: readonly Act[]): Promise<LogEnd> {
  const subjects = JSON.stringify([...new Set(said.map((act) => act.subject))])
  // SQLite takes a subject's id from the row that has the maximum.
  const [end] = await tx.all<{ last: number; latest: number; newest: string }>(sql`SELECT
    (SELECT coalesce(max(idx), -1) FROM ${logEntries}) AS last,
    (SELECT coalesce(max(at), 0) FROM (SELECT at FROM ${acts} WHERE entry IS NOT NULL
      ORDER BY entry DESC LIMIT ${SEEN_BEFORE})) AS latest,
    (SELECT json_group_array(json_array(subject, id)) FROM (SELECT subject, id, max(entry) FROM ${acts} WHERE entry IS NOT NULL
        AND subject IN (SELECT value FROM json_each(${subjects})) GROUP BY subject)) AS newest`)
  if (!end) throw new Error('the log has no end')
  return { ...end, newest: JSON.parse(end.newest) as LogEnd['newest'] }
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
    salts: freshSalts(Object.keys(act.fields).length),
  })

/** So many salts, drawn at once: asking for each made up a third of the time an entry takes. */
function freshSalts(count: number): () => Uint8Array {
  const drawn = randomBytes(count * SALT_BYTES)
  let taken = 0
  return () => {
    const from = SALT_BYTES * taken++
    return drawn.subarray(from, from + SALT_BYTES)
  }
}

/** An entry of the log as it is kept; a disclosure withheld from the start has only its digest. */
export type NewEntry = Pick<SealedEntry, 'leaf' | 'leafHash'> & {
  idx: number
  actId: string
  disclosures: readonly { digest: string; disclosure: string | null; redaction?: number }[]
}

/** Adds entries at the end of the log. The triggers see to it that there is no gap. */
export async function appendEntries(tx: Transaction, entries: readonly NewEntry[]) {
  await insertRows(
    tx,
    logEntries,
    entries.map(({ idx, leaf, leafHash, actId }) => ({
      idx,
      leaf: Buffer.from(leaf),
      leafHash: Buffer.from(leafHash),
      actId,
    })),
  )
  const opened = entries.flatMap(({ idx, disclosures: all }) =>
    all.map(({ digest, disclosure, redaction = null }) => ({ idx, digest, disclosure, redaction })),
  )
  await insertRows(tx, disclosures, opened)
}
