import { and, asc, eq, gt, gte, lt, sql } from 'drizzle-orm'

import { proveInclusion } from '#app/domain/ledger/tile-tree.ts'
import { TILE_WIDTH } from '#app/domain/ledger/tile.ts'

import type { Database } from '../client.server.ts'
import { logCheckpoints, logEntries } from '../schema/log.ts'
import { hashesOf, publishedCheckpoint } from './log-tiles.server.ts'

export type EntryProof = {
  index: number
  leaf: Uint8Array
  /** As stored, not worked out from the leaf: whoever relies on it does that. */
  leafHash: Uint8Array
  /** From leaf to root, 32 bytes each. */
  proof: Uint8Array[]
  size: number
  root: Uint8Array
  /** The signed checkpoint of that size, with what witnesses have added so far. */
  note: string
  signedAt: Date
}

/** That an entry stands in the log, under the newest checkpoint; undefined past what was signed. */
export async function entryProof(db: Database, index: number): Promise<EntryProof | undefined> {
  const newest = await publishedCheckpoint(db)
  if (!newest || index >= newest.size) return undefined
  const entry = await db
    .select({ leaf: logEntries.leaf, leafHash: logEntries.leafHash })
    .from(logEntries)
    .where(eq(logEntries.idx, index))
    .get()
  if (!entry) return undefined
  const { size, root, note, signedAt } = newest
  return {
    index,
    leaf: new Uint8Array(entry.leaf),
    leafHash: new Uint8Array(entry.leafHash),
    proof: await proveInclusion(index, size, hashesOf(db)),
    size,
    root,
    note,
    signedAt,
  }
}

/**
 * The oldest checkpoint that covers an entry, with the proof that leads there: whatever the entry's
 * own time says, it is from this signature on that nobody can have changed it unseen.
 */
export async function firstProof(
  db: Database,
  index: number,
): Promise<Pick<EntryProof, 'proof' | 'note' | 'signedAt'> | undefined> {
  const first = await db
    .select({
      size: logCheckpoints.size,
      note: logCheckpoints.note,
      signedAt: logCheckpoints.signedAt,
    })
    .from(logCheckpoints)
    .where(gt(logCheckpoints.size, index))
    .orderBy(asc(logCheckpoints.size))
    .limit(1)
    .get()
  if (!first) return undefined
  const { size, ...signed } = first
  return { ...signed, proof: await proveInclusion(index, size, hashesOf(db)) }
}

/** How many bytes stand before an entry in its bundle: each of those before it, and its length. */
export async function bytesBefore(db: Database, index: number): Promise<number> {
  const start = index - (index % TILE_WIDTH)
  const row = await db
    .select({ bytes: sql<number>`coalesce(sum(2 + length(${logEntries.leaf})), 0)` })
    .from(logEntries)
    .where(and(gte(logEntries.idx, start), lt(logEntries.idx, index)))
    .get()
  return row?.bytes ?? 0
}
