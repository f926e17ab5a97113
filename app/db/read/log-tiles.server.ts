import { and, asc, desc, eq, gt, gte, lt, lte, max, sql } from 'drizzle-orm'

import { concat } from '#app/domain/ledger/bytes.ts'
import { rootOf } from '#app/domain/ledger/merkle.ts'
import type { Hashes } from '#app/domain/ledger/tile-tree.ts'
import { TILE_WIDTH, tileWidthAt, writeBundle, type TilePlace } from '#app/domain/ledger/tile.ts'

import type { Database, Transaction } from '../client.server.ts'
import { markedSize } from '../publishing.server.ts'
import { logCheckpoints, logCosignatures, logEntries, logNodes } from '../schema/log.ts'

/** The pool, or a transaction that has to see what it has just written. */
type Asked = Pick<Transaction, 'select'>

/** How many entries the log has. */
export const logSize = async (db: Asked): Promise<number> =>
  ((
    await db
      .select({ idx: max(logEntries.idx) })
      .from(logEntries)
      .get()
  )?.idx ?? -1) + 1

/**
 * The log's hashes in tile coordinates. Roots of full tiles are read where they are stored, and
 * worked out from the level below where no checkpoint has been signed over them yet. Answers with
 * fewer than asked for where the log ends.
 */
export function hashesOf(db: Asked): Hashes {
  const hashes: Hashes = async (level, start, end) => {
    if (level === 0) return leafHashes(db, start, end)
    const found = await storedNodes(db, level, start, end)
    for (let n = start + found.length; n < end; n += 1) {
      const below = await hashes(level - 1, n * TILE_WIDTH, (n + 1) * TILE_WIDTH)
      if (below.length < TILE_WIDTH) break
      found.push(rootOf(below))
    }
    return found
  }
  return hashes
}

async function leafHashes(db: Asked, start: number, end: number): Promise<Uint8Array[]> {
  const rows = await db
    .select({ hash: logEntries.leafHash })
    .from(logEntries)
    .where(and(gte(logEntries.idx, start), lt(logEntries.idx, end)))
    .orderBy(asc(logEntries.idx))
    .all()
  return rows.map(({ hash }) => new Uint8Array(hash))
}

/** As far as they are stored without a gap: each signing stores the newest ones. */
async function storedNodes(
  db: Asked,
  level: number,
  start: number,
  end: number,
): Promise<Uint8Array[]> {
  const rows = await db
    .select({ n: logNodes.n, hash: logNodes.hash })
    .from(logNodes)
    .where(and(eq(logNodes.level, level), gte(logNodes.n, start), lt(logNodes.n, end)))
    .orderBy(asc(logNodes.n))
    .all()
  const gap = rows.findIndex(({ n }, position) => n !== start + position)
  return rows.slice(0, gap === -1 ? undefined : gap).map(({ hash }) => new Uint8Array(hash))
}

/** A tile as it is served, of any width the log has reached; undefined past that. */
export async function tileOf(db: Asked, place: TilePlace): Promise<Uint8Array | undefined> {
  const { level, index, width } = place
  if (tileWidthAt(await logSize(db), level, index) < width) return undefined
  const start = index * TILE_WIDTH
  return concat(...(await hashesOf(db)(level, start, start + width)))
}

/** A bundle of entries as it is served, of any width the log has reached; undefined past that. */
export async function bundleOf(
  db: Asked,
  index: number,
  width: number,
): Promise<Uint8Array | undefined> {
  const start = index * TILE_WIDTH
  const rows = await db
    .select({ leaf: logEntries.leaf })
    .from(logEntries)
    .where(and(gte(logEntries.idx, start), lt(logEntries.idx, start + width)))
    .orderBy(asc(logEntries.idx))
    .all()
  if (rows.length < width) return undefined
  return writeBundle(rows.map(({ leaf }) => new Uint8Array(leaf)))
}

export type StoredCheckpoint = {
  size: number
  root: Uint8Array
  /** The signed note, with the lines witnesses have added so far. */
  note: string
  signedAt: Date
  witnesses: { name: string; at: Date }[]
}

/** The newest state the log has put its name to, shown to others already or not. */
export const newestCheckpoint = async (db: Asked): Promise<StoredCheckpoint | undefined> =>
  withWitnesses(
    db,
    await db.select().from(logCheckpoints).orderBy(desc(logCheckpoints.size)).limit(1).get(),
  )

/** The newest checkpoint that is shown: what others hold, the log can never have forgotten. */
export const publishedCheckpoint = async (db: Database): Promise<StoredCheckpoint | undefined> =>
  withWitnesses(
    db,
    await db
      .select()
      .from(logCheckpoints)
      .where(lte(logCheckpoints.size, markedSize(db)))
      .orderBy(desc(logCheckpoints.size))
      .limit(1)
      .get(),
  )

export const checkpointAt = async (
  db: Asked,
  size: number,
): Promise<StoredCheckpoint | undefined> =>
  withWitnesses(
    db,
    await db.select().from(logCheckpoints).where(eq(logCheckpoints.size, size)).get(),
  )

/** The notes of every checkpoint past a size, as they were signed, oldest first. */
export async function notesSince(db: Asked, size: number): Promise<string[]> {
  const rows = await db
    .select({ note: logCheckpoints.note })
    .from(logCheckpoints)
    .where(gt(logCheckpoints.size, size))
    .orderBy(asc(logCheckpoints.size))
    .all()
  return rows.map(({ note }) => note)
}

/** How far back a quorum is looked for: past that, the witnesses have been away for too long. */
const SIZES_LOOKED_AT = 1_000

/** The newest checkpoint whose witnesses, by key name, are as many as are asked for. */
export async function witnessedCheckpoint(
  db: Database,
  isEnough: (witnesses: ReadonlySet<string>) => boolean,
): Promise<StoredCheckpoint | undefined> {
  if (isEnough(new Set())) return publishedCheckpoint(db)
  const rows = await db
    .select({
      size: logCosignatures.size,
      witnesses: sql<string>`json_group_array(${logCosignatures.witness})`,
    })
    .from(logCosignatures)
    .groupBy(logCosignatures.size)
    .orderBy(desc(logCosignatures.size))
    .limit(SIZES_LOOKED_AT)
    .all()
  const met = rows.find(({ witnesses }) => isEnough(new Set(JSON.parse(witnesses) as string[])))
  return met && checkpointAt(db, met.size)
}

async function withWitnesses(
  db: Asked,
  row: typeof logCheckpoints.$inferSelect | undefined,
): Promise<StoredCheckpoint | undefined> {
  if (!row) return undefined
  const lines = await db
    .select()
    .from(logCosignatures)
    .where(eq(logCosignatures.size, row.size))
    .orderBy(asc(logCosignatures.cosignedAt), asc(logCosignatures.witness))
    .all()
  return {
    size: row.size,
    root: new Uint8Array(row.root),
    note: row.note + lines.map(({ line }) => `${line}\n`).join(''),
    signedAt: row.signedAt,
    witnesses: lines.map(({ witness, cosignedAt }) => ({ name: witness, at: cosignedAt })),
  }
}
