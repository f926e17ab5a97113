import fc from 'fast-check'
import { expect, it } from 'vitest'

import { excerptOf, marked, type Piece } from '#app/domain/browsing/excerpt.ts'
import { readSearch } from '#app/domain/browsing/search-text.ts'
import { isWellFormed } from '#app/domain/ledger/bytes.ts'

const shown = (pieces: readonly Piece[]) =>
  pieces.map(({ text, found }) => (found ? `[${text}]` : text)).join('')
const found = (text: string, typed: string) => shown(marked(text, readSearch(typed).terms))

it.each([
  ['L’École numérique', 'ecole', 'L’[École] numérique'],
  ['Train 12,000 teachers in districts', 'teacher ict', 'Train 12,000 [teachers] in districts'],
  ['تدريب المُعَلِّمِينَ في المدارس', 'معلمين', 'تدريب [المُعَلِّمِينَ] في المدارس'],
  ['乡村教师培训', '教师', '乡村[教师]培训'],
  ['An e-learning course', 'e-learning', 'An [e-learning] course'],
  ['Ресурсы для учителей', 'учителя', 'Ресурсы для [учителей]'],
  ['Nothing here', 'zebra', 'Nothing here'],
])('marks in %s what %s finds', (text, typed, pieces) => {
  expect(found(text, typed)).toBe(pieces)
})

it('leaves a text as it stands, whatever is marked in it', () => {
  const sign = fc.constantFrom('e', 'é', 'e\u0301', 'م', 'َ', '教', ' ', '😀', '-', 'ß', '½')
  fc.assert(
    fc.property(fc.string({ unit: sign }), fc.string({ unit: sign }), (text, typed) => {
      const pieces = marked(text, readSearch(typed).terms)
      expect(pieces.map((piece) => piece.text).join('')).toBe(text.normalize('NFC'))
    }),
  )
})

const filler = 'Some words that say nothing of it. '.repeat(30)

it('shows the part with most of the terms, cut between words', () => {
  const text = `An open door. ${filler}With open resources for teachers. ${filler}`
  const { pieces, found: n } = excerptOf(text, ['open', 'resource', 'teacher'])
  expect(n).toBe(3)
  expect(shown(pieces)).toMatch(/^… .*With \[open\] \[resources\] for \[teachers\]\. .* …$/)
  expect(shown(pieces).length).toBeLessThan(260)
  expect(text).toContain(pieces[1]?.text.trim())
})

it('shows the beginning where no term stands, and all of a short text', () => {
  expect(shown(excerptOf(`First words. ${filler}`, ['zebra']).pieces)).toMatch(
    /^First words\. .* …$/,
  )
  expect(excerptOf('Short\n\nand whole', ['whole'])).toEqual({
    pieces: [
      { text: 'Short and ', found: false },
      { text: 'whole', found: true },
    ],
    found: 1,
  })
})

it('cuts a text without spaces between its signs, at half the length', () => {
  const text = `${'乡村学校'.repeat(60)}教师${'𠮷'.repeat(100)}`
  const { pieces } = excerptOf(text, ['教师'])
  expect(shown(pieces)).toContain('[教师]')
  expect(shown(pieces).length).toBeLessThan(130)
  expect(pieces.every((piece) => isWellFormed(piece.text))).toBe(true)
})
