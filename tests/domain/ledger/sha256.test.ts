import { createHash } from 'node:crypto'

import fc from 'fast-check'
import { expect, it } from 'vitest'

import { base64url, hex, utf8 } from '#app/domain/ledger/bytes.ts'
import { hashWith, sha256, sha256Digest } from '#app/domain/ledger/sha256.ts'

it('is SHA-256 without any help of the machine', () => {
  expect(hex(sha256(new Uint8Array()))).toBe(
    'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  )
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      expect(hex(sha256(bytes))).toBe(createHash('sha256').update(bytes).digest('hex'))
    }),
  )
})

it('spells the digest of a text in base64url', () => {
  expect(sha256Digest('abc')).toBe(base64url(sha256(utf8('abc'))))
  expect(sha256Digest('')).toBe('47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU')
})

const node = (bytes: Uint8Array) => new Uint8Array(createHash('sha256').update(bytes).digest())
const nodeDigest = (text: string) => createHash('sha256').update(text).digest('base64url')

it('takes no other function for it', () => {
  const other = (bytes: Uint8Array) => new Uint8Array(createHash('sha512').update(bytes).digest())
  expect(() => hashWith(other, nodeDigest)).toThrow(RangeError)
  expect(() => hashWith(() => sha256(new Uint8Array()), nodeDigest)).toThrow(RangeError)
  const padded = (text: string) => createHash('sha256').update(text).digest('base64')
  expect(() => hashWith(node, padded)).toThrow(RangeError)
  expect(hex(sha256(Uint8Array.of(0x61, 0x62, 0x63))).slice(0, 8)).toBe('ba7816bf')
})

it('hashes with what it was handed from then on', () => {
  const asked = { bytes: 0, text: 0 }
  hashWith(
    (bytes) => ((asked.bytes += 1), node(bytes)),
    (text) => ((asked.text += 1), nodeDigest(text)),
  )
  const before = { ...asked }
  expect(hex(sha256(Uint8Array.of(1)))).toHaveLength(64)
  expect(sha256Digest('abc')).toBe(nodeDigest('abc'))
  expect(asked).toEqual({ bytes: before.bytes + 1, text: before.text + 1 })
})
