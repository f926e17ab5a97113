import { concat } from './bytes.ts'
import { sha256 } from './sha256.ts'

// RFC 6962 2.1: the prefixes keep a leaf from ever passing for a node.
const LEAF = Uint8Array.of(0x00)
const NODE = Uint8Array.of(0x01)

/** SHA-256(0x00 || body): the 32-byte hash of a leaf's bytes (RFC 6962 2.1). */
export const leafHash = (body: Uint8Array): Uint8Array => sha256(concat(LEAF, body))

/** SHA-256(0x01 || left || right): the 32-byte hash over two subtrees (RFC 6962 2.1). */
export const nodeHash = (left: Uint8Array, right: Uint8Array): Uint8Array =>
  sha256(concat(NODE, left, right))

/** The root of a tree without leaves: SHA-256 of nothing. */
export const emptyRoot: Uint8Array = sha256(new Uint8Array())

/** The largest power of two below `size`, for a size of at least 2: where RFC 6962 splits. */
export function splitOf(size: number): number {
  let split = 1
  while (split * 2 < size) split *= 2
  return split
}

/**
 * The Merkle tree hash of RFC 6962 2.1, over leaf hashes in log order. No padding, no odd leaf
 * counted twice.
 * @param leafHashes 32 bytes each
 * @returns 32 bytes
 */
export function rootOf(leafHashes: readonly Uint8Array[]): Uint8Array {
  const [first] = leafHashes
  if (first === undefined) return emptyRoot
  if (leafHashes.length === 1) return first
  const split = splitOf(leafHashes.length)
  return nodeHash(rootOf(leafHashes.slice(0, split)), rootOf(leafHashes.slice(split)))
}

/**
 * All that an append needs of a tree: the roots of its full subtrees, largest first, one for each
 * bit set in `size`.
 */
export type Frontier = { readonly size: number; readonly peaks: readonly Uint8Array[] }

export const emptyFrontier: Frontier = { size: 0, peaks: [] }

/** The frontier with one more leaf. The one handed in stays as it was. */
export function append(frontier: Frontier, leaf: Uint8Array): Frontier {
  const peaks = [...frontier.peaks]
  let grown = leaf
  for (let size = frontier.size; size % 2 === 1; size = (size - 1) / 2) {
    const left = peaks.pop()
    if (left === undefined) throw new RangeError('the frontier has fewer peaks than its size asks')
    grown = nodeHash(left, grown)
  }
  return { size: frontier.size + 1, peaks: [...peaks, grown] }
}

/** The root of the tree a frontier stands for: equal to `rootOf` all its leaf hashes. */
export const frontierRoot = (frontier: Frontier): Uint8Array =>
  frontier.peaks.length === 0
    ? emptyRoot
    : frontier.peaks.reduceRight((right, left) => nodeHash(left, right))
