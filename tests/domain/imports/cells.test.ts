import { expect, it } from 'vitest'

import { cellsOf } from '#app/domain/imports/cells.ts'
import type { ImportProblem } from '#app/domain/imports/problem.ts'

function reading(cells: Record<string, string>, languages = ['en', 'fr']) {
  const problems: ImportProblem[] = []
  const its = cellsOf({ row: 5, cells }, languages, (problem) => problems.push(problem))
  return { its, said: () => problems.map(({ column, code }) => `${column}: ${code}`), problems }
}
const both = { en: 'title_en', fr: 'title_fr' }

it('reads words in every language, in the order of the languages', () => {
  const { its, said } = reading({ title_fr: 'Deux', title_en: 'Two' })
  expect(its.words(both, 10)).toEqual({ en: 'Two', fr: 'Deux' })
  expect(said()).toEqual([])
})

it('tells words in no language from words in one only', () => {
  const none = reading({ title_en: '', title_fr: '' })
  expect(none.its.words(both, 10)).toBeUndefined()
  expect(none.said()).toEqual(['title_en: missing'])

  const one = reading({ title_en: 'Two', title_fr: '' })
  expect(one.its.words(both, 10)).toBeUndefined()
  expect(one.said()).toEqual(['title_fr: one-language-only'])
})

it('measures words in each language', () => {
  const { its, said } = reading({ title_en: 'Two', title_fr: 'Onze lettres' })
  expect(its.words(both, 11)).toBeUndefined()
  expect(said()).toEqual(['title_fr: too-long'])
  expect(its.words(both, 12)).toBeDefined()
})

it('wants a code, and a short one', () => {
  const { its, said } = reading({ a: '', b: 'x'.repeat(101), c: 'C01' })
  expect([its.code('a'), its.code('b'), its.code('c')]).toEqual([undefined, undefined, 'C01'])
  expect(said()).toEqual(['a: missing', 'b: too-long'])
})

it('reads days, and takes fixed ones as they are', () => {
  const { its, said } = reading({ a: '2027-01-31', b: '31/01/2027', c: '', d: '1927-01-31' })
  expect(its.day('2028-01-01')).toBe('2028-01-01')
  expect(its.day({ column: 'a' })).toBe('2027-01-31')
  for (const column of ['b', 'c', 'd']) expect(its.day({ column })).toBeUndefined()
  expect(said()).toEqual(['b: not-a-date', 'c: missing', 'd: date-out-of-range'])
})

it('reads numbers and guesses at none', () => {
  const { its, said } = reading({
    a: '1,200',
    b: '0.5',
    c: 'some',
    d: '',
    e: '1,5',
    f: '9'.repeat(13),
  })
  expect([its.number('a'), its.number('b')]).toEqual([1200, 0.5])
  for (const column of ['c', 'd', 'e', 'f']) expect(its.number(column)).toBeUndefined()
  expect(said()).toEqual([
    'c: not-a-number',
    'd: missing',
    'e: not-a-number',
    'f: number-out-of-range',
  ])
})

it('keeps the words of a deadline beside the day, from one column or from several', () => {
  const rules = [
    { words: ['By {year}'], due: '{year}-12-31', reading: { en: 'The end of {year}.' } },
  ]
  const { its, said } = reading({ en: 'By 2027', fr: "D'ici 2027", far: 'By 2101' })
  expect(its.deadline({ en: 'en', fr: 'fr' }, rules)).toEqual({
    due: '2027-12-31',
    reading: { en: 'The end of 2027.' },
    words: { en: 'By 2027', fr: "D'ici 2027" },
  })
  expect(its.deadline('en', rules)?.words).toEqual({ en: 'By 2027' })
  expect(its.deadline('fr', rules)).toBeUndefined()
  expect(its.deadline('far', rules)).toBeUndefined()
  expect(said()).toEqual(['fr: unmapped-deadline', 'far: date-out-of-range'])
})

it('looks codes up in what the mapping lists and nowhere else', () => {
  const { its, said } = reading({ a: 'C01', b: 'constructor', c: '' })
  const table = { C01: 'found' }
  expect(its.lookUp('a', table, 'unknown-clause')).toBe('found')
  expect(its.lookUp('b', table, 'unknown-clause')).toBeUndefined()
  expect(its.lookUp('c', table, 'unknown-clause')).toBeUndefined()
  expect(said()).toEqual(['b: unknown-clause', 'c: missing'])
})

it('reports one fault of one cell once', () => {
  const { its, problems } = reading({ a: '' })
  its.code('a')
  its.code('a')
  expect(problems).toEqual([{ row: 5, column: 'a', value: '', code: 'missing' }])
})

it('sees that no column of several holds anything', () => {
  const { its } = reading({ title_en: '', title_fr: '', other: 'x' })
  expect(its.isBlank(both)).toBe(true)
  expect(its.isBlank({ en: 'other', fr: 'title_fr' })).toBe(false)
})
