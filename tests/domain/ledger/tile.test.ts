import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { concat, equal, fromBase64, hex, utf8 } from '#app/domain/ledger/bytes.ts'
import { leafHash, rootOf } from '#app/domain/ledger/merkle.ts'
import {
  entriesPath,
  parseTilePath,
  readBundle,
  readTile,
  TILE_WIDTH,
  tilePath,
  tilesOf,
  tileWidthAt,
  writeBundle,
} from '#app/domain/ledger/tile.ts'

import { changed, entries, isRefused, leaves } from './example-log.ts'

const refused = (code: string) => expect.objectContaining({ name: 'TileError', code })

describe('the path of a tile', () => {
  it.each([
    ['0/x001/x234/067', { level: 0, index: 1_234_067, width: 256 }],
    ['0/x001/x234/067.p/41', { level: 0, index: 1_234_067, width: 41 }],
    ['15/x123/x456/789.p/41', { level: 15, index: 123_456_789, width: 41 }],
    ['15/x455/667', { level: 15, index: 455_667, width: 256 }],
    ['0/000', { level: 0, index: 0, width: 256 }],
    ['1/000.p/1', { level: 1, index: 0, width: 1 }],
    ['0/255', { level: 0, index: 255, width: 256 }],
    ['0/999.p/255', { level: 0, index: 999, width: 255 }],
    ['0/x001/000', { level: 0, index: 1000, width: 256 }],
    ['63/x009/x007/x199/x254/x740/991', { level: 63, index: 2 ** 53 - 1, width: 256 }],
  ])('is %s', (path, place) => {
    expect(tilePath(place)).toBe(path)
    expect(parseTilePath(path)).toEqual({ kind: 'tile', ...place })
  })

  it.each([
    ['entries/255.p/253', 255, 253],
    ['entries/001.p/1', 1, 1],
    ['entries/x123/x456/789', 123_456_789, 256],
    ['entries/000', 0, 256],
  ])('of entries is %s', (path, index, width) => {
    expect(entriesPath(index, width)).toBe(path)
    expect(parseTilePath(path)).toEqual({ kind: 'entries', index, width })
  })

  it('has one spelling', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: 63 }),
        fc.nat({ max: Number.MAX_SAFE_INTEGER }),
        fc.integer({ min: 1, max: 256 }),
        (level, index, width) => {
          const place = { level, index, width }
          expect(parseTilePath(tilePath(place))).toEqual({ kind: 'tile', ...place })
          const bundle = { kind: 'entries', index, width }
          expect(parseTilePath(entriesPath(index, width))).toEqual(bundle)
        },
      ),
    )
  })

  it.each([
    '',
    '0',
    '0/',
    '/0/000',
    'tile/0/000',
    '0/000/',
    '0//000',
    '00/000',
    '01/000',
    '64/000',
    '-1/000',
    '+1/000',
    '0/1',
    '0/01',
    '0/0001',
    '0/x000/001',
    '0/x000/x000/001',
    '0/001/002',
    '0/x001',
    '0/x001/x002',
    '0/X001/002',
    '0/x1/002',
    '0/000.p',
    '0/000.p/',
    '0/000.p/0',
    '0/000.p/00',
    '0/000.p/01',
    '0/000.p/256',
    '0/000.p/999',
    '0/000.p/1/2',
    '0/000p/1',
    '0/000.p/1 ',
    ' 0/000',
    '0/000\n',
    '0/٠٠٠',
    'entries',
    'entries/1',
    'entries/x000/001',
    'entries/000.p/256',
    'Entries/000',
    'data/000',
    '0/x999/x999/x999/x999/x999/999.p/255',
    '0/x009/x007/x199/x254/x740/992',
    '0/../000',
    '0/%30%30%30',
  ])('is not %j', (path) => {
    expect(parseTilePath(path)).toBeUndefined()
  })
})

describe('the tiles of a log', () => {
  const byLevel = (size: number) =>
    [0, 1, 2, 3].map((level) => tilesOf(size).filter((tile) => tile.level === level))

  it('of 70,000 entries are as the specification counts them', () => {
    const [leaf = [], first, second, none] = byLevel(70_000)
    expect(leaf).toHaveLength(274)
    expect(leaf.slice(0, 273).every(({ width }) => width === 256)).toBe(true)
    expect(leaf[273]).toEqual({ level: 0, index: 273, width: 112 })
    expect(first).toEqual([
      { level: 1, index: 0, width: 256 },
      { level: 1, index: 1, width: 17 },
    ])
    expect(second).toEqual([{ level: 2, index: 0, width: 1 }])
    expect(none).toEqual([])
  })

  it('of 256 entries are a full one and the one above it', () => {
    expect(tilesOf(256)).toEqual([
      { level: 0, index: 0, width: 256 },
      { level: 1, index: 0, width: 1 },
    ])
    expect(tilesOf(255)).toEqual([{ level: 0, index: 0, width: 255 }])
    expect(tilesOf(1)).toEqual([{ level: 0, index: 0, width: 1 }])
    expect(tilesOf(0)).toEqual([])
  })

  it('hold each entry once, and each full tile once above it', () => {
    fc.assert(
      fc.property(fc.nat({ max: 200_000 }), (size) => {
        const levels = byLevel(size)
        const held = levels.map((tiles) => tiles.reduce((sum, { width }) => sum + width, 0))
        const full = levels.map((tiles) => tiles.filter(({ width }) => width === TILE_WIDTH).length)
        expect(held).toEqual([size, ...full.slice(0, -1)])
        for (const { level, index, width } of tilesOf(size)) {
          expect(tileWidthAt(size, level, index)).toBe(width)
        }
      }),
      { numRuns: 20 },
    )
  })

  it('are as wide as the log has come', () => {
    expect(tileWidthAt(70_000, 0, 273)).toBe(112)
    expect(tileWidthAt(70_000, 0, 274)).toBe(0)
    expect(tileWidthAt(70_000, 1, 1)).toBe(17)
    expect(tileWidthAt(70_000, 63, 0)).toBe(0)
    expect(tileWidthAt(0, 0, 0)).toBe(0)
    expect(tileWidthAt(2 ** 53 - 1, 6, 0)).toBe(31)
    expect(tileWidthAt(5, 0, 2 ** 53 - 1)).toBe(0)
  })
})

describe('a bundle', () => {
  const bytes = writeBundle(entries)

  it('of the example log is byte for byte what Go takes', () => {
    expect(hex(bytes)).toBe(
      '0007656e74727920300007656e74727920310007656e74727920320007656e74727920330007656e7472792034',
    )
    expect(readBundle(bytes)).toEqual(entries)
  })

  it('is read as it was written', () => {
    const entry = fc.uint8Array({ maxLength: 700 })
    fc.assert(
      fc.property(fc.array(entry, { minLength: 1, maxLength: 256 }), (given) => {
        expect(readBundle(writeBundle(given)).every((one, i) => equal(one, given[i]!))).toBe(true)
        expect(readBundle(writeBundle(given))).toHaveLength(given.length)
      }),
      { numRuns: 30 },
    )
  })

  it('holds 1 to 256 entries of at most 65,535 bytes', () => {
    const largest = new Uint8Array(65_535).fill(1)
    expect(readBundle(writeBundle([largest, utf8('')]))).toEqual([largest, utf8('')])
    expect(() => writeBundle([new Uint8Array(65_536)])).toThrow(refused('entry-too-large'))
    const many = (count: number) => Array.from({ length: count }, () => utf8('x'))
    expect(readBundle(writeBundle(many(256)))).toHaveLength(256)
    expect(() => writeBundle(many(257))).toThrow(refused('not-a-bundle'))
    const joined = concat(writeBundle(many(256)), writeBundle(many(1)))
    expect(() => readBundle(joined)).toThrow(refused('not-a-bundle'))
    expect(() => writeBundle([])).toThrow(refused('not-a-bundle'))
    expect(() => readBundle(new Uint8Array())).toThrow(refused('not-a-bundle'))
  })

  it('is refused when it was cut anywhere but between entries', () => {
    const between = new Set([9, 18, 27, 36, 45])
    for (let end = 1; end < bytes.length; end++) {
      const cut = bytes.slice(0, end)
      if (between.has(end)) expect(readBundle(cut)).toHaveLength(end / 9)
      else expect(() => readBundle(cut)).toThrow(refused('not-a-bundle'))
    }
  })
})

describe('a tile', () => {
  it('is its hashes one after another', () => {
    expect(readTile(concat(...leaves))).toEqual(leaves)
    expect(readTile(new Uint8Array(8192))).toHaveLength(256)
  })

  it.each([0, 31, 33, 8193, 8224])('is not %i bytes long', (length) => {
    expect(() => readTile(new Uint8Array(length))).toThrow(refused('not-a-tile'))
  })
})

describe('a changed byte', () => {
  const root = fromBase64('fKo0Xb2JKmZFTWxlEuo8PqPw0+whvj/C4jdXBf049nI=')
  const tile = concat(...leaves)
  const bundle = writeBundle(entries)
  const isTile = (bytes: Uint8Array) => equal(rootOf(readTile(bytes)), root)
  const isBundle = (bytes: Uint8Array) => equal(rootOf(readBundle(bytes).map(leafHash)), root)

  it.each([
    ['tile', tile, isTile],
    ['bundle', bundle, isBundle],
  ])('in a %s is refused', (_, bytes, holds) => {
    expect(holds(bytes)).toBe(true)
    fc.assert(
      fc.property(fc.nat({ max: bytes.length - 1 }), fc.integer({ min: 1, max: 255 }), (at, by) => {
        const hostile = changed(bytes, at, by)
        return isRefused(() => holds(hostile)) || !holds(hostile)
      }),
      { numRuns: 200 },
    )
  })
})
