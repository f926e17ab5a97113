import fc from 'fast-check'
import { expect, it } from 'vitest'

import { deadlineRule, readDeadline, type DeadlineRule } from '#app/domain/imports/deadline.ts'

const fall: DeadlineRule = {
  words: ['By fall {year}', 'Fall {year}'],
  due: '{year}-12-20',
  reading: { en: 'The last day of fall: 20 December {year}.' },
}
const year: DeadlineRule = {
  words: ['By {year}'],
  due: '{year}-12-31',
  reading: { en: 'The last day of {year}.' },
}
const exact: DeadlineRule = {
  words: ['By 2026', 'Ongoing'],
  due: '2026-06-30',
  reading: { en: 'As agreed.' },
}

it('puts the year into the day and the reading', () => {
  expect(readDeadline([fall], 'By fall 2027')).toEqual({
    due: '2027-12-20',
    reading: { en: 'The last day of fall: 20 December 2027.' },
  })
})

it('reads any year in any case and spacing', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1000, max: 9999 }),
      fc.constantFrom('Fall Y', 'fall  Y', ' FALL\nY ', 'by fall Y'),
      (anyYear, words) => {
        const read = readDeadline([year, fall], words.replace('Y', `${anyYear}`))
        expect(read?.due).toBe(`${anyYear}-12-20`)
      },
    ),
  )
})

it('takes a whole phrase before a pattern, wherever they stand', () => {
  expect(readDeadline([year, exact], 'By 2026')?.due).toBe('2026-06-30')
  expect(readDeadline([exact, year], 'By 2026')?.due).toBe('2026-06-30')
  expect(readDeadline([exact, year], 'By 2027')?.due).toBe('2027-12-31')
})

it('reads a plain day as it stands, without a rule', () => {
  expect(readDeadline([], ' 2027-02-28 ')).toEqual({ due: '2027-02-28', reading: null })
  expect(readDeadline([], '2027-02-30')).toBeUndefined()
})

it('guesses nothing', () => {
  for (const words of [
    'By fall',
    'By fall 27',
    'By fall 20277',
    'By fall 2027 or so',
    'Not by fall 2027',
    'By fall ２０２７',
    'By fall {year}',
    '',
  ])
    expect(readDeadline([fall, year, exact], words)).toBeUndefined()
})

it('refuses a rule that names no real day, or a year its words do not hold', () => {
  const codes = (rule: unknown) =>
    deadlineRule.safeParse(rule).error?.issues.map((issue) => issue.message)
  expect(codes(fall)).toBeUndefined()
  expect(codes({ ...fall, due: '{year}-02-30' })).toEqual(['not-a-date'])
  expect(codes({ ...fall, due: '{year}-02-29' })).toEqual(['not-a-date'])
  expect(codes({ ...fall, due: 'some day' })).toEqual(['not-a-date'])
  expect(codes({ ...fall, words: ['By fall {year}', 'Soon'] })).toEqual(['year-needed-once'])
  expect(codes({ ...fall, words: ['{year} to {year}'] })).toEqual(['year-needed-once'])
  expect(codes({ ...exact, reading: { en: 'In {year}' } })).toEqual([
    'year-needed-once',
    'year-needed-once',
  ])
  expect(codes({ ...exact, words: [] })).toEqual(['missing'])
})
