import fc from 'fast-check'
import { expect, it } from 'vitest'

import * as bytes from '#app/domain/ledger/bytes.ts'

const someBytes = fc.uint8Array({ maxLength: 100 })

it.each([
  ['hex', bytes.hex, bytes.fromHex],
  ['base64', bytes.base64, bytes.fromBase64],
  ['base64url', bytes.base64url, bytes.fromBase64url],
])('%s gives back the bytes it was given', (_, encode, decode) => {
  fc.assert(
    fc.property(someBytes, (given) => {
      expect(bytes.equal(decode(encode(given)), given)).toBe(true)
    }),
  )
})

it('utf8 gives back the text it was given', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme' }),
      (text) => bytes.fromUtf8(bytes.utf8(text)) === text,
    ),
  )
  expect(bytes.fromUtf8(Uint8Array.of(0xef, 0xbb, 0xbf, 0x41))).toBe('\ufeffA')
})

it('spells bytes as RFC 4648 does', () => {
  const odd = Uint8Array.of(0xfb, 0xff, 0xfe, 0x01)
  expect(bytes.hex(odd)).toBe('fbfffe01')
  expect(bytes.base64(odd)).toBe('+//+AQ==')
  expect(bytes.base64url(odd)).toBe('-__-AQ')
  expect(bytes.base64(bytes.utf8('foobar'))).toBe('Zm9vYmFy')
})

it.each(['0', 'AB', '0g', ' 00', '00\n', '0x00'])('refuses %j as hex', (text) => {
  expect(() => bytes.fromHex(text)).toThrow(expect.objectContaining({ code: 'not-hex' }))
})

it.each(['AQ', 'AQ=', 'AR==', 'A Q==', 'AQ==\n', 'AQ==AQ==', '-_8=', 'A', '====', 'é'])(
  'refuses %j as base64',
  (text) => {
    expect(() => bytes.fromBase64(text)).toThrow(expect.objectContaining({ code: 'not-base64' }))
  },
)

it.each(['AQ==', 'AR', '+/8', 'A Q', 'AQ\n', 'A', 'é'])('refuses %j as base64url', (text) => {
  const refusal = expect.objectContaining({ code: 'not-base64url' })
  expect(() => bytes.fromBase64url(text)).toThrow(refusal)
})

it('takes only one spelling of any bytes', () => {
  // What differs in trailing bits, padding or alphabet would decode to the same byte.
  const spellings = ['AQ', 'AR', 'AS', 'Af', 'AQ==', 'AQ=', ' AQ', 'AQ ']
  const taken = spellings.filter((text) => {
    try {
      return bytes.fromBase64url(text).length > 0
    } catch {
      return false
    }
  })
  expect(taken).toEqual(['AQ'])
})

it('refuses to bend what UTF-8 cannot hold', () => {
  const refusal = expect.objectContaining({ code: 'not-utf8' })
  expect(() => bytes.utf8('a\ud800')).toThrow(refusal)
  expect(() => bytes.utf8('\udc00\ud800')).toThrow(refusal)
  expect(() => bytes.fromUtf8(Uint8Array.of(0xc0, 0x80))).toThrow(refusal)
  expect(() => bytes.fromUtf8(Uint8Array.of(0xed, 0xa0, 0x80))).toThrow(refusal)
  expect(bytes.isWellFormed('a\ud83d\ude00')).toBe(true)
  expect(bytes.isWellFormed('\ude00\ud83d')).toBe(false)
})

it('joins and compares', () => {
  const [a, b] = [Uint8Array.of(1, 2), Uint8Array.of(3)]
  expect(bytes.concat(a, new Uint8Array(), b)).toEqual(Uint8Array.of(1, 2, 3))
  expect(bytes.concat()).toEqual(new Uint8Array())
  expect(bytes.equal(a, Uint8Array.of(1, 2))).toBe(true)
  expect(bytes.equal(a, Uint8Array.of(1, 3))).toBe(false)
  expect(bytes.equal(a, Uint8Array.of(1))).toBe(false)
  expect(bytes.equal(Uint8Array.of(1), a)).toBe(false)
})
