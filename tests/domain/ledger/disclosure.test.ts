import fc from 'fast-check'
import { expect, it } from 'vitest'

import { base64url, utf8 } from '#app/domain/ledger/bytes.ts'
import type { Json } from '#app/domain/ledger/canonical-json.ts'
import { digestOf, disclose, openDisclosure } from '#app/domain/ledger/disclosure.ts'

const salt = new Uint8Array(32).fill(7)
const refused = (code: string) => expect.objectContaining({ name: 'DisclosureError', code })

it('reads the example of RFC 9901 and finds its digest', () => {
  const example = 'WyJfMjZiYzRMVC1hYzZxMktJNmNCVzVlcyIsICJmYW1pbHlfbmFtZSIsICJNw7ZiaXVzIl0'
  expect(digestOf(example)).toBe('X9yH0Ajrdm1Oij4tWso9UzzKJvPoDxwmuEcO3XAdRC0')
  expect(openDisclosure(example)).toEqual({
    salt: '_26bc4LT-ac6q2KI6cBW5es',
    field: 'family_name',
    value: 'Möbius',
  })
})

it('writes base64url of [salt, field, value]', () => {
  const { disclosure, digest } = disclose(salt, 'title', 'تعليم')
  expect(disclosure).toBe(base64url(utf8(`["${base64url(salt)}","title","تعليم"]`)))
  expect(digest).toBe(digestOf(disclosure))
})

it('gives back any JSON, down to the spelling of its text', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ minLength: 32, maxLength: 32 }),
      fc.string({ unit: 'grapheme' }),
      fc.jsonValue({ stringUnit: 'grapheme' }),
      (anySalt, field, value) => {
        const { disclosure, digest } = disclose(anySalt, field, value)
        const opened = openDisclosure(disclosure)
        expect(opened).toEqual({
          salt: base64url(anySalt),
          field,
          value: JSON.parse(JSON.stringify(value)) as Json,
        })
        expect(digestOf(disclosure)).toBe(digest)
      },
    ),
  )
})

it('gives another digest under another salt, field or value', () => {
  const { digest } = disclose(salt, 'title', 'Wells')
  const digests = [
    digest,
    disclose(new Uint8Array(32).fill(8), 'title', 'Wells').digest,
    disclose(salt, 'titles', 'Wells').digest,
    disclose(salt, 'title', 'wells').digest,
  ]
  expect(new Set(digests).size).toBe(4)
})

it.each([0, 16, 31, 33])('refuses a salt of %i bytes', (length) => {
  expect(() => disclose(new Uint8Array(length), 'a', 1)).toThrow(refused('salt-not-32-bytes'))
})

it.each([
  ['undefined', undefined],
  ['a member that is undefined', { a: undefined }],
  ['NaN', Number.NaN],
  ['infinity', [Number.POSITIVE_INFINITY]],
  ['a date', new Date(0)],
  ['a date inside', { at: new Date(0) }],
  ['a map', new Map([['a', 1]])],
  ['a big integer', 1n],
  ['a function', () => 1],
  ['bytes', Uint8Array.of(1)],
  ['what says of itself how it is written', { toJSON: () => 'other' }],
])('refuses %s, which JSON would quietly change', (_, value) => {
  expect(() => disclose(salt, 'a', value)).toThrow(refused('not-json'))
})

it.each([
  ['nothing', ''],
  ['text that is not base64url', 'WyJhIiwiYiIsMV0='],
  ['bytes that are not UTF-8', base64url(Uint8Array.of(0xff))],
  ['text that is not JSON', base64url(utf8('["a","b",'))],
  ['an object', base64url(utf8('{"0":"a","1":"b","2":1,"length":3}'))],
  ['two elements', base64url(utf8('["a","b"]'))],
  ['four elements', base64url(utf8('["a","b",1,2]'))],
  ['a salt that is no string', base64url(utf8('[1,"b",1]'))],
  ['a field that is no string', base64url(utf8('["a",null,1]'))],
])('refuses to open %s', (_, text) => {
  expect(() => openDisclosure(text)).toThrow(refused('not-a-disclosure'))
})

it('finds some digest for text that is no disclosure, without an error', () => {
  expect(digestOf('\ud800')).toHaveLength(43)
  expect(digestOf('')).toBe('47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU')
})
