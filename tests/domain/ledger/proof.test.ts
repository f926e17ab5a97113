import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { base64, concat, fromBase64, fromHex, utf8 } from '#app/domain/ledger/bytes.ts'
import { emptyRoot, leafHash, nodeHash, rootOf } from '#app/domain/ledger/merkle.ts'
import {
  consistencyProof,
  consistencyRanges,
  inclusionProof,
  inclusionRanges,
  verifyConsistency,
  verifyInclusion,
  type ConsistencyClaim,
  type InclusionClaim,
} from '#app/domain/ledger/proof.ts'

import { referenceLeaves, referenceRoots, tree } from './reference-tree.ts'

const reference = referenceLeaves.map((leaf) => leafHash(fromHex(leaf)))
const referenceRoot = (size: number) => fromHex(referenceRoots[size] ?? '')

describe('reference vectors', () => {
  const inclusion = [
    'vBoGQ7EuTS18d5GPROD095qDi2z57FtcKD4fTYhZnms=',
    'yoVOoSjtBQtBs1/8G4e46yveRh6eO1WW7Oa51ZdaCuA=',
    '037kGJdt2VdTwcc4Yrk5j6Kiz5tP8P3+izDNlSCWFLc=',
  ]
  const consistency = [
    'Xwg/ChozygdqlSeYMlgNs+DvRYS9/x9UyKNg9Q3jAx4=',
    'vBoGQ7EuTS18d5GPROD095qDi2z57FtcKD4fTYhZnms=',
  ]

  it('proves leaf 5 of 8', () => {
    const leaf = leafHash(fromHex('40414243'))
    const proof = inclusion.map(fromBase64)
    const claim = { index: 5, size: 8, leafHash: leaf, root: referenceRoot(8), proof }
    expect(inclusionProof(reference, 5).map(base64)).toEqual(inclusion)
    expect(verifyInclusion(claim)).toBe(true)
  })

  it('proves that the tree of 5 begins with the tree of 2, and not the other way round', () => {
    const proof = consistency.map(fromBase64)
    const [oldRoot, newRoot] = [referenceRoot(2), referenceRoot(5)]
    expect(consistencyProof(reference, 2, 5).map(base64)).toEqual(consistency)
    expect(verifyConsistency({ oldSize: 2, newSize: 5, oldRoot, newRoot, proof })).toBe(true)
    const swapped = { oldSize: 2, newSize: 5, oldRoot: newRoot, newRoot: oldRoot, proof }
    expect(verifyConsistency(swapped)).toBe(false)
  })

  it('proves entry 2 of 5 as an independent log does', () => {
    const leaves = [0, 1, 2, 3, 4].map((i) => leafHash(utf8(`entry ${i}`)))
    const proof = inclusionProof(leaves, 2, 5)
    expect(proof.map(base64)).toEqual([
      'YcoROfaBWEHVuvLQ0tm9nf7pfImN1ve6DAqpQe5sAes=',
      'WkdmL9ijF9lgSaP59HxV3GfKZgUbqjaD27GbL+CaB7A=',
      'SFM123z+yWXxX/dF/GJcQdXqJkaTaTAWWCj3PdS2iFQ=',
    ])
    const root = fromBase64('fKo0Xb2JKmZFTWxlEuo8PqPw0+whvj/C4jdXBf049nI=')
    const leaf = leafHash(utf8('entry 2'))
    expect(verifyInclusion({ index: 2, size: 5, leafHash: leaf, root, proof })).toBe(true)
  })
})

const SIZE = 256
const { leaves, root } = tree(SIZE)
const rootAt = (size: number) => root({ start: 0, end: size })
const leafAt = (index: number) => root({ start: index, end: index + 1 })

const inclusionClaim = (index: number, size: number): InclusionClaim => ({
  index,
  size,
  leafHash: leafAt(index),
  root: rootAt(size),
  proof: inclusionRanges(index, size).map(root),
})
const consistencyClaim = (oldSize: number, newSize: number): ConsistencyClaim => ({
  oldSize,
  newSize,
  oldRoot: rootAt(oldSize),
  newRoot: rootAt(newSize),
  proof: consistencyRanges(oldSize, newSize).map(root),
})

/** Every pair with 0 <= low < high <= SIZE. */
function* pairs(): Generator<[low: number, high: number]> {
  for (let high = 1; high <= SIZE; high++) for (let low = 0; low < high; low++) yield [low, high]
}

describe(`every tree to ${SIZE} leaves`, () => {
  it('proves each of its leaves', () => {
    const failed = [...pairs()].filter(([low, high]) => !verifyInclusion(inclusionClaim(low, high)))
    expect(failed).toEqual([])
  })

  it('proves each earlier tree to be its beginning', () => {
    const failed = [...pairs()].filter(
      ([low, high]) => !verifyConsistency(consistencyClaim(low + 1, high)),
    )
    expect(failed).toEqual([])
  })

  it('is proved from leaf hashes alone as from stored subtree roots', () => {
    for (const size of [1, 2, 3, 7, 8, 13, 64, 100, 255, 256]) {
      for (const index of new Set([0, size >> 1, size - 1])) {
        expect(inclusionProof(leaves, index, size)).toEqual(inclusionClaim(index, size).proof)
        const { proof } = consistencyClaim(index + 1, size)
        expect(consistencyProof(leaves, index + 1, size)).toEqual(proof)
      }
    }
  })
})

const flipped = (bytes: Uint8Array, at: number): Uint8Array =>
  bytes.map((byte, i) => (i === at % bytes.length ? byte ^ (1 << (at % 8)) : byte))
const place = fc.nat({ max: 10_000 })
const size = fc.integer({ min: 2, max: SIZE })

/** Every way to spoil a list of hashes: one bit, one hash lost, one too many, two exchanged. */
function* spoilt(proof: readonly Uint8Array[], at: number): Generator<Uint8Array[]> {
  const i = at % Math.max(proof.length, 1)
  const [hash, next] = [proof[i], proof[i + 1]]
  yield [...proof, leafHash(utf8('extra'))]
  yield [leafHash(utf8('extra')), ...proof]
  if (hash) {
    yield proof.with(i, flipped(hash, at))
    yield proof.with(i, hash.slice(0, 31))
    yield proof.toSpliced(i, 1)
    yield proof.toSpliced(i, 0, hash)
    if (next) yield proof.with(i, next).with(i + 1, hash)
  }
}

describe('a forged inclusion claim', () => {
  it('is refused when leaf, root, index or proof is not the true one', () => {
    fc.assert(
      fc.property(size, place, place, (count, where, at) => {
        const claim = inclusionClaim(where % count, count)
        const other = (claim.index + 1 + (at % (count - 1))) % count
        const forged: InclusionClaim[] = [
          { ...claim, leafHash: flipped(claim.leafHash, at) },
          { ...claim, root: flipped(claim.root, at) },
          { ...claim, root: emptyRoot },
          { ...claim, index: other },
          { ...claim, leafHash: leafAt(other) },
          ...[...spoilt(claim.proof, at)].map((proof) => ({ ...claim, proof })),
        ]
        expect(verifyInclusion(claim)).toBe(true)
        expect(forged.filter(verifyInclusion)).toEqual([])
      }),
    )
  })

  it.each([
    ['an index at the end', { index: 5 }],
    ['an index beyond the end', { index: 9 }],
    ['a negative index', { index: -1 }],
    ['a broken index', { index: 1.5 }],
    ['an index that is no number', { index: Number.NaN }],
    ['an empty tree', { index: 0, size: 0 }],
    ['a size past exact integers', { size: 2 ** 53 }],
    ['an endless tree', { size: Number.POSITIVE_INFINITY }],
    ['a short root', { root: new Uint8Array(31) }],
    ['a long leaf hash', { leafHash: new Uint8Array(33) }],
  ])('is refused for %s', (_, change) => {
    expect(verifyInclusion({ ...inclusionClaim(2, 5), ...change })).toBe(false)
  })

  describe('whose hashes add up', () => {
    const [leaf, other] = [leafAt(0), leafAt(1)]
    const pair = nodeHash(leaf, other)
    const moved = concat(leaf, other)
    const alone = { index: 0, size: 1, leafHash: leaf, root: leaf, proof: [] }
    const first = { index: 0, size: 2, leafHash: leaf, root: pair, proof: [other] }

    it('is refused for an index past the end', () => {
      expect(verifyInclusion(alone)).toBe(true)
      expect(verifyInclusion({ ...alone, index: 1 })).toBe(false)
    })

    it('is refused for a path longer than the tree is deep', () => {
      const buried = { ...alone, root: nodeHash(other, leaf), proof: [other] }
      expect(verifyInclusion(buried)).toBe(false)
    })

    it('is refused for a hash of another length, wherever it stands', () => {
      expect(verifyInclusion(first)).toBe(true)
      const [short, long] = [moved.slice(0, 31), moved.slice(31)]
      expect(nodeHash(short, long)).toEqual(pair)
      expect(verifyInclusion({ ...first, leafHash: short, proof: [long] })).toBe(false)
      expect(verifyInclusion({ ...alone, leafHash: short, root: short })).toBe(false)
    })
  })

  it('is refused at the size that was asked for when a node is passed off as a leaf', () => {
    const { proof, root: whole } = inclusionClaim(0, 4)
    const node = root({ start: 0, end: 2 })
    const claim = { index: 0, size: 2, leafHash: node, root: whole, proof: proof.slice(1) }
    // The hashes do add up: only the prefix in leafHash keeps such a node from having a body.
    expect(verifyInclusion(claim)).toBe(true)
    expect(verifyInclusion({ ...claim, size: 4 })).toBe(false)
  })
})

describe('a forged consistency claim', () => {
  it('is refused when a root, a size or the proof is not the true one', () => {
    fc.assert(
      fc.property(size, place, place, (newSize, where, at) => {
        const claim = consistencyClaim(1 + (where % (newSize - 1)), newSize)
        const forged: ConsistencyClaim[] = [
          { ...claim, oldRoot: flipped(claim.oldRoot, at) },
          { ...claim, newRoot: flipped(claim.newRoot, at) },
          { ...claim, oldRoot: claim.newRoot, newRoot: claim.oldRoot },
          { ...claim, oldSize: claim.newSize, newSize: claim.oldSize },
          { ...claim, proof: [] },
          ...[...spoilt(claim.proof, at)].map((proof) => ({ ...claim, proof })),
        ]
        expect(verifyConsistency(claim)).toBe(true)
        expect(forged.filter(verifyConsistency)).toEqual([])
      }),
    )
  })

  it('is refused for a log whose past was rewritten, at any entry', () => {
    fc.assert(
      fc.property(size, place, place, (newSize, where, at) => {
        const oldSize = 1 + (where % (newSize - 1))
        const rewritten = leaves.slice(0, newSize).with(at % oldSize, leafHash(utf8('rewritten')))
        const proof = consistencyProof(rewritten, oldSize, newSize)
        const [oldRoot, newRoot] = [rootAt(oldSize), rootOf(rewritten)]
        expect(verifyConsistency({ oldSize, newSize, oldRoot, newRoot, proof })).toBe(false)
      }),
      { numRuns: 40 },
    )
  })

  it.each([
    ['an old size of nothing', { oldSize: 0, oldRoot: emptyRoot, proof: [] }],
    ['a log grown smaller', { oldSize: 6 }],
    ['a negative size', { oldSize: -2 }],
    ['a broken size', { oldSize: 2.5 }],
    ['a size past exact integers', { newSize: 2 ** 53 }],
    ['a short root', { oldRoot: new Uint8Array(31) }],
  ])('is refused for %s', (_, change) => {
    expect(verifyConsistency({ ...consistencyClaim(2, 5), ...change })).toBe(false)
  })

  describe('whose hashes add up', () => {
    it('is refused for a path longer than the trees are deep', () => {
      const claim = consistencyClaim(3, 4)
      const above = leafHash(utf8('above'))
      const buried = {
        ...claim,
        oldRoot: nodeHash(above, claim.oldRoot),
        newRoot: nodeHash(above, claim.newRoot),
        proof: [...claim.proof, above],
      }
      expect(verifyConsistency(buried)).toBe(false)
    })

    it('is refused for a path that ends below the root', () => {
      const claim = consistencyClaim(2, 4)
      expect(verifyConsistency(claim)).toBe(true)
      expect(verifyConsistency({ ...claim, newSize: 8 })).toBe(false)
    })

    it('is refused for a hash of another length, wherever it stands', () => {
      const short = new Uint8Array(31)
      const same = { oldSize: 5, newSize: 5, oldRoot: short, newRoot: short, proof: [] }
      expect(verifyConsistency(same)).toBe(false)
      const newRoot = nodeHash(leafAt(0), short)
      const grown = { oldSize: 1, newSize: 2, oldRoot: leafAt(0), newRoot, proof: [short] }
      expect(verifyConsistency(grown)).toBe(false)
    })
  })

  it('is refused at equal sizes unless the roots are equal and the proof empty', () => {
    const same = consistencyClaim(5, 5)
    expect(same.proof).toEqual([])
    expect(verifyConsistency(same)).toBe(true)
    expect(verifyConsistency({ ...same, newRoot: rootAt(4) })).toBe(false)
    expect(verifyConsistency({ ...same, proof: [rootAt(5)] })).toBe(false)
  })
})

describe('asking for a proof', () => {
  it.each([
    [5, 5],
    [-1, 5],
    [0, 0],
    [0.5, 5],
    [0, SIZE + 1],
  ])('throws for leaf %d of %d', (index, count) => {
    expect(() => inclusionProof(leaves, index, count)).toThrow(RangeError)
  })

  it.each([
    [0, 5],
    [6, 5],
    [1.5, 5],
    [5, SIZE + 1],
  ])('throws for consistency from %d to %d', (oldSize, newSize) => {
    expect(() => consistencyProof(leaves, oldSize, newSize)).toThrow(RangeError)
  })

  it('names subtrees rightly in a log past 2^31 entries', () => {
    const far = 2 ** 32
    expect(inclusionRanges(far, far + 1)).toEqual([{ start: 0, end: far }])
    expect(inclusionRanges(0, far)).toHaveLength(32)
    expect(consistencyRanges(far, far + 1)).toEqual([{ start: far, end: far + 1 }])
  })
})

it('verifies in a log past 2^31 entries', () => {
  const [whole, added] = [rootAt(8), leafAt(9)]
  const far = 2 ** 32
  const newRoot = rootOf([whole, added])
  const inclusion = { index: far, size: far + 1, leafHash: added, root: newRoot, proof: [whole] }
  expect(verifyInclusion(inclusion)).toBe(true)
  expect(verifyInclusion({ ...inclusion, index: far - 1 })).toBe(false)
  const grown = { oldSize: far, newSize: far + 1, oldRoot: whole, newRoot, proof: [added] }
  expect(verifyConsistency(grown)).toBe(true)
  expect(verifyConsistency({ ...grown, oldSize: far - 1 })).toBe(false)
})
