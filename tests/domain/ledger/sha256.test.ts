import { createHash } from 'node:crypto'

import fc from 'fast-check'
import { expect, it } from 'vitest'

import { hex } from '#app/domain/ledger/bytes.ts'
import { hashWith, sha256 } from '#app/domain/ledger/sha256.ts'

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

it('takes no other function for it', () => {
  const other = (bytes: Uint8Array) => new Uint8Array(createHash('sha512').update(bytes).digest())
  expect(() => hashWith(other)).toThrow(RangeError)
  expect(() => hashWith(() => sha256(new Uint8Array()))).toThrow(RangeError)
  expect(hex(sha256(Uint8Array.of(0x61, 0x62, 0x63))).slice(0, 8)).toBe('ba7816bf')
})

it('hashes with what it was handed from then on', () => {
  let asked = 0
  const own = sha256
  hashWith((bytes) => {
    asked += 1
    return new Uint8Array(createHash('sha256').update(bytes).digest())
  })
  const before = asked
  expect(hex(own(Uint8Array.of(1)))).toHaveLength(64)
  expect(asked).toBe(before + 1)
})
