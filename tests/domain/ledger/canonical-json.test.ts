import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { hex, utf8 } from '#app/domain/ledger/bytes.ts'
import {
  canonicalJson,
  jcs,
  MAX_LEAF,
  readCanonical,
  writeCanonical,
  type Json,
} from '#app/domain/ledger/canonical-json.ts'

const refused = (code: string) => expect.objectContaining({ name: 'CanonicalError', code })

describe('the test data published with RFC 8785', () => {
  it('keeps the order of code units, whatever a language would say', () => {
    const french = { peach: 'a', péché: 'b', pêche: 'c', sin: 'd' }
    expect(jcs(french)).toBe('{"peach":"a","péché":"b","pêche":"c","sin":"d"}')
  })

  it('sorts members at every depth and leaves arrays alone', () => {
    const structures = {
      '1': { f: { f: 'hi', F: 5 }, '\n': 56 },
      '10': {},
      '': 'empty',
      a: {},
      '111': [{ e: 'yes', E: 'no' }],
      A: {},
    }
    expect(jcs(structures)).toBe(
      '{"":"empty","1":{"\\n":56,"f":{"F":5,"f":"hi"}},"10":{},' +
        '"111":[{"E":"no","e":"yes"}],"A":{},"a":{}}',
    )
  })

  it('does not normalise a string', () => {
    expect(hex(utf8(jcs('A\u030a')))).toBe('2241cc8a22')
  })

  it('sorts a surrogate pair before U+FB33, as UTF-16 has it and UTF-8 has not', () => {
    expect(jcs({ '\ufb33': 1, '\u{1f600}': 2 })).toBe('{"\u{1f600}":2,"\ufb33":1}')
  })

  it('escapes controls, quotes and backslashes only', () => {
    expect(jcs('\u20ac$\u000f\nA\'B"\\\\"/\u007f')).toBe(
      '"\u20ac$\\u000f\\nA\'B\\"\\\\\\\\\\"/\u007f"',
    )
  })
})

describe('the restricted profile', () => {
  it.each([
    ['float', 1.5],
    ['float', Number.NaN],
    ['float', Number.POSITIVE_INFINITY],
    ['integer-out-of-range', 2 ** 53],
    ['integer-out-of-range', -(2 ** 53)],
    ['null', null],
    ['null', { a: [null] }],
    ['undefined', undefined],
    ['undefined', { a: undefined }],
    // oxlint-disable-next-line no-sparse-arrays -- the hole is the point
    ['undefined', [1, , 2]],
    ['key-not-ascii', { péché: 1 }],
    ['not-nfc', 'A\u030a'],
    ['not-nfc', { a: ['e\u0301'] }],
    ['lone-surrogate', 'x\ud800'],
    ['lone-surrogate', { '\udc00': 1 }],
    ['not-plain', new Date(0)],
    ['not-plain', { a: new Map() }],
    ['not-plain', Object.create({ inherited: 1 })],
    ['not-plain', { [Symbol('hidden')]: 1 }],
    ['not-plain', 1n],
    ['not-plain', () => 1],
    ['not-plain', Uint8Array.of(1)],
  ])('refuses as %s: %o', (code, value) => {
    expect(() => canonicalJson(value as Json)).toThrow(refused(code))
  })

  it('names the place of the fault', () => {
    expect(() => canonicalJson({ a: [1, { b: 0.5 }] })).toThrow('float: $.a[1].b')
    expect(() => canonicalJson({ a: [1, { b: null }] })).toThrow('null: $.a.1.b')
  })

  it('refuses a value that holds itself, and nesting nobody needs', () => {
    const knot: { self?: Json } = {}
    knot.self = knot as Json
    expect(() => canonicalJson(knot as Json)).toThrow(refused('too-deep'))
    const brackets = MAX_LEAF / 2
    const nested = utf8('['.repeat(brackets) + ']'.repeat(brackets))
    expect(() => readCanonical(nested)).toThrow(refused('too-deep'))
  })

  it('takes the largest integers either way', () => {
    expect(canonicalJson([Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER])).toBe(
      '[9007199254740991,-9007199254740991]',
    )
  })
})

describe('reading', () => {
  it.each([
    ['not-canonical', '{"a":1,"a":1}'],
    ['not-canonical', '{"b":1,"a":1}'],
    ['not-canonical', '{"a": 1}'],
    ['not-canonical', '{"a":1}\n'],
    ['not-canonical', '1.0'],
    ['not-canonical', '1e2'],
    ['not-canonical', '-0'],
    ['not-canonical', '"\\u0061"'],
    ['not-canonical', '"\\/"'],
    ['integer-out-of-range', '9007199254740993'],
    ['float', '0.5'],
    ['null', '{"a":null}'],
    ['lone-surrogate', '"\\ud800"'],
    ['not-json', '{a:1}'],
    ['not-json', ''],
    ['not-json', '\ufeff{}'],
  ])('refuses as %s: %j', (code, text) => {
    expect(() => readCanonical(utf8(text))).toThrow(refused(code))
  })

  it('refuses bytes that are not UTF-8', () => {
    expect(() => readCanonical(Uint8Array.of(0x22, 0xff, 0x22))).toThrow(refused('not-utf8'))
  })

  it('keeps a member called __proto__ an ordinary member', () => {
    const bytes = utf8('{"__proto__":{"a":1}}')
    expect(canonicalJson(readCanonical(bytes))).toBe('{"__proto__":{"a":1}}')
  })

  it('takes a leaf of 8,192 bytes and not one more', () => {
    const fitting = 'x'.repeat(MAX_LEAF - 2)
    expect(readCanonical(writeCanonical(fitting))).toBe(fitting)
    expect(() => writeCanonical(`${fitting}x`)).toThrow(refused('leaf-too-large'))
    expect(() => readCanonical(utf8(`"${fitting}x"`))).toThrow(refused('leaf-too-large'))
  })
})

const asciiKey = fc.string({ unit: 'binary-ascii', maxLength: 6 })
const nfcText = fc.string({ unit: 'grapheme', maxLength: 8 }).map((text) => text.normalize('NFC'))
const { value: anyValue } = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    nfcText,
    fc.maxSafeInteger(),
    fc.boolean(),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(asciiKey, tie('value'), { maxKeys: 4, noNullPrototype: true }),
  ),
}))

it('writes again what it reads, byte for byte', () => {
  fc.assert(
    fc.property(anyValue, (value) => {
      const text = canonicalJson(value)
      expect(canonicalJson(JSON.parse(text) as Json)).toBe(text)
      expect(readCanonical(writeCanonical(value))).toEqual(JSON.parse(JSON.stringify(value)))
    }),
  )
})

it('writes the same bytes in whatever order the members were set', () => {
  const members = fc.uniqueArray(fc.tuple(asciiKey, anyValue), { selector: ([key]) => key })
  const shuffled = members.chain((listed) =>
    fc.tuple(
      fc.constant(listed),
      fc.shuffledSubarray(listed, { minLength: listed.length, maxLength: listed.length }),
    ),
  )
  fc.assert(
    fc.property(shuffled, ([listed, mixed]) => {
      const [one, other] = [Object.fromEntries(listed), Object.fromEntries(mixed)]
      expect(canonicalJson(one)).toBe(canonicalJson(other))
    }),
  )
})
