import { eq, max } from 'drizzle-orm'

import { TILE_WIDTH } from '#app/domain/ledger/tile.ts'

import type { Transaction } from '../client.server.ts'
import { hashesOf } from '../read/log-tiles.server.ts'
import { logCheckpoints, logCosignatures, logNodes } from '../schema/log.ts'

/** What one transaction stores at most: other writers wait, and a remote one is not kept for long. */
const AT_ONCE = 100

/**
 * Stores roots of tiles that have become full, level by level: each rests on the last. Answers
 * whether all of them are stored now; a log that was never signed takes several turns.
 */
export async function storeNodes(tx: Transaction, size: number): Promise<boolean> {
  for (let level = 1; ; level += 1) {
    const full = Math.floor(size / TILE_WIDTH ** level)
    if (full === 0) return true
    const newest = await tx
      .select({ n: max(logNodes.n) })
      .from(logNodes)
      .where(eq(logNodes.level, level))
      .get()
    const from = (newest?.n ?? -1) + 1
    if (from >= full) continue
    const roots = await hashesOf(tx)(level, from, Math.min(from + AT_ONCE, full))
    await tx
      .insert(logNodes)
      .values(roots.map((hash, i) => ({ level, n: from + i, hash: Buffer.from(hash) })))
    if (from + AT_ONCE < full) return false
  }
}

export async function insertCheckpoint(
  tx: Transaction,
  checkpoint: { size: number; root: Uint8Array; note: string; signedAt: Date },
) {
  await tx.insert(logCheckpoints).values({ ...checkpoint, root: Buffer.from(checkpoint.root) })
}

/** Adds a witness's line to a checkpoint; of several by the same witness the first stays. */
export async function insertCosignature(
  tx: Transaction,
  cosignature: { size: number; witness: string; line: string; cosignedAt: Date },
) {
  await tx.insert(logCosignatures).values(cosignature).onConflictDoNothing()
}
