import { sha256 as portable } from '@noble/hashes/sha2.js'

import { base64url, equal, fromHex } from './bytes.ts'

/** Bytes to their 32-byte SHA-256 (FIPS 180-4). */
export type Sha256 = (bytes: Uint8Array) => Uint8Array

const emptyHash = fromHex('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
const abcHash = fromHex('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')

/** ASCII text to its SHA-256 in base64url without padding, 43 characters. */
export type Digest = (ascii: string) => string

const encoder = new TextEncoder()
let inUse: Sha256 = portable
let digestInUse: Digest = (ascii) => base64url(inUse(encoder.encode(ascii)))

/** SHA-256 of `bytes`, 32 bytes; in plain JavaScript unless the machine brought its own. */
export const sha256: Sha256 = (bytes) => inUse(bytes)
/** The same of a text, spelled: a log has ten of these for every other hash. */
export const sha256Digest: Digest = (ascii) => digestInUse(ascii)

/**
 * Hashes with a machine's built-in SHA-256 from now on: the same hashes, some twenty times sooner.
 * @throws {RangeError} when it is not SHA-256
 */
export function hashWith(builtIn: Sha256, digest: Digest): void {
  const right =
    equal(builtIn(new Uint8Array()), emptyHash) &&
    equal(builtIn(encoder.encode('abc')), abcHash) &&
    digest('abc') === base64url(abcHash)
  if (!right) throw new RangeError('this is not SHA-256')
  inUse = builtIn
  digestInUse = digest
}
