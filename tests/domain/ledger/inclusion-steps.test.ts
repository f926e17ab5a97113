import fc from 'fast-check'
import { expect, it } from 'vitest'

import { base64, equal } from '#app/domain/ledger/bytes.ts'
import { inclusionSteps } from '#app/domain/ledger/inclusion-steps.ts'
import { nodeHash } from '#app/domain/ledger/merkle.ts'
import { inclusionProof, inclusionRanges, verifyInclusion } from '#app/domain/ledger/proof.ts'

import { changed, leaves } from './example-log.ts'
import { tree } from './reference-tree.ts'

it('walks from entry 2 of 5 to the root', () => {
  const leafHash = leaves[2]!
  const proof = inclusionProof(leaves, 2, 5)
  const steps = inclusionSteps({ index: 2, size: 5, leafHash, proof })
  expect(steps.map(({ side }) => side)).toEqual(['right', 'left', 'right'])
  expect(steps.map(({ sibling }) => sibling)).toEqual(proof)
  expect(steps[0]!.result).toEqual(nodeHash(leafHash, proof[0]!))
  expect(base64(steps[2]!.result)).toBe('fKo0Xb2JKmZFTWxlEuo8PqPw0+whvj/C4jdXBf049nI=')
})

it('raises a last leaf without a sibling to where it has one', () => {
  const steps = inclusionSteps({
    index: 4,
    size: 5,
    leafHash: leaves[4]!,
    proof: inclusionProof(leaves, 4, 5),
  })
  expect(steps.map(({ side }) => side)).toEqual(['left'])
  expect(inclusionSteps({ index: 0, size: 1, leafHash: leaves[0]!, proof: [] })).toEqual([])
})

const { leaves: many, root } = tree(256)
const claimOf = (index: number, size: number) => ({
  index,
  size,
  leafHash: many[index]!,
  root: root({ start: 0, end: size }),
  proof: inclusionRanges(index, size).map(root),
})

it('ends at the root, from each leaf of every tree to 256', () => {
  const astray: string[] = []
  for (let size = 2; size <= 256; size++) {
    for (let index = 0; index < size; index++) {
      const claim = claimOf(index, size)
      const last = inclusionSteps(claim).at(-1)
      const arrived = last !== undefined && equal(last.result, claim.root)
      if (!arrived || inclusionSteps(claim).length !== claim.proof.length) {
        astray.push(`${index} of ${size}`)
      }
    }
  }
  expect(astray).toEqual([])
})

it('ends elsewhere whenever the claim does not hold', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 2, max: 256 }),
      fc.nat(),
      fc.nat(),
      fc.integer({ min: 1, max: 255 }),
      (size, some, at, by) => {
        const claim = claimOf(some % size, size)
        const turned = claim.proof.map((hash, i) =>
          i === at % claim.proof.length ? changed(hash, at, by) : hash,
        )
        for (const forged of [
          { ...claim, proof: turned },
          { ...claim, proof: claim.proof.slice(1) },
          { ...claim, leafHash: changed(claim.leafHash, at, by) },
        ]) {
          const last = inclusionSteps(forged).at(-1)?.result ?? forged.leafHash
          expect(equal(last, claim.root)).toBe(false)
          expect(verifyInclusion(forged)).toBe(false)
        }
      },
    ),
  )
})

it.each([
  [5, 5],
  [-1, 5],
  [0, 0],
  [0.5, 5],
  [Number.NaN, 5],
])('has no way from leaf %d of %d', (index, size) => {
  expect(inclusionSteps({ index, size, leafHash: leaves[0]!, proof: leaves })).toEqual([])
})

it('goes no further than the root, however long the proof', () => {
  const claim = claimOf(3, 8)
  expect(inclusionSteps({ ...claim, proof: [...claim.proof, ...leaves] })).toHaveLength(3)
  expect(verifyInclusion({ ...claim, proof: [...claim.proof, ...leaves] })).toBe(false)
})
