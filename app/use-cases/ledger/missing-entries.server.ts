import { z } from 'zod'

import type { LogMirror } from '#app/adapters/mirror/log-mirror.ts'
import type { Database } from '#app/db/client.server.ts'
import { bundleOf, logSize } from '#app/db/read/log-tiles.server.ts'
import { equal } from '#app/domain/ledger/bytes.ts'
import type { SignedState } from '#app/domain/ledger/continuity.ts'
import { digestOf } from '#app/domain/ledger/disclosure.ts'
import { checkOpenings, readEntry, type Entry } from '#app/domain/ledger/entry.ts'
import { LedgerError } from '#app/domain/ledger/ledger-error.ts'
import { leafHash, rootOf } from '#app/domain/ledger/merkle.ts'
import { readBundle, TILE_WIDTH } from '#app/domain/ledger/tile.ts'

/** An entry the database lacks, with what may be told of it. */
export type MissingEntry = {
  index: number
  leaf: Uint8Array
  entry: Entry
  /** Disclosures that nothing withholds. */
  opened: string[]
  /** Digests that a later entry withholds; their disclosures are not here, whoever still has them. */
  withheld: { digest: string; redaction: number }[]
}

/** Why entries cannot be brought back; `index` is the first entry in question. */
export type RecoveryProblem = {
  code:
    | 'mirror-too-short'
    | 'entry-differs'
    | 'root-differs'
    | 'not-an-entry'
    | 'content-missing'
    | 'content-differs'
    | 'record-unreadable'
  index: number
  where?: string
}

/** Stops a recovery before anything is written, or undoes all of it. */
export class RecoveryFailed extends Error {
  readonly problem: RecoveryProblem
  constructor(problem: RecoveryProblem) {
    super(`${problem.code}: entry ${problem.index} ${problem.where ?? ''}`)
    this.name = 'RecoveryFailed'
    this.problem = problem
  }
}

const fail = (code: RecoveryProblem['code'], index: number): never => {
  throw new RecoveryFailed({ code, index })
}

/**
 * The entries between what the database holds and a signed state, from a mirror, and what they
 * say. All of them, those held as well, are hashed anew and must lead to the signed root.
 * @throws {RecoveryFailed}
 */
export async function missingEntries(
  db: Database,
  mirror: LogMirror,
  { size, root }: SignedState,
): Promise<MissingEntry[]> {
  const held = Math.min(await logSize(db), size)
  const own = await leavesOf((index, width) => bundleOf(db, index, width), 0, held)
  const theirs = await leavesOf((index, width) => mirror.bundle(index, width), held, size)
  if (!equal(rootOf([...own, ...theirs].map(leafHash)), root)) return findDifference(own, mirror)

  const entries = theirs.map((leaf, i) => ({
    leaf,
    index: held + i,
    entry: entryIn(leaf, held + i),
  }))
  const withheld = withheldBy(entries)
  const told = await openingsOf(mirror, held, size)
  return entries.map(({ leaf, index, entry }) => {
    const gone = withheld.get(index) ?? []
    const digests = gone.map(({ digest }) => digest)
    const opened = (told.get(index) ?? []).filter((text) => !digests.includes(digestOf(text)))
    const [problem] = checkOpenings(entry, opened, digests)
    if (problem?.code === 'digest-unopened') fail('content-missing', index)
    if (problem) fail('content-differs', index)
    return { index, leaf, entry, opened, withheld: gone }
  })
}

type Bundles = (index: number, width: number) => Promise<Uint8Array | undefined>

/** The leaves from `start` up to, not including, `end`, bundle by bundle. */
async function leavesOf(bundles: Bundles, start: number, end: number): Promise<Uint8Array[]> {
  const leaves: Uint8Array[] = []
  for (let at = start; at < end;) {
    const index = Math.floor(at / TILE_WIDTH)
    const from = index * TILE_WIDTH
    const to = Math.min(end, from + TILE_WIDTH)
    const bytes = (await bundles(index, to - from)) ?? fail('mirror-too-short', at)
    const bundle = bundleIn(bytes, at)
    if (bundle.length < to - from) fail('mirror-too-short', from + bundle.length)
    leaves.push(...bundle.slice(at - from, to - from))
    at = to
  }
  return leaves
}

function bundleIn(bytes: Uint8Array, index: number): Uint8Array[] {
  try {
    return readBundle(bytes)
  } catch (error) {
    if (error instanceof LedgerError) return fail('not-an-entry', index)
    throw error
  }
}

function entryIn(leaf: Uint8Array, index: number): Entry {
  try {
    return readEntry(leaf)
  } catch (error) {
    if (error instanceof LedgerError) return fail('not-an-entry', index)
    throw error
  }
}

/** Whether it is here that another entry stands, or the mirror is a copy of something else. */
async function findDifference(own: readonly Uint8Array[], mirror: LogMirror): Promise<never> {
  const theirs = await leavesOf((index, width) => mirror.bundle(index, width), 0, own.length)
  const index = own.findIndex((leaf, i) => !equal(leaf, theirs[i] ?? new Uint8Array()))
  return index === -1 ? fail('root-differs', own.length) : fail('entry-differs', index)
}

/** What the entries' own redactions withhold, by the entry they withhold it of. */
function withheldBy(entries: readonly Pick<MissingEntry, 'index' | 'entry'>[]) {
  const all = new Map<number, MissingEntry['withheld']>()
  for (const { index, entry } of entries) {
    const { of = -1, digests = [] } = entry.redacts ?? {}
    const before = all.get(of) ?? []
    const first = digests.filter((digest) => !before.some((one) => one.digest === digest))
    all.set(of, [...before, ...first.map((digest) => ({ digest, redaction: index }))])
  }
  return all
}

const openingsShape = z.object({ index: z.int(), d: z.array(z.string()) })

/** The disclosures the mirror tells, by entry: as lists where it has them, else one by one. */
async function openingsOf(mirror: LogMirror, start: number, end: number) {
  const told = new Map<number, string[]>()
  const take = (given: unknown) => {
    const read = openingsShape.safeParse(given)
    if (read.success) told.set(read.data.index, read.data.d)
  }
  for (let index = Math.floor(start / TILE_WIDTH); index * TILE_WIDTH < end; index += 1) {
    const list = await mirror.bundleOpenings(index)
    if (Array.isArray(list)) list.forEach(take)
  }
  for (let entry = start; entry < end; entry += 1)
    if (!told.has(entry)) take(await mirror.openings(entry))
  return told
}
