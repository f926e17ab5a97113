import { concat } from './bytes.ts'
import { LedgerError } from './ledger-error.ts'
import { readCount } from './spelling.ts'

export type TileCode = 'not-a-tile' | 'not-a-bundle' | 'entry-too-large' | 'hashes-missing'
export class TileError extends LedgerError<TileCode> {}

/** How many hashes, or entries, a full tile holds (C2SP tlog-tiles). */
export const TILE_WIDTH = 256
const MAX_LEVEL = 63
const HASH_BYTES = 32
const MAX_ENTRY = 0xffff

/**
 * A tile of hashes: at `level`, hash i is the root over the entries from (index·256 + i)·256^level
 * on, 256^level of them. `width` hashes stand in it, 256 when it is full.
 */
export type TilePlace = { readonly level: number; readonly index: number; readonly width: number }

export type ParsedTilePath =
  | ({ readonly kind: 'tile' } & TilePlace)
  | { readonly kind: 'entries'; readonly index: number; readonly width: number }

/** Where a tile is served, after `tile/`: `0/x001/x234/067.p/41` (C2SP tlog-tiles). */
export const tilePath = ({ level, index, width }: TilePlace): string =>
  `${level}/${indexPath(index)}${partOf(width)}`

/** Where a bundle of entries is served, after `tile/`: `entries/255.p/253` (C2SP tlog-tiles). */
export const entriesPath = (index: number, width: number): string =>
  `entries/${indexPath(index)}${partOf(width)}`

/**
 * Reads what `tilePath` and `entriesPath` write, and no other spelling: one path, one tile.
 * @param path what follows `tile/`, not percent-decoded
 * @returns undefined for what is no tile's path, or one past 2^53 - 1
 */
export function parseTilePath(path: string): ParsedTilePath | undefined {
  const [, kind = '', groups = '', part] =
    /^(entries|[0-9]{1,2})\/((?:x[0-9]{3}\/)*[0-9]{3})(?:\.p\/([0-9]{1,3}))?$/.exec(path) ?? []
  const index = readIndex(groups)
  const width = part === undefined ? TILE_WIDTH : readCount(part)
  if (index === undefined || width === undefined || width === 0) return undefined
  if (part !== undefined && width >= TILE_WIDTH) return undefined
  if (kind === 'entries') return { kind, index, width }
  const level = readCount(kind)
  if (level === undefined || level > MAX_LEVEL) return undefined
  return { kind: 'tile', level, index, width }
}

/**
 * How many hashes stand in a tile once the log has `size` entries: 256 when full, 0 when there is
 * no such tile yet. A bundle is as wide as the tile of level 0 at its index.
 */
export function tileWidthAt(size: number, level: number, index: number): number {
  const hashes = Math.floor(size / TILE_WIDTH ** level)
  return Math.min(Math.max(hashes - index * TILE_WIDTH, 0), TILE_WIDTH)
}

/**
 * The tiles of a log of `size` entries, the rightmost one of each level as wide as it then is
 * (C2SP tlog-tiles). Level by level from the leaves, each from left to right.
 */
export function tilesOf(size: number): TilePlace[] {
  const tiles: TilePlace[] = []
  for (let level = 0; tileWidthAt(size, level, 0) > 0; level++) {
    for (let index = 0; ; index++) {
      const width = tileWidthAt(size, level, index)
      if (width === 0) break
      tiles.push({ level, index, width })
    }
  }
  return tiles
}

/**
 * The hashes in a tile as it is served, 32 bytes each (C2SP tlog-tiles).
 * @throws {TileError} `not-a-tile` unless there are 1 to 256 whole ones
 */
export function readTile(bytes: Uint8Array): Uint8Array[] {
  const width = bytes.length / HASH_BYTES
  if (!Number.isInteger(width) || width < 1 || width > TILE_WIDTH) throw new TileError('not-a-tile')
  return Array.from({ length: width }, (_, i) => bytes.slice(i * HASH_BYTES, (i + 1) * HASH_BYTES))
}

/**
 * A bundle of entries as it is served: each behind its length, big-endian uint16 (C2SP tlog-tiles).
 * @param entries 1 to 256, at most 65,535 bytes each
 * @throws {TileError} `entry-too-large`; `not-a-bundle` for another number of entries
 */
export function writeBundle(entries: readonly Uint8Array[]): Uint8Array {
  if (entries.length < 1 || entries.length > TILE_WIDTH) throw new TileError('not-a-bundle')
  const parts = entries.map((entry) => {
    if (entry.length > MAX_ENTRY) throw new TileError('entry-too-large', `${entry.length} bytes`)
    return concat(Uint8Array.of(entry.length >> 8, entry.length & 0xff), entry)
  })
  return concat(...parts)
}

/**
 * Reads what `writeBundle` writes.
 * @throws {TileError} `not-a-bundle` when an entry is cut short, or unless there are 1 to 256
 */
export function readBundle(bytes: Uint8Array): Uint8Array[] {
  const entries: Uint8Array[] = []
  for (let at = 0; at < bytes.length;) {
    const [high, low] = [bytes[at], bytes[at + 1]]
    if (high === undefined || low === undefined) throw new TileError('not-a-bundle', 'cut short')
    const start = at + 2
    at = start + (high << 8) + low
    if (at > bytes.length) throw new TileError('not-a-bundle', 'cut short')
    entries.push(bytes.slice(start, at))
  }
  if (entries.length < 1 || entries.length > TILE_WIDTH) throw new TileError('not-a-bundle')
  return entries
}

const partOf = (width: number): string => (width === TILE_WIDTH ? '' : `.p/${width}`)

// Groups of three digits, all but the last behind an x.
function indexPath(index: number): string {
  const digits = String(index)
  const padded = digits.padStart(Math.ceil(digits.length / 3) * 3, '0')
  return padded.replaceAll(/...(?!$)/g, 'x$&/')
}

function readIndex(groups: string): number | undefined {
  const index = readCount(groups.replaceAll(/[x/]/g, '').replace(/^0+(?=.)/, ''))
  return index !== undefined && indexPath(index) === groups ? index : undefined
}
