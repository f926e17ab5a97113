import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { base64url, fromUtf8, utf8 } from '#app/domain/ledger/bytes.ts'
import { canonicalJson, MAX_LEAF, type Json } from '#app/domain/ledger/canonical-json.ts'
import { digestOf, disclose, openDisclosure } from '#app/domain/ledger/disclosure.ts'
import {
  checkOpenings,
  openEntry,
  readEntry,
  readKnownEntry,
  sealEntry,
  type ActToSeal,
  type Entry,
} from '#app/domain/ledger/entry.ts'
import { leafHash } from '#app/domain/ledger/merkle.ts'

/** Salts that differ: 1, 2, 3 … repeated over 32 bytes. */
function saltsFrom(first = 1) {
  let next = first
  return () => new Uint8Array(new Uint32Array(8).fill(next++).buffer)
}

const published = (change: Partial<ActToSeal> = {}): ActToSeal => ({
  act: 'commitment.published',
  actor: { org: 'org_7f3k', role: 'focal-point' },
  at: new Date('2026-11-23T11:00:00.987Z'),
  clauses: ['3.2', 'qd2015/access/1'],
  id: 'act_01J',
  prev: 'act_01H',
  subject: 'cmt_01J',
  fields: { title: 'Twelve wells', target: 12.5, parties: [{ name: 'Éole', share: null }] },
  salts: saltsFrom(),
  ...change,
})

const openings = ({ fields }: Pick<ActToSeal, 'fields'>) => {
  const sealed = sealEntry(published({ fields }))
  const disclosures = sealed.disclosures.map(({ disclosure }) => disclosure)
  return { entry: readEntry(sealed.leaf), disclosures, digests: disclosures.map(digestOf) }
}

describe('sealing', () => {
  it('writes the leaf of the specification and nothing more', () => {
    const { leaf, disclosures } = sealEntry(published())
    const d = disclosures.map(({ digest }) => digest).toSorted()
    expect(fromUtf8(leaf)).toBe(
      '{"act":"commitment.published","actor":{"org":"org_7f3k","role":"focal-point"},' +
        '"at":"2026-11-23T11:00:00Z","clauses":["3.2","qd2015/access/1"],' +
        `"d":${JSON.stringify(d)},"id":"act_01J","prev":"act_01H","subject":"cmt_01J","v":1}`,
    )
  })

  it('leaves out the organisation and the earlier act where there is none', () => {
    const actor = { org: undefined, role: 'coordinator' }
    const { leaf } = sealEntry(published({ actor, prev: undefined, fields: {} }))
    expect(fromUtf8(leaf)).toBe(
      '{"act":"commitment.published","actor":{"role":"coordinator"},' +
        '"at":"2026-11-23T11:00:00Z","clauses":["3.2","qd2015/access/1"],"d":[],' +
        '"id":"act_01J","subject":"cmt_01J","v":1}',
    )
  })

  it('hashes the leaf as RFC 6962 does', () => {
    const sealed = sealEntry(published())
    expect(sealed.leafHash).toEqual(leafHash(sealed.leaf))
  })

  it('discloses each field under a salt of its own', () => {
    const { disclosures } = sealEntry(published())
    const opened = disclosures.map(({ disclosure }) => openDisclosure(disclosure))
    expect(opened.map(({ field, value }) => [field, value])).toEqual([
      ['title', 'Twelve wells'],
      ['target', 12.5],
      ['parties', [{ name: 'Éole', share: null }]],
    ])
    expect(new Set(opened.map(({ salt }) => salt)).size).toBe(3)
    expect(disclosures.map(({ field }) => field)).toEqual(['title', 'target', 'parties'])
    expect(disclosures.every((sealed) => sealed.digest === digestOf(sealed.disclosure))).toBe(true)
  })

  it('lets no value of a field into the leaf', () => {
    const secret = 'ZQ-marker-ZQ'
    const { leaf } = sealEntry(published({ fields: { [secret]: 1, title: secret } }))
    expect(fromUtf8(leaf)).not.toContain(secret)
  })

  it('shows nothing of the order the fields came in', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string({ maxLength: 8 }), { maxLength: 10 }), (names) => {
        const fields = Object.fromEntries(names.map((name, i) => [name, i]))
        const { d } = readEntry(sealEntry(published({ fields })).leaf)
        expect(d).toEqual(d.toSorted())
        expect(d).toHaveLength(Object.keys(fields).length)
      }),
    )
  })

  it('refuses a salt used twice, short salts and what is not JSON', () => {
    const same = () => new Uint8Array(32)
    const code = (name: string) => expect.objectContaining({ code: name })
    expect(() => sealEntry(published({ salts: same }))).toThrow(code('salt-reused'))
    const short = () => new Uint8Array(16)
    expect(() => sealEntry(published({ salts: short }))).toThrow(code('salt-not-32-bytes'))
    const fields = { at: new Date(0) }
    expect(() => sealEntry(published({ fields }))).toThrow(code('not-json'))
  })

  it.each<[string, Partial<ActToSeal>]>([
    ['an act that is a sentence', { act: 'We published it.' }],
    ['a name for a role', { actor: { org: 'org_1', role: 'Ada Lovelace' } }],
    ['an address for an organisation', { actor: { org: 'ada@example.org', role: 'editor' } }],
    ['a URL for a subject', { subject: 'https://example.org/x' }],
    ['a URL for a clause', { clauses: ['https://example.org'] }],
    ['an empty id', { id: '' }],
    ['an id that is too long', { id: 'a'.repeat(65) }],
    ['a name for the earlier act', { prev: 'the first one' }],
    ['no instant', { at: new Date(Number.NaN) }],
    ['an instant past the year 9999', { at: new Date('+010000-01-01T00:00:00Z') }],
  ])('refuses %s', (_, change) => {
    expect(() => sealEntry(published(change))).toThrow(
      expect.objectContaining({ name: 'EntryError', code: 'not-an-entry' }),
    )
  })

  const numbered = (count: number) =>
    Object.fromEntries(Array.from({ length: count }, (_, i) => [`milestone-${i}`, i]))

  it('holds a commitment of 60 milestones with room to spare', () => {
    const { leaf } = sealEntry(published({ fields: numbered(80) }))
    expect(leaf.length).toBeLessThan(MAX_LEAF / 2)
  })

  it('refuses a leaf over 8 KiB', () => {
    expect(() => sealEntry(published({ fields: numbered(200) }))).toThrow(
      expect.objectContaining({ code: 'leaf-too-large' }),
    )
  })
})

describe('reading', () => {
  const digest = digestOf('a')
  const whole: Record<string, Json> = {
    act: 'log.note',
    actor: { role: 'administrator' },
    at: '2026-11-23T11:00:00Z',
    clauses: [],
    d: [digest],
    id: 'act_1',
    subject: 'log',
    v: 1,
  }
  const bytesOf = (value: Json) => utf8(canonicalJson(value))

  it('reads back what was sealed', () => {
    const { leaf, disclosures } = sealEntry(published())
    expect(readEntry(leaf)).toEqual({
      act: 'commitment.published',
      actor: { org: 'org_7f3k', role: 'focal-point' },
      at: '2026-11-23T11:00:00Z',
      clauses: ['3.2', 'qd2015/access/1'],
      d: disclosures.map((sealed) => sealed.digest).toSorted(),
      id: 'act_01J',
      prev: 'act_01H',
      subject: 'cmt_01J',
      v: 1,
    })
    expect(readEntry(bytesOf(whole))).toEqual(whole)
  })

  it.each<[string, Record<string, Json>]>([
    ['an unknown member', { note: 'x' }],
    ['an unknown member of the actor', { actor: { role: 'editor', name: 'Ada' } }],
    ['another version', { v: 2 }],
    ['a time with a fraction', { at: '2026-11-23T11:00:00.5Z' }],
    ['a time without a zone', { at: '2026-11-23T11:00:00' }],
    ['a time in another zone', { at: '2026-11-23T11:00:00+02:00' }],
    ['a day there never was', { at: '2026-02-30T11:00:00Z' }],
    ['a digest that is none', { d: ['abc'] }],
    ['a digest with stray bits', { d: [`${digest.slice(0, -1)}B`] }],
    ['a digest twice', { d: [digest, digest] }],
    ['digests out of order', { d: [digest, digestOf('b')].toSorted().toReversed() }],
    ['a member called __proto__', JSON.parse('{"__proto__":"x"}') as Record<string, Json>],
  ])('refuses %s', (_, change) => {
    const entries = [...Object.entries(whole), ...Object.entries(change)]
    expect(() => readEntry(bytesOf(Object.fromEntries(entries)))).toThrow(
      expect.objectContaining({ code: 'not-an-entry' }),
    )
  })

  it.each(Object.keys(whole))('refuses a leaf without %s', (member) => {
    const { [member]: _, ...rest } = whole
    expect(() => readEntry(bytesOf(rest))).toThrow(
      expect.objectContaining({ code: 'not-an-entry' }),
    )
  })

  it('refuses bytes in any but the canonical spelling', () => {
    const spaced = utf8(JSON.stringify(whole, null, 1))
    expect(() => readEntry(spaced)).toThrow(expect.objectContaining({ code: 'not-canonical' }))
  })
})

describe('checking what stands open beside a leaf', () => {
  const { entry, disclosures, digests } = openings({ fields: { a: 1, b: 2, c: 3 } })
  const [first = '', second = '', third = ''] = disclosures
  const [firstDigest = '', , thirdDigest = ''] = digests

  it('finds nothing when every digest is opened, in any order', () => {
    expect(checkOpenings(entry, disclosures, [])).toEqual([])
    expect(checkOpenings(entry, disclosures.toReversed(), [])).toEqual([])
    expect(checkOpenings({ d: [] }, [], [])).toEqual([])
  })

  it('finds nothing when what is missing was named by a redaction', () => {
    expect(checkOpenings(entry, [second, third], [firstDigest])).toEqual([])
    expect(checkOpenings(entry, [], digests)).toEqual([])
  })

  it('names what is withheld without a logged reason', () => {
    expect(checkOpenings(entry, [first, second], [])).toEqual([
      { code: 'digest-unopened', digest: thirdDigest },
    ])
  })

  it('names a value that was exchanged, and the one it displaced', () => {
    const forged = disclose(new Uint8Array(32), 'a', 100)
    expect(checkOpenings(entry, [forged.disclosure, second, third], [])).toEqual([
      { code: 'opening-unknown', digest: forged.digest },
      { code: 'digest-unopened', digest: firstDigest },
    ])
  })

  it('names a redaction that was not carried out', () => {
    expect(checkOpenings(entry, disclosures, [firstDigest])).toEqual([
      { code: 'opened-though-withheld', digest: firstDigest },
    ])
  })

  it('names a redaction of what the entry never held', () => {
    const foreign = digestOf('foreign')
    expect(checkOpenings(entry, disclosures, [foreign])).toEqual([
      { code: 'withheld-unknown', digest: foreign },
    ])
  })

  it('names a disclosure given twice', () => {
    expect(checkOpenings(entry, [...disclosures, first], [])).toEqual([
      { code: 'opening-repeated', digest: firstDigest },
    ])
  })

  it('names two values for one field, and a commitment to what is no disclosure', () => {
    const one = disclose(new Uint8Array(32), 'a', 1)
    const two = disclose(new Uint8Array(32), 'a', 2)
    const gibberish = base64url(utf8('{}'))
    const crafted: Pick<Entry, 'd'> = { d: [one.digest, two.digest, digestOf(gibberish)] }
    const shown = [one.disclosure, two.disclosure, gibberish]
    expect(checkOpenings(crafted, shown, [])).toEqual([
      { code: 'field-repeated', digest: two.digest },
      { code: 'opening-malformed', digest: digestOf(gibberish) },
    ])
  })

  it('never lets a changed disclosure pass, whatever was changed', () => {
    fc.assert(
      fc.property(fc.nat(), fc.string({ minLength: 1, maxLength: 1 }), (at, character) => {
        const i = at % first.length
        const changed = first.slice(0, i) + character + first.slice(i + 1)
        fc.pre(changed !== first)
        const codes = checkOpenings(entry, [changed, second, third], []).map(({ code }) => code)
        expect(codes).toEqual(['opening-unknown', 'digest-unopened'])
      }),
    )
  })
})

it('opens an entry to what it says, and says it once whatever is published twice', () => {
  const { leaf, disclosures } = sealEntry(published({ fields: { title: 'A', value: null } }))
  const entry = readEntry(leaf)
  const texts = disclosures.map(({ disclosure }) => disclosure)
  expect(openEntry(entry, texts, [])).toEqual({
    fields: new Map<string, unknown>([
      ['title', 'A'],
      ['value', null],
    ]),
    problems: [],
  })
  const { fields, problems } = openEntry(entry, [texts[0]!, texts[0]!, 'nonsense'], [])
  expect([...fields.keys()]).toEqual(['title'])
  expect(problems.map(({ code }) => code)).toEqual([
    'opening-repeated',
    'opening-unknown',
    'digest-unopened',
  ])
})

it('reads known bytes without proving their form, and takes nothing else for an entry', () => {
  const { leaf } = sealEntry(published())
  expect(readKnownEntry(leaf)).toEqual(readEntry(leaf))
  const spaced = utf8(JSON.stringify(JSON.parse(fromUtf8(leaf)), null, 1))
  expect(readKnownEntry(spaced)).toEqual(readEntry(leaf))
  const refusal = expect.objectContaining({ code: 'not-an-entry' })
  for (const bytes of [utf8('{}'), utf8('x'), Uint8Array.of(0xff), new Uint8Array()])
    expect(() => readKnownEntry(bytes)).toThrow(refusal)
})
