import fc from 'fast-check'
import { expect, it } from 'vitest'

import { base64, fromHex, hex, utf8 } from '#app/domain/ledger/bytes.ts'
import {
  append,
  emptyFrontier,
  emptyRoot,
  frontierRoot,
  leafHash,
  nodeHash,
  rootOf,
  splitOf,
} from '#app/domain/ledger/merkle.ts'

import { referenceLeaves, referenceRoots, tree } from './reference-tree.ts'

it('hashes leaves and nodes as Certificate Transparency does', () => {
  expect(hex(leafHash(utf8('L123456')))).toBe(
    '395aa064aa4c29f7010acfe3f25db9485bbd4b91897b6ad7ad547639252b4d56',
  )
  expect(hex(nodeHash(utf8('N123'), utf8('N456')))).toBe(
    'aa217fe888e47007fa15edab33c2b492a722cb106c64667fc2b044444de66bbb',
  )
})

it('gives the root of the empty tree as RFC 6962 does', () => {
  expect(base64(emptyRoot)).toBe('47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=')
  expect(rootOf([])).toEqual(emptyRoot)
  expect(frontierRoot(emptyFrontier)).toEqual(emptyRoot)
})

it.each(referenceRoots.map((root, size) => [size, root] as const))(
  'gives the reference root for %i leaves',
  (size, root) => {
    const leaves = referenceLeaves.slice(0, size).map((leaf) => leafHash(fromHex(leaf)))
    expect(hex(rootOf(leaves))).toBe(root)
  },
)

it('gives the root that an independent log computes for five entries', () => {
  const leaves = [0, 1, 2, 3, 4].map((i) => leafHash(utf8(`entry ${i}`)))
  expect(base64(rootOf(leaves))).toBe('fKo0Xb2JKmZFTWxlEuo8PqPw0+whvj/C4jdXBf049nI=')
})

it('splits at the largest power of two below the size', () => {
  expect([2, 3, 4, 5, 8, 9, 2 ** 40, 2 ** 40 + 1].map(splitOf)).toEqual([
    1,
    2,
    2,
    4,
    4,
    8,
    2 ** 39,
    2 ** 40,
  ])
})

it('finds the same root leaf by leaf as over the whole tree, at every size to 256', () => {
  const { leaves } = tree(256)
  let frontier = emptyFrontier
  leaves.forEach((leaf, i) => {
    frontier = append(frontier, leaf)
    expect(frontier.size).toBe(i + 1)
    expect(frontierRoot(frontier)).toEqual(rootOf(leaves.slice(0, i + 1)))
    const bits = frontier.size.toString(2).replaceAll('0', '').length
    expect(frontier.peaks).toHaveLength(bits)
  })
})

it('leaves the frontier it was handed unchanged', () => {
  const { leaves } = tree(8)
  const seven = leaves.slice(0, 7).reduce(append, emptyFrontier)
  const before = structuredClone(seven)
  append(seven, leafHash(utf8('one')))
  append(seven, leafHash(utf8('another')))
  expect(seven).toEqual(before)
})

it('refuses a frontier whose peaks do not fit its size', () => {
  expect(() => append({ size: 3, peaks: [] }, leafHash(utf8('x')))).toThrow(RangeError)
})

it('has another root once any leaf is changed, dropped, repeated or moved', () => {
  const { leaves } = tree(64)
  const size = fc.integer({ min: 2, max: 64 })
  fc.assert(
    fc.property(size, fc.nat(), fc.nat(), (count, a, b) => {
      const whole = leaves.slice(0, count)
      const i = a % count
      const j = (i + 1 + (b % (count - 1))) % count
      const exchange = new Map([
        [i, j],
        [j, i],
      ])
      const altered = [
        whole.with(i, leafHash(utf8('foreign'))),
        whole.toSpliced(i, 1),
        [...whole, ...whole.slice(-1)],
        whole.map((leaf, k) => whole[exchange.get(k) ?? k] ?? leaf),
      ]
      expect(altered.map(rootOf).map(hex)).not.toContain(hex(rootOf(whole)))
    }),
  )
})
