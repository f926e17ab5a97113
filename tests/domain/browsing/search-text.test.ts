import fc from 'fast-check'
import { expect, it } from 'vitest'

import { fold } from '#app/domain/browsing/folding.ts'
import {
  LONGEST_SEARCH,
  readSearch,
  searchableText,
  signsOf,
  spansIn,
} from '#app/domain/browsing/search-text.ts'

it.each([
  ['ICT in education', ['ict', 'education']],
  ['of the', ['of', 'the']],
  ['"open educational resources" Kenya', ['open educational resources', 'kenya']],
  ['«Открытые ресурсы»', ['открытые ресурсы']],
  ['e-learning', ['e learning']],
  ["l'école", ['ecole']],
  ['teachers teacher Teachers', ['teacher']],
  ['access', ['access']],
  ['учителей', ['учител']],
  ['في المدارس', ['مدارس']],
  ['المعلمين', ['معلم']],
  ['教师培训', ['教师', '培训']],
  ['教', ['教']],
  ['联合国', ['联合国']],
  ['联合国儿童基金会的教师', ['联合国', '儿童', '基金会', '教师']],
  ['3D打印', ['3d', '打印']],
  ['한국 교사', ['한국', '교사']],
  ['QD-2027-0147', ['qd 2027 0147']],
  ['" " *** █ ()', []],
])('reads %s', (typed, terms) => {
  expect(readSearch(typed)).toEqual({ written: typed, cut: false, terms })
})

it('cuts what is too long, between signs, and says so', () => {
  const { written, cut } = readSearch('😀'.repeat(LONGEST_SEARCH + 1))
  expect([written, cut]).toEqual(['😀'.repeat(LONGEST_SEARCH), true])
  expect(readSearch('a'.repeat(LONGEST_SEARCH)).cut).toBe(false)
})

it('asks for nothing that could be syntax, whatever is typed', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (typed) => {
      for (const term of readSearch(typed).terms) {
        expect(term).toMatch(/^[\p{L}\p{N}\p{M}]+(?: [\p{L}\p{N}\p{M}]+)*$/u)
        expect(Array.from(signsOf(term)).length).toBeGreaterThanOrEqual(3)
      }
    }),
  )
})

/** What the tokenizer makes of a text: every three signs that follow each other. */
const isIn = (kept: string, term: string) => kept.includes(signsOf(term))

it.each([
  ['Teachers of ICT in rural districts', 'ict', true],
  ['Rural districts', 'ict', false],
  ['Teachers', 'teach', true],
  ['An AI course', 'ai', true],
  ['A fair course', 'ai', false],
  ['Air', 'ai', false],
  ['教师培训', '师', true],
  ['教师培训', '师培', true],
  ['教师培训', '教培', false],
  ['الكتب المدرسية', 'مدرسي', true],
  ['الكتب', 'في', false],
  ['การศึกษา', 'ศึกษา', true],
])('of %s keeps what finds %s: %s', (text, term, found) => {
  expect(isIn(searchableText([text]), fold(term))).toBe(found)
  expect(spansIn(fold(text), fold(term)).length > 0).toBe(found)
})

it('keeps no phrase that runs from one text into the next', () => {
  expect(isIn(searchableText(['open', 'resources']), 'open resources')).toBe(false)
  expect(searchableText(['', ' █ '])).toBe('')
})

it('what is marked is what is found', () => {
  const word = fc.constantFrom(
    'ict',
    'ai',
    'teach',
    '教师',
    '教',
    '师培',
    'مدرس',
    'في',
    'un',
    'e learning',
  )
  const text = fc
    .array(
      fc.constantFrom(
        'ICT',
        'district',
        'AI',
        'teachers',
        '教师培训',
        '教',
        'المدرسة',
        'في',
        'UN',
        'e-learning',
        'e',
      ),
    )
    .map((words) => words.join(' '))
  fc.assert(
    fc.property(text, word, (written, term) => {
      expect(spansIn(fold(written), term).length > 0).toBe(isIn(searchableText([written]), term))
    }),
  )
})
