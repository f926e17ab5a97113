import { expect, it } from 'vitest'

import { base64 } from '#app/domain/ledger/bytes.ts'
import { readBase64, readCount, readHash } from '#app/domain/ledger/spelling.ts'

it('reads a count as it is spelled, and no other way', () => {
  expect(['0', '7', '70000', '9007199254740991'].map(readCount)).toEqual([
    0,
    7,
    70_000,
    2 ** 53 - 1,
  ])
  const others = ['', '00', '07', '+7', '-1', '1.0', '1e3', '0x7', ' 7', '7\n', '٧', '7_000']
  expect(others.filter((text) => readCount(text) !== undefined)).toEqual([])
  expect(readCount('9007199254740992')).toBeUndefined()
  expect(readCount('18446744073709551615')).toBeUndefined()
})

it('reads a hash of 32 bytes', () => {
  const hash = new Uint8Array(32).fill(200)
  expect(readHash(base64(hash))).toEqual(hash)
  expect(readHash(base64(hash.slice(1)))).toBeUndefined()
  expect(readHash(base64(hash).replace('=', ''))).toBeUndefined()
  expect(readHash('')).toBeUndefined()
})

it('reads base64 of any length', () => {
  expect(readBase64('')).toEqual(new Uint8Array())
  expect(readBase64('AQ==')).toEqual(Uint8Array.of(1))
  expect(readBase64('AR==')).toBeUndefined()
})
