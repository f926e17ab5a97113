import { nodeHash } from './merkle.ts'
import type { InclusionClaim } from './proof.ts'

/** One hashing on the way from a leaf to the root: SHA-256(0x01 || left || right) is `result`. */
export type InclusionStep = {
  /** On which side of what was reached so far `sibling` stands. */
  readonly side: 'left' | 'right'
  readonly sibling: Uint8Array
  readonly result: Uint8Array
}

/**
 * The way from a leaf to the root, for a person to follow: the arithmetic of `verifyInclusion`
 * (RFC 9162 2.1.3.2), which alone says whether the claim holds. When it does, the last result is
 * the root; without a step the leaf hash itself is.
 * @returns none for a place outside the tree; a proof longer than the tree is deep is cut there
 */
export function inclusionSteps({
  index,
  size,
  leafHash,
  proof,
}: Omit<InclusionClaim, 'root'>): InclusionStep[] {
  const steps: InclusionStep[] = []
  if (!Number.isSafeInteger(index) || index < 0 || index >= size) return steps

  // `left` of the nodes at this height stand before ours; `last` is the place of the rightmost.
  let [left, last] = [index, size - 1]
  let hash = leafHash
  for (const sibling of proof) {
    // A last node without a sibling rises unhashed to where it has one.
    while (left === last && left % 2 === 0 && left > 0) [left, last] = [left / 2, last / 2]
    if (last === 0) break
    const side = left % 2 === 1 ? 'left' : 'right'
    hash = side === 'left' ? nodeHash(sibling, hash) : nodeHash(hash, sibling)
    steps.push({ side, sibling, result: hash })
    ;[left, last] = [Math.floor(left / 2), Math.floor(last / 2)]
  }
  return steps
}
