import { equal } from './bytes.ts'
import { nodeHash, rootOf, splitOf } from './merkle.ts'

/** The leaves from `start` up to, not including, `end`: one subtree of the log. */
export type LeafRange = { readonly start: number; readonly end: number }

/** Which subtree roots prove leaf `index` in a tree of `size`, from leaf to root (RFC 6962 2.1.1). */
export function inclusionRanges(index: number, size: number): LeafRange[] {
  if (!isCount(index) || !isCount(size) || index >= size) {
    throw new RangeError(`no leaf ${index} in a tree of ${size}`)
  }
  return inclusionWithin(index, { start: 0, end: size })
}

/**
 * Which subtree roots prove that a tree of `newSize` begins with the one of `oldSize`
 * (RFC 6962 2.1.2). None when the sizes are equal.
 */
export function consistencyRanges(oldSize: number, newSize: number): LeafRange[] {
  if (!isCount(oldSize) || !isCount(newSize) || oldSize === 0 || oldSize > newSize) {
    throw new RangeError(`no consistency proof from ${oldSize} to ${newSize}`)
  }
  return consistencyWithin(oldSize, { start: 0, end: newSize }, true)
}

/**
 * The inclusion proof of one leaf.
 * @param leafHashes 32 bytes each, in log order, at least `size` of them
 * @param index from 0
 * @param size of the tree to prove it in; all the leaves when absent
 * @returns sibling hashes from leaf to root, 32 bytes each
 * @throws {RangeError} when there is no such leaf or no such tree
 */
export function inclusionProof(
  leafHashes: readonly Uint8Array[],
  index: number,
  size: number = leafHashes.length,
): Uint8Array[] {
  return rootsOf(leafHashes, size, inclusionRanges(index, size))
}

/**
 * The proof that the tree of `newSize` leaves begins with the tree of `oldSize`.
 * @param leafHashes 32 bytes each, in log order, at least `newSize` of them
 * @returns 32-byte hashes; none when the sizes are equal
 * @throws {RangeError} unless 0 < oldSize <= newSize <= the number of leaves
 */
export function consistencyProof(
  leafHashes: readonly Uint8Array[],
  oldSize: number,
  newSize: number,
): Uint8Array[] {
  return rootsOf(leafHashes, newSize, consistencyRanges(oldSize, newSize))
}

export type InclusionClaim = {
  /** The leaf's place in the log, from 0. */
  index: number
  /** How many leaves the tree has whose root is `root`. */
  size: number
  leafHash: Uint8Array
  root: Uint8Array
  /** From leaf to root. */
  proof: readonly Uint8Array[]
}

/**
 * Whether a leaf stands at `index` in the tree of `size` with `root`: RFC 9162 2.1.3.2, step by
 * step, sharing nothing with the making of proofs. False, never an error, for whatever is malformed.
 */
export function verifyInclusion({ index, size, leafHash, root, proof }: InclusionClaim): boolean {
  if (!isCount(index) || !isCount(size) || index >= size) return false
  if (![leafHash, root, ...proof].every(isHash)) return false

  let fn = index
  let sn = size - 1
  let hash = leafHash
  for (const sibling of proof) {
    if (sn === 0) return false
    if (isOdd(fn) || fn === sn) {
      hash = nodeHash(sibling, hash)
      while (!isOdd(fn) && fn !== 0) [fn, sn] = [half(fn), half(sn)]
    } else {
      hash = nodeHash(hash, sibling)
    }
    ;[fn, sn] = [half(fn), half(sn)]
  }
  return sn === 0 && equal(hash, root)
}

export type ConsistencyClaim = {
  oldSize: number
  newSize: number
  oldRoot: Uint8Array
  newRoot: Uint8Array
  proof: readonly Uint8Array[]
}

/**
 * Whether the tree of `newSize` begins with the tree of `oldSize`: RFC 9162 2.1.4.2, step by step.
 * Equal sizes must have equal roots and an empty proof. An old size of 0 is false: every tree
 * extends the empty one, so there is nothing a proof could show. Never throws.
 */
export function verifyConsistency(claim: ConsistencyClaim): boolean {
  const { oldSize, newSize, oldRoot, newRoot, proof } = claim
  if (!isCount(oldSize) || !isCount(newSize) || oldSize === 0 || oldSize > newSize) return false
  if (![oldRoot, newRoot, ...proof].every(isHash)) return false
  if (oldSize === newSize) return proof.length === 0 && equal(oldRoot, newRoot)
  if (proof.length === 0) return false

  const [seed, ...path] = isPowerOfTwo(oldSize) ? [oldRoot, ...proof] : proof
  if (seed === undefined) return false
  let fn = oldSize - 1
  let sn = newSize - 1
  while (isOdd(fn)) [fn, sn] = [half(fn), half(sn)]
  let oldHash = seed
  let newHash = seed
  for (const sibling of path) {
    if (sn === 0) return false
    if (isOdd(fn) || fn === sn) {
      oldHash = nodeHash(sibling, oldHash)
      newHash = nodeHash(sibling, newHash)
      while (!isOdd(fn) && fn !== 0) [fn, sn] = [half(fn), half(sn)]
    } else {
      newHash = nodeHash(newHash, sibling)
    }
    ;[fn, sn] = [half(fn), half(sn)]
  }
  return sn === 0 && equal(oldHash, oldRoot) && equal(newHash, newRoot)
}

function inclusionWithin(index: number, { start, end }: LeafRange): LeafRange[] {
  if (end - start === 1) return []
  const middle = start + splitOf(end - start)
  const [left, right] = halves(start, middle, end)
  return index < middle
    ? [...inclusionWithin(index, left), right]
    : [...inclusionWithin(index, right), left]
}

// `known`: the verifier holds this subtree's root already, as it is the old tree itself.
function consistencyWithin(oldSize: number, tree: LeafRange, known: boolean): LeafRange[] {
  const { start, end } = tree
  if (oldSize === end) return known ? [] : [tree]
  const middle = start + splitOf(end - start)
  const [left, right] = halves(start, middle, end)
  return oldSize <= middle
    ? [...consistencyWithin(oldSize, left, known), right]
    : [...consistencyWithin(oldSize, right, false), left]
}

const halves = (start: number, middle: number, end: number): [LeafRange, LeafRange] => [
  { start, end: middle },
  { start: middle, end },
]

function rootsOf(
  leafHashes: readonly Uint8Array[],
  size: number,
  ranges: readonly LeafRange[],
): Uint8Array[] {
  if (size > leafHashes.length) {
    throw new RangeError(`a tree of ${size} is asked for, ${leafHashes.length} leaves are known`)
  }
  return ranges.map(({ start, end }) => rootOf(leafHashes.slice(start, end)))
}

// Sizes may pass 2^31, where the shift operators of the language would wrap.
const isCount = (value: number): boolean => Number.isSafeInteger(value) && value >= 0
const isHash = (bytes: Uint8Array): boolean => bytes.length === 32
const isOdd = (value: number): boolean => value % 2 === 1
const half = (value: number): number => Math.floor(value / 2)
const isPowerOfTwo = (value: number): boolean => value === 1 || splitOf(value) * 2 === value
