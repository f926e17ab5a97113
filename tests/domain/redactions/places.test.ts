import { expect, it } from 'vitest'

import { placesIn, previewOf } from '#app/domain/redactions/places.ts'
import { NOW } from '#tests/support/cast.ts'

const wish = { words: ['Ada'], evidenceIds: ['evd_1'] }
const said = (value: Parameters<typeof placesIn>[1], field = 'happened') =>
  placesIn(field, value, wish).map(({ path, stretches }) => [
    path.join('/'),
    stretches.map(({ text, withheld }) => (withheld ? `[${text}]` : text)).join(''),
  ])

it('marks the words where they stand, with as much around them as tells which they are', () => {
  expect(said({ title: 'By Ada', unit: 'Bo' })).toEqual([['happened/title', 'By [Ada]']])
  const long = 'x'.repeat(300)
  const [[, text] = []] = said(`${long}Ada${long}Ada${long}`)
  const [head, tail] = [`…${'x'.repeat(60)}`, `${'x'.repeat(60)}…`]
  expect(text).toBe(`${head}[Ada]${tail}${'x'.repeat(60)}[Ada]${tail}`)
  const before = 'Of the districts that were visited in the rainy season of last year only one had'
  expect(said(`${before} Ada in it`)).toEqual([
    ['happened', '… were visited in the rainy season of last year only one had [Ada] in it'],
  ])
  expect(said('Bo')).toEqual([])
  expect(said('2026-Ada', 'endOn')).toEqual([])
})

it('marks all that a piece withheld whole says', () => {
  const piece = { kind: 'file', lang: 'en', title: 'Lists', url: 'https://a.example' }
  expect(said(piece, 'evidence.evd_1')).toEqual([
    ['evidence.evd_1/title', '[Lists]'],
    ['evidence.evd_1/url', '[https://a.example]'],
  ])
  expect(said(piece, 'evidence.evd_2')).toEqual([])
})

it('looks through what an earlier redaction left', () => {
  expect(said({ field: 'happened', value: '█ and Ada' }, 'remains.d1')).toEqual([
    ['happened', '█ and [Ada]'],
  ])
})

it('shows public entries, names private acts, counts copies, and says what stands nowhere', () => {
  const open = [
    { entry: 1, kind: 'milestone.reported' as const, digest: 'd', field: 'next', value: 'By Ada' },
    { entry: 2, kind: 'reply.made' as const, digest: 'e', field: 'text', value: 'By Bo' },
  ]
  const acts = [
    { entry: 1, kind: 'milestone.reported' as const, at: NOW, fields: { next: 'By Ada' } },
    { entry: 2, kind: 'reply.made' as const, at: NOW, fields: { text: 'By Bo' } },
    { entry: null, kind: 'review.sent-back' as const, at: NOW, fields: { reason: 'Ask Ada' } },
    { entry: null, kind: 'report.edited' as const, at: NOW, fields: {} },
  ]
  const rows = [
    { name: 'reports', value: { content: { happened: 'A secret draft on Ada' } } },
    { name: 'reports', value: { content: null } },
    { name: 'letters', value: { subject: 'Bo', text: 'Ada, come in by {{origin}}/token' } },
  ]
  const words = ['Ada', 'Cy', 'token']
  const preview = previewOf({ open, acts, rows }, { words, evidenceIds: [] })
  expect(preview).toMatchObject({
    entries: [{ entry: 1, kind: 'milestone.reported', at: NOW, places: [{ path: ['next'] }] }],
    unseen: [{ kind: 'review.sent-back', at: NOW, paths: [['reason']] }],
    copies: { reports: 1, letters: 1 },
    // Nobody finds out letter by letter what a letter says that may be to anyone.
    unfound: ['Cy', 'token'],
  })
  expect(JSON.stringify(preview)).not.toContain('secret')
  expect(JSON.stringify(preview)).not.toContain('Ask')
})
