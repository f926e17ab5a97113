import { z } from 'zod'

import { actIn, type OpenedAct } from '#app/domain/accountability/opened-act.ts'
import { auditEntry, type Audit, type ServedOpenings } from '#app/domain/ledger/audit.ts'
import { concat, equal } from '#app/domain/ledger/bytes.ts'
import { LedgerError } from '#app/domain/ledger/ledger-error.ts'
import { leafHash } from '#app/domain/ledger/merkle.ts'
import type { Hashes } from '#app/domain/ledger/tile-tree.ts'
import {
  entriesPath,
  readBundle,
  readTile,
  TILE_WIDTH,
  tilePath,
  tilesOf,
  tileWidthAt,
} from '#app/domain/ledger/tile.ts'

import { jsonOf } from './json.ts'
import type { Memory } from './memory.ts'
import { Stop, type Problem } from './problem.ts'
import type { Ask } from './requests.ts'

/** How many tiles, each with its bundle and its disclosures, are asked for ahead. */
const AHEAD = 4

type Reading = {
  ask: Ask
  memory: Memory
  audit: Audit
  hashes: Hashes
  problems: Problem[]
  /** Handed each entry that says something, in order. */
  take: (act: OpenedAct) => void
  progress: (done: number) => void
}

/** Reads the log on, from where the audit stands up to `size`, entry by entry. */
export async function readLog(reading: Reading, size: number): Promise<void> {
  const { audit, take, progress } = reading
  const from = audit.leafHashes.length
  const first = Math.floor(from / TILE_WIDTH)
  const count = Math.ceil(size / TILE_WIDTH) - first
  const parts = ahead(count, AHEAD, (place) => partOf(reading, first + place, size))
  for await (const { start, leaves, openings } of parts) {
    for (const [place, leaf] of leaves.entries()) {
      const index = start + place
      const served = openings[place]
      if (!served) throw new Stop({ where: 'log', code: 'disclosures-unreadable' })
      // A tile that was partial when it was last read: what was there is what is there.
      if (index < audit.leafHashes.length) {
        const known = audit.leafHashes[index]
        if (known && !equal(known, leafHash(leaf)))
          throw new Stop({ where: `entry ${index}`, code: 'rewritten' })
        continue
      }
      const read = auditEntry(audit, leaf, served)
      // Its digests are settled: a million of them would only fill this machine's memory.
      if (read) take(actIn(read.index, { ...read.entry, d: [] }, read.hash, read.fields))
    }
    progress(audit.leafHashes.length)
  }
}

/** The tiles above the leaves are what the leaves make of them. */
export async function checkTiles({ ask, hashes, problems }: Reading, size: number): Promise<void> {
  const above = tilesOf(size).filter(({ level }) => level > 0)
  await Promise.all(
    above.map(async ({ level, index, width }) => {
      const path = tilePath({ level, index, width })
      const start = index * TILE_WIDTH
      const expected = concat(...(await hashes(level, start, start + width)))
      const { status, bytes } = await ask(`/log/tile/${path}`)
      if (status !== 200 || !equal(bytes, expected))
        problems.push({ where: `tile ${path}`, code: 'tile-differs' })
    }),
  )
}

type Part = { start: number; leaves: Uint8Array[]; openings: ServedOpenings[] }

async function partOf(reading: Reading, index: number, size: number): Promise<Part> {
  const width = tileWidthAt(size, 0, index)
  const start = index * TILE_WIDTH
  const [leaves, openings] = await Promise.all([
    leavesOf(reading, index, width),
    openingsOf(reading.ask, index, width),
  ])
  return { start, leaves, openings }
}

/** The entries of one tile as they are served, held against the log's own tile and memory. */
async function leavesOf(reading: Reading, index: number, width: number): Promise<Uint8Array[]> {
  const { ask, memory, problems } = reading
  const isFull = width === TILE_WIDTH
  const kept = isFull ? await memory.bundle(index) : undefined
  const path = tilePath({ level: 0, index, width })
  const [tile, fresh] = await Promise.all([
    ask(`/log/tile/${path}`),
    kept?.unfinished ? undefined : bundleOf(ask, index, width),
  ])
  const known = kept && leavesIn(kept.bytes)
  const hashes = tile.status === 200 ? hashesIn(tile.bytes) : []
  const agree = (leaves: readonly Uint8Array[]) =>
    leaves.length === width &&
    hashes.length === width &&
    leaves.every((leaf, place) => equal(leafHash(leaf), hashes[place] ?? leaf))
  if (kept?.unfinished && known && agree(known)) return known

  const served = fresh ?? (await bundleOf(ask, index, width))
  const leaves = leavesIn(served)
  if (leaves?.length !== width)
    throw new Stop({ where: `entries ${index * TILE_WIDTH} on`, code: 'bundle-unreadable' })
  const before = known?.length === width ? known : leaves
  for (const [place, leaf] of leaves.entries())
    if (!equal(before[place] ?? leaf, leaf))
      problems.push({ where: `entry ${index * TILE_WIDTH + place}`, code: 'rewritten' })
  if (!agree(leaves)) problems.push({ where: `tile ${path}`, code: 'tile-differs' })
  else if (isFull && before === leaves) await memory.keepBundle(index, served)
  return leaves
}

async function bundleOf(ask: Ask, index: number, width: number): Promise<Uint8Array> {
  const { status, bytes } = await ask(`/log/tile/${entriesPath(index, width)}`)
  if (status !== 200)
    throw new Stop({ where: `entries ${index * TILE_WIDTH} on`, code: 'bundle-missing' })
  return bytes
}

const leavesIn = (bytes: Uint8Array) => orNothing(() => readBundle(bytes))
const hashesIn = (bytes: Uint8Array) => orNothing(() => readTile(bytes)) ?? []

const openingsShape = z.array(
  z.strictObject({
    index: z.int(),
    d: z.array(z.string()),
    withheld: z.array(z.strictObject({ digest: z.string(), redaction: z.int().min(0) })),
  }),
)

/** What the entries of one tile say; more may be there by now than is asked for. */
async function openingsOf(ask: Ask, index: number, width: number): Promise<ServedOpenings[]> {
  const start = index * TILE_WIDTH
  const { status, bytes } = await ask(`/log/disclosures/bundle/${index}`)
  const openings = status === 200 ? jsonOf(bytes, openingsShape) : undefined
  const inPlace = openings?.every((one, place) => one.index === start + place)
  if (!openings || !inPlace || openings.length < width)
    throw new Stop({ where: `disclosures ${start} on`, code: 'disclosures-unreadable' })
  return openings.slice(0, width)
}

/** Makes things in their order, so many of them begun ahead of the one that is waited for. */
async function* ahead<value>(
  count: number,
  window: number,
  make: (place: number) => Promise<value>,
): AsyncGenerator<value> {
  const begun: Promise<value>[] = []
  let next = 0
  while (next < count || begun.length > 0) {
    while (next < count && begun.length < window) {
      const one = make(next)
      // Waited for later: until then a failure is nobody's.
      one.catch(() => {})
      begun.push(one)
      next += 1
    }
    const first = begun.shift()
    if (first) yield await first
  }
}

function orNothing<value>(read: () => value): value | undefined {
  try {
    return read()
  } catch (error) {
    if (error instanceof LedgerError) return undefined
    throw error
  }
}
