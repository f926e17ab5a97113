import { asc, eq, gte } from 'drizzle-orm'

import { hex } from '#app/domain/ledger/bytes.ts'
import { append, frontierRoot, type Frontier } from '#app/domain/ledger/merkle.ts'
import { rangeRoot, type Hashes } from '#app/domain/ledger/tile-tree.ts'
import { dayOf } from '#app/domain/shared/dates.ts'

import type { Database } from '../client.server.ts'
import { acts } from '../schema/acts.ts'
import { logEntries } from '../schema/log.ts'
import { hashesOf, logSize } from './log-tiles.server.ts'

const AT_ONCE = 5_000

/** The log only grows, so what was hashed once is never hashed again. */
const frontiers = new WeakMap<Database, Frontier>()

/** How many entries the public log has, and the root hash over all of them. */
export async function logHead(db: Database): Promise<{ size: number; rootHash: string }> {
  let frontier = frontiers.get(db) ?? (await frontierAt(await logSize(db), hashesOf(db)))
  for (;;) {
    const fresh = await db
      .select({ hash: logEntries.leafHash })
      .from(logEntries)
      .where(gte(logEntries.idx, frontier.size))
      .orderBy(asc(logEntries.idx))
      .limit(AT_ONCE)
    for (const { hash } of fresh) frontier = append(frontier, new Uint8Array(hash))
    if (fresh.length < AT_ONCE) break
  }
  // Two requests may have grown it at once: both are right, the longer one is kept.
  if (frontier.size >= (frontiers.get(db)?.size ?? 0)) frontiers.set(db, frontier)
  return { size: frontier.size, rootHash: hex(frontierRoot(frontier)) }
}

/** From the roots of full tiles as far as they are stored: a cold start reads no log of 100,000. */
async function frontierAt(size: number, hashes: Hashes): Promise<Frontier> {
  const peaks: Uint8Array[] = []
  let start = 0
  while (start < size) {
    let width = 1
    while (width * 2 <= size - start) width *= 2
    peaks.push(await rangeRoot({ start, end: start + width }, hashes))
    start += width
  }
  return { size, peaks }
}

/**
 * What a public page says of itself: the log it was made from, and the moment it is true for: its
 * newest entry or the start of the day, whichever is later. The same bytes until one of them moves.
 */
export async function recordState(db: Database, now: Date) {
  const head = await logHead(db)
  const newest =
    head.size === 0
      ? undefined
      : await db
          .select({ at: acts.at })
          .from(acts)
          .where(eq(acts.entry, head.size - 1))
          .get()
  const dayStart = new Date(`${dayOf(now)}T00:00:00Z`)
  return { ...head, asOf: newest && newest.at > dayStart ? newest.at : dayStart }
}
