import { emptyRoot, nodeHash, rootOf } from './merkle.ts'
import { consistencyRanges, inclusionRanges, type LeafRange } from './proof.ts'
import { TILE_WIDTH, TileError } from './tile.ts'

/**
 * The hashes at a tile level, 32 bytes each, from position `start` up to, not including, `end`:
 * position p at `level` is the root over the entries from p·256^level on, 256^level of them.
 */
export type Hashes = (level: number, start: number, end: number) => Promise<readonly Uint8Array[]>

/**
 * The root of one subtree of the log, from the highest hashes that lie in it: at most 255 of each
 * tile level, asked for once a level.
 * @param range as `inclusionRanges` and `consistencyRanges` name them, or a whole tree from 0
 * @returns 32 bytes
 * @throws {RangeError} for a range that no subtree has
 * @throws {TileError} `hashes-missing` when `hashes` answers with others than it was asked for
 */
export async function rangeRoot({ start, end }: LeafRange, hashes: Hashes): Promise<Uint8Array> {
  if (!isSubtree(start, end)) throw new RangeError(`no subtree from ${start} to ${end}`)
  const peaks: Uint8Array[] = []
  let at = start
  for (let level = highestIn(end - start); level >= 0; level--) {
    const span = TILE_WIDTH ** level
    const [first, last] = [at / span, Math.floor(end / span)]
    if (first < last) peaks.push(...peaksOf(await exactly(hashes, level, first, last)))
    at = last * span
  }
  return peaks.reduceRight((right, left) => nodeHash(left, right))
}

/** The root over the first `size` entries; that of no entries is SHA-256 of nothing. */
export const treeRoot = async (size: number, hashes: Hashes): Promise<Uint8Array> =>
  size === 0 ? emptyRoot : rangeRoot({ start: 0, end: size }, hashes)

/**
 * As `inclusionProof`, from tile hashes.
 * @returns sibling hashes from leaf to root, 32 bytes each
 * @throws {RangeError} when there is no such leaf; as `rangeRoot`
 */
export const proveInclusion = async (
  index: number,
  size: number,
  hashes: Hashes,
): Promise<Uint8Array[]> => rootsOf(inclusionRanges(index, size), hashes)

/**
 * As `consistencyProof`, from tile hashes.
 * @returns 32-byte hashes; none when the sizes are equal
 * @throws {RangeError} unless 0 < oldSize <= newSize; as `rangeRoot`
 */
export const proveConsistency = async (
  oldSize: number,
  newSize: number,
  hashes: Hashes,
): Promise<Uint8Array[]> => rootsOf(consistencyRanges(oldSize, newSize), hashes)

async function rootsOf(ranges: readonly LeafRange[], hashes: Hashes): Promise<Uint8Array[]> {
  const roots: Uint8Array[] = []
  for (const range of ranges) roots.push(await rangeRoot(range, hashes))
  return roots
}

/** The roots of the full subtrees in a run of nodes: one for each bit of their number. */
function peaksOf(nodes: readonly Uint8Array[]): Uint8Array[] {
  const peaks: Uint8Array[] = []
  let at = 0
  for (let width = TILE_WIDTH / 2; width >= 1; width /= 2) {
    if (at + width > nodes.length) continue
    peaks.push(rootOf(nodes.slice(at, at + width)))
    at += width
  }
  return peaks
}

async function exactly(hashes: Hashes, level: number, start: number, end: number) {
  const found = await hashes(level, start, end)
  if (found.length !== end - start || found.some((hash) => hash.length !== 32)) {
    throw new TileError('hashes-missing', `level ${level}, ${start} to ${end}`)
  }
  return found
}

// A subtree of n leaves begins at a multiple of the least power of two that is no less than n.
function isSubtree(start: number, end: number): boolean {
  if (!Number.isSafeInteger(start) || !Number.isSafeInteger(end)) return false
  if (start < 0 || start >= end) return false
  let span = 1
  while (span < end - start) span *= 2
  return start % span === 0
}

function highestIn(count: number): number {
  let level = 0
  while (TILE_WIDTH ** (level + 1) <= count) level++
  return level
}
