import { expect, it } from 'vitest'

import { isVerifiable, SMART_VERSION, smartCheck } from '#app/domain/commitments/smart-check.ts'
import type { DraftTerms } from '#app/domain/commitments/terms.ts'
import { milestoneTerms, terms } from '#tests/support/facts.ts'

const why = (draft: DraftTerms) =>
  Object.fromEntries(smartCheck(draft).lines.map(({ line, why: code }) => [line, code]))
const resource = { kind: 'financial' as const, amount: 1, currency: 'KES', source: 'Budget' }

it('finds nothing to ask of a good commitment', () => {
  const check = smartCheck(terms())
  expect(check.version).toBe(SMART_VERSION)
  expect(check.lines).toEqual(
    ['clause', 'measure', 'dates', 'responsible', 'resources'].map((line) => ({
      line,
      clear: true,
      why: 'clear',
    })),
  )
})

it('asks in every line of an empty draft', () => {
  expect(why({})).toEqual({
    clause: 'smart-no-clause',
    measure: 'smart-no-milestone',
    dates: 'smart-no-dates',
    responsible: 'smart-no-responsible',
    resources: 'smart-no-resources',
  })
})

it.each([
  ['clause', 'smart-how-is-short', { text: 'Train teachers.' }],
  ['measure', 'smart-no-unit', { milestones: [milestoneTerms({ unit: '' })] }],
  ['measure', 'smart-no-baseline', { milestones: [milestoneTerms({ baseline: null })] }],
  ['measure', 'smart-target-is-baseline', { milestones: [milestoneTerms({ baseline: 3000 })] }],
  ['dates', 'smart-milestone-outside-dates', { endOn: '2026-10-31' }],
  ['dates', 'smart-milestone-outside-dates', { startOn: '2026-11-02' }],
  [
    'resources',
    'smart-resource-without-amount-or-source',
    { resources: [{ ...resource, amount: null }] },
  ],
  [
    'resources',
    'smart-resource-without-amount-or-source',
    { resources: [resource, { ...resource, source: '' }] },
  ],
] as const)('asks in the line %s why: %s', (line, code, changes) => {
  const asked = why(terms(changes as Parameters<typeof terms>[0]))
  expect(asked[line]).toBe(code)
  expect(Object.values(asked).filter((one) => one !== 'clear')).toEqual([code])
})

it('asks no amount of what is not money', () => {
  const staff = { kind: 'staff' as const, amount: null, currency: '', source: 'Our own' }
  expect(why(terms({ resources: [staff] }))['resources']).toBe('clear')
})

it('takes one milestone with a date, a unit and a target for verifiable', () => {
  expect(isVerifiable({})).toBe(false)
  expect(isVerifiable({ milestones: [] })).toBe(false)
  expect(isVerifiable({ milestones: [milestoneTerms({ unit: '' })] })).toBe(false)
  expect(isVerifiable({ milestones: [milestoneTerms({ dueOn: '' })] })).toBe(false)
  expect(isVerifiable({ milestones: [milestoneTerms({ target: Number.NaN })] })).toBe(false)
  expect(isVerifiable({ milestones: [milestoneTerms({ unit: '' }), milestoneTerms()] })).toBe(true)
})
