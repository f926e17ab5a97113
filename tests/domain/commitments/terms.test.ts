import fc from 'fast-check'
import { expect, it } from 'vitest'

import {
  fieldName,
  isComplete,
  lacksOf,
  limits,
  termStepNames,
  termSteps,
  termsWords,
  typedNumber,
  type DraftTerms,
} from '#app/domain/commitments/terms.ts'
import { milestoneTerms, terms } from '#tests/support/facts.ts'

const lacks = (draft: DraftTerms) =>
  lacksOf(draft).map(({ step, field, code }) => `${step} ${field} ${code}`)

it('finds nothing lacking in complete terms', () => {
  expect(lacksOf(terms())).toEqual([])
  expect(isComplete(terms())).toBe(true)
})

it('names for an empty draft every question that must be answered', () => {
  expect(lacks({})).toEqual([
    'words lang not-a-language',
    'words title missing',
    'words text missing',
    'clauses clause missing',
    'places scope missing',
    'places beneficiaries missing',
    'dates startOn missing',
    'dates endOn missing',
    'milestones milestones milestone-needed',
    'resources contactRole missing',
  ])
})

it.each(Object.keys(terms()) as (keyof DraftTerms)[])(
  'is incomplete or the same without %s',
  (field) => {
    const optional = [
      'problem',
      'furtherClauses',
      'beneficiaryCount',
      'resources',
      'responsible',
      'sdgTargets',
      'translations',
    ]
    const { [field]: _left, ...rest } = terms()
    expect(isComplete(rest)).toBe(optional.includes(field))
  },
)

it('blocks a commitment that nobody could check', () => {
  expect(lacks(terms({ milestones: [] }))).toEqual(['milestones milestones milestone-needed'])
  expect(lacks(terms({ milestones: [milestoneTerms({ unit: ' ' })] }))).toEqual([
    'milestones milestones[0].unit missing',
  ])
  expect(lacks(terms({ milestones: [milestoneTerms({ dueOn: '' })] }))).toEqual([
    'milestones milestones[0].dueOn missing',
  ])
})

it('keeps the milestones inside the commitment’s own dates', () => {
  const two = [milestoneTerms(), milestoneTerms({ id: 'mls_2', dueOn: '2028-01-01' })]
  expect(lacks(terms({ milestones: two }))).toEqual([
    'milestones milestones[1].dueOn milestone-outside-dates',
  ])
  expect(lacks(terms({ startOn: '2026-11-01', endOn: '2026-11-01' }))).toEqual([])
})

it('ends no earlier than it starts', () => {
  expect(lacks(terms({ startOn: '2027-01-02', endOn: '2027-01-01' }))).toContain(
    'dates endOn end-before-start',
  )
})

it('wants places unless it is worldwide', () => {
  expect(lacks(terms({ places: [] }))).toEqual(['places places missing'])
  expect(lacks(terms({ scope: 'worldwide', places: [] }))).toEqual([])
})

it('takes sixty milestones and not sixty-one', () => {
  const many = (count: number) =>
    terms({
      milestones: Array.from({ length: count }, (_, i) => milestoneTerms({ id: `mls_${i}` })),
    })
  expect(lacks(many(limits.milestones))).toEqual([])
  expect(lacks(many(limits.milestones + 1))).toEqual(['milestones milestones too-many'])
})

it('blocks for no answer that the SMART check only coaches about', () => {
  expect(lacks(terms({ resources: [], responsible: '', problem: '' }))).toEqual([])
  expect(lacks(terms({ milestones: [milestoneTerms({ baseline: null })] }))).toEqual([])
})

it('parses its own result again without a change', () => {
  for (const step of termStepNames) {
    const once = termSteps[step].parse(terms())
    expect(termSteps[step].parse(once)).toEqual(once)
    expect(terms()).toMatchObject(once)
  }
})

it('says by code what is wrong with an optional answer', () => {
  const codes = (draft: Record<string, unknown>) =>
    termStepNames.flatMap(
      (step) =>
        termSteps[step]
          .safeParse({ ...terms(), ...draft })
          .error?.issues.map((issue) => `${fieldName(issue.path)} ${issue.message}`) ?? [],
    )
  expect(codes({ beneficiaryCount: 'many' })).toEqual(['beneficiaryCount not-a-number'])
  expect(codes({ sdgTargets: ['9.9'] })).toEqual(['sdgTargets[0] not-allowed'])
  expect(codes({ resources: [{ kind: 'staff', amount: '1,5' }] })).toEqual([
    'resources[0].amount not-a-number',
  ])
  expect(codes({ milestones: [{ ...milestoneTerms(), baseline: 'none' }] })).toEqual([
    'milestones[0].baseline not-a-number',
  ])
})

it('takes a currency of three letters or none, in either case', () => {
  const currency = (typed: string) =>
    termSteps.resources
      .safeParse(
        terms({ resources: [{ kind: 'financial', amount: 1, currency: typed, source: '' }] }),
      )
      .data?.resources.map((one) => one.currency)
  expect(currency('kes')).toEqual(['KES'])
  expect(currency('')).toEqual([''])
  expect(currency('shillings')).toBeUndefined()
})

const number = (typed: unknown) => {
  const parsed = typedNumber.safeParse(typed)
  return parsed.success ? parsed.data : parsed.error.issues.map((issue) => issue.message).join()
}

it('reads numbers as people type them and guesses at none', () => {
  expect(['12 000', '12,000', '12\u00a0000', '1,234,567.5', ' 0.5 ', '-3'].map(number)).toEqual([
    12_000, 12_000, 12_000, 1_234_567.5, 0.5, -3,
  ])
  const unread = ['1,5', '12.000,5', '1,2345', '1e3', '0x10', '5%', '٣', '--1', '.5', 'Infinity']
  expect(unread.map(number)).toEqual(unread.map(() => 'not-a-number'))
  expect([number(''), number('  '), number(undefined)]).toEqual(['missing', 'missing', 'missing'])
  expect(number('1000000000001')).toBe('number-out-of-range')
  expect(number(Number.NaN)).toBe('missing')
})

it('reads every whole number however its thousands are set apart', () => {
  const whole = fc.integer({ min: -999_999_999, max: 999_999_999 })
  fc.assert(
    fc.property(whole, fc.constantFrom(',', ' ', '\u00a0', '\u202f', ''), (value, mark) => {
      const typed = value.toLocaleString('en-US').replaceAll(',', mark)
      expect(number(typed)).toBe(value)
      expect(number(value)).toBe(value)
    }),
  )
})

it('names a field as forms do', () => {
  expect(fieldName(['milestones', 0, 'dueOn'])).toBe('milestones[0].dueOn')
  expect(fieldName(['title'])).toBe('title')
  expect(fieldName([])).toBe('')
})

it('gives title and text in each language they stand in', () => {
  const words = termsWords({
    lang: 'fr',
    title: 'Former',
    text: 'Nous formons.',
    translations: { en: { title: 'Train', text: 'We train.' } },
  })
  expect(words).toEqual({
    title: { fr: 'Former', en: 'Train' },
    text: { fr: 'Nous formons.', en: 'We train.' },
  })
})
