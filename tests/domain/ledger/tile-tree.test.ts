import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { base64, concat, equal, fromBase64, fromHex, utf8 } from '#app/domain/ledger/bytes.ts'
import { emptyRoot, leafHash, rootOf } from '#app/domain/ledger/merkle.ts'
import {
  consistencyProof,
  consistencyRanges,
  inclusionProof,
  inclusionRanges,
  verifyConsistency,
  verifyInclusion,
  type LeafRange,
} from '#app/domain/ledger/proof.ts'
import {
  proveConsistency,
  proveInclusion,
  rangeRoot,
  treeRoot,
  type Hashes,
} from '#app/domain/ledger/tile-tree.ts'
import { readTile, tilesOf, tileWidthAt, TILE_WIDTH } from '#app/domain/ledger/tile.ts'

import { leaves as exampleLeaves } from './example-log.ts'
import { referenceLeaves, referenceRoots, tree } from './reference-tree.ts'

type Asked = { level: number; count: number }

/** The tiles of a log as they are served, level by level; `asked` is what was wanted of them. */
function tiled(leaves: readonly Uint8Array[]) {
  const levels = [leaves]
  for (let below = leaves; below.length >= TILE_WIDTH; below = levels.at(-1) ?? []) {
    const full = Math.floor(below.length / TILE_WIDTH)
    levels.push(
      Array.from({ length: full }, (_, i) =>
        rootOf(below.slice(i * TILE_WIDTH, (i + 1) * TILE_WIDTH)),
      ),
    )
  }
  const asked: Asked[] = []
  const hashes: Hashes = (level, start, end) => {
    asked.push({ level, count: end - start })
    return Promise.resolve(levels[level]?.slice(start, end) ?? [])
  }
  return { levels, hashes, asked }
}

describe('published vectors', () => {
  it('have the roots of the reference tree', async () => {
    const { hashes } = tiled(referenceLeaves.map((leaf) => leafHash(fromHex(leaf))))
    for (const [size, root] of referenceRoots.entries()) {
      expect(await treeRoot(size, hashes)).toEqual(fromHex(root))
    }
  })

  it('have the proofs of the reference tree', async () => {
    const { hashes } = tiled(referenceLeaves.map((leaf) => leafHash(fromHex(leaf))))
    expect((await proveInclusion(5, 8, hashes)).map(base64)).toEqual([
      'vBoGQ7EuTS18d5GPROD095qDi2z57FtcKD4fTYhZnms=',
      'yoVOoSjtBQtBs1/8G4e46yveRh6eO1WW7Oa51ZdaCuA=',
      '037kGJdt2VdTwcc4Yrk5j6Kiz5tP8P3+izDNlSCWFLc=',
    ])
    expect((await proveConsistency(2, 5, hashes)).map(base64)).toEqual([
      'Xwg/ChozygdqlSeYMlgNs+DvRYS9/x9UyKNg9Q3jAx4=',
      'vBoGQ7EuTS18d5GPROD095qDi2z57FtcKD4fTYhZnms=',
    ])
  })

  it('have the proof of the example log', async () => {
    const { hashes } = tiled(exampleLeaves)
    expect(base64(await treeRoot(5, hashes))).toBe('fKo0Xb2JKmZFTWxlEuo8PqPw0+whvj/C4jdXBf049nI=')
    expect(await proveInclusion(2, 5, hashes)).toEqual(
      [
        'YcoROfaBWEHVuvLQ0tm9nf7pfImN1ve6DAqpQe5sAes=',
        'WkdmL9ijF9lgSaP59HxV3GfKZgUbqjaD27GbL+CaB7A=',
        'SFM123z+yWXxX/dF/GJcQdXqJkaTaTAWWCj3PdS2iFQ=',
      ].map(fromBase64),
    )
  })
})

describe('every tree to 256 leaves', () => {
  const { leaves, root } = tree(256)
  const { hashes } = tiled(leaves)

  it('has its root, and each subtree that a proof of any (m, n) is made of', async () => {
    const named = new Map<string, LeafRange>()
    for (let n = 1; n <= 256; n++) {
      named.set(`0-${n}`, { start: 0, end: n })
      for (let m = 1; m <= n; m++) {
        const ranges = [...inclusionRanges(m - 1, n), ...consistencyRanges(m, n)]
        for (const range of ranges) named.set(`${range.start}-${range.end}`, range)
      }
    }
    const failed: string[] = []
    for (const [name, range] of named) {
      if (!equal(await rangeRoot(range, hashes), root(range))) failed.push(name)
    }
    expect(failed).toEqual([])
    expect(named.size).toBeGreaterThan(1000)
  })

  // Hashing is what takes long: each pair from its leaves, for the sizes where trees change shape.
  it.each([
    [1, 48],
    [63, 65],
    [127, 129],
    [255, 256],
  ])('has the proofs of all (m, n), n from %i to %i', async (from, to) => {
    const same = (found: readonly Uint8Array[], ranges: readonly LeafRange[]) =>
      found.length === ranges.length && equal(concat(...found), concat(...ranges.map(root)))
    const failed: string[] = []
    for (let n = from; n <= to; n++) {
      for (let m = 1; m <= n; m++) {
        const inclusion = await proveInclusion(m - 1, n, hashes)
        if (!same(inclusion, inclusionRanges(m - 1, n))) failed.push(`leaf ${m - 1} of ${n}`)
        const consistency = await proveConsistency(m, n, hashes)
        if (!same(consistency, consistencyRanges(m, n))) failed.push(`${m} to ${n}`)
      }
    }
    expect(failed).toEqual([])
  })

  it('has the proofs that the leaves alone have', async () => {
    const pair = fc.tuple(fc.integer({ min: 1, max: 256 }), fc.nat())
    await fc.assert(
      fc.asyncProperty(pair, async ([size, some]) => {
        const low = some % size
        expect(await proveInclusion(low, size, hashes)).toEqual(inclusionProof(leaves, low, size))
        const consistency = consistencyProof(leaves, low + 1, size)
        expect(await proveConsistency(low + 1, size, hashes)).toEqual(consistency)
      }),
    )
  })
})

describe('a log of 70,000 entries', () => {
  const SIZE = 70_000
  const { leaves, root } = tree(SIZE)
  const { levels, hashes, asked } = tiled(leaves)
  const sizes = fc.oneof(
    fc.integer({ min: 1, max: SIZE }),
    // Where tiles fill up is where arithmetic goes wrong.
    fc.constantFrom(255, 256, 257, 511, 512, 513, 65_279, 65_280, 65_535, 65_536, 65_537, SIZE),
  )

  it('is in tiles as wide as they are said to be', () => {
    expect(levels.map((level) => level.length)).toEqual([70_000, 273, 1])
    expect(tilesOf(SIZE)).toHaveLength(274 + 2 + 1)
    expect(tileWidthAt(SIZE, 0, 273)).toBe(levels[0]!.length % TILE_WIDTH)
  })

  it('has at any size the root and the proofs of its leaves', async () => {
    await fc.assert(
      fc.asyncProperty(sizes, fc.nat(), async (size, some) => {
        const low = some % size
        const whole = root({ start: 0, end: size })
        expect(await treeRoot(size, hashes)).toEqual(whole)
        const inclusion = await proveInclusion(low, size, hashes)
        expect(inclusion).toEqual(inclusionRanges(low, size).map(root))
        const claim = { index: low, size, leafHash: leaves[low]!, root: whole, proof: inclusion }
        expect(verifyInclusion(claim)).toBe(true)
        const proof = await proveConsistency(low + 1, size, hashes)
        expect(proof).toEqual(consistencyRanges(low + 1, size).map(root))
        const oldRoot = root({ start: 0, end: low + 1 })
        const grown = { oldSize: low + 1, newSize: size, oldRoot, newRoot: whole, proof }
        expect(verifyConsistency(grown)).toBe(true)
      }),
      { numRuns: 60 },
    )
  })

  it('has the proofs of `proof.ts`', async () => {
    expect(await proveInclusion(69_999, SIZE, hashes)).toEqual(inclusionProof(leaves, 69_999))
    const consistency = consistencyProof(leaves, 65_281, SIZE)
    expect(await proveConsistency(65_281, SIZE, hashes)).toEqual(consistency)
  })

  it('asks once a level for a root, at the highest level there is', async () => {
    asked.length = 0
    await treeRoot(SIZE, hashes)
    expect(asked).toEqual([
      { level: 2, count: 1 },
      { level: 1, count: 17 },
      { level: 0, count: 112 },
    ])
  })

  it('asks for no more than the tiles on the way for a proof', async () => {
    const depth = 3
    await fc.assert(
      fc.asyncProperty(sizes, fc.nat(), async (size, some) => {
        asked.length = 0
        await proveInclusion(some % size, size, hashes)
        const inclusion = asked.reduce((sum, { count }) => sum + count, 0)
        asked.length = 0
        await proveConsistency(1 + (some % size), size, hashes)
        const consistency = asked.reduce((sum, { count }) => sum + count, 0)
        // On each level those beside the path, and those at the right edge.
        expect(Math.max(inclusion, consistency)).toBeLessThanOrEqual(2 * depth * TILE_WIDTH)
      }),
      { numRuns: 60 },
    )
  })

  it('is proved from its right-hand tiles alone, as a client has them', async () => {
    const served = new Map(
      tilesOf(SIZE).map(({ level, index, width }) => [
        `${level}/${index}`,
        concat(...levels[level]!.slice(index * TILE_WIDTH, index * TILE_WIDTH + width)),
      ]),
    )
    const fromTiles: Hashes = (level, start, end) => {
      const index = Math.floor(start / TILE_WIDTH)
      expect(Math.floor((end - 1) / TILE_WIDTH)).toBe(index)
      const tile = readTile(served.get(`${level}/${index}`)!)
      return Promise.resolve(tile.slice(start - index * TILE_WIDTH, end - index * TILE_WIDTH))
    }
    expect(await treeRoot(SIZE, fromTiles)).toEqual(root({ start: 0, end: SIZE }))
    expect(await proveInclusion(40_000, SIZE, fromTiles)).toEqual(
      inclusionRanges(40_000, SIZE).map(root),
    )
  })
})

describe('asking', () => {
  const { leaves } = tree(300)
  const { hashes } = tiled(leaves)

  it('for nothing gives the root of nothing', async () => {
    expect(await treeRoot(0, hashes)).toEqual(emptyRoot)
  })

  it.each([
    [0, 0],
    [5, 5],
    [5, 4],
    [1, 3],
    [2, 5],
    [256, 768],
    [-2, 0],
    [0.5, 1],
    [0, 2 ** 53],
    [0, Number.NaN],
  ])('for a subtree from %d to %d is a mistake', async (start, end) => {
    await expect(rangeRoot({ start, end }, hashes)).rejects.toThrow(RangeError)
  })

  it('for a proof of what is not there is a mistake', async () => {
    await expect(proveInclusion(5, 5, hashes)).rejects.toThrow(RangeError)
    await expect(proveConsistency(0, 5, hashes)).rejects.toThrow(RangeError)
    await expect(proveConsistency(6, 5, hashes)).rejects.toThrow(RangeError)
  })

  it.each<[string, Hashes]>([
    ['too few hashes', async (...asked) => (await hashes(...asked)).slice(1)],
    ['too many hashes', async (...asked) => [...(await hashes(...asked)), utf8('x'.repeat(32))]],
    ['a hash cut short', async (...asked) => (await hashes(...asked)).map((hash) => hash.slice(1))],
  ])('for a root is refused when there are %s', async (_, wrong) => {
    const missing = expect.objectContaining({ name: 'TileError', code: 'hashes-missing' })
    await expect(treeRoot(300, wrong)).rejects.toThrow(missing)
  })

  it('in a log past 2^31 entries goes to the highest level', async () => {
    const far = 2 ** 40
    const asked: unknown[] = []
    const root = await rangeRoot({ start: far, end: far + 2 ** 33 }, (...range) => {
      asked.push(range)
      return Promise.resolve([leafHash(utf8('a')), leafHash(utf8('b'))])
    })
    expect(asked).toEqual([[4, 256, 258]])
    expect(root).toEqual(rootOf([leafHash(utf8('a')), leafHash(utf8('b'))]))
  })
})
