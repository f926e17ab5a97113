import fc from 'fast-check'
import { expect, it } from 'vitest'

import { assuranceOf, assurances, type ReportFacts } from '#app/domain/accountability/assurance.ts'
import { reportStates, type ReportState } from '#app/domain/milestones/report-state.ts'

const facts = (state: ReportState, disputed = false): ReportFacts => ({ state, disputed })
const anyReports = fc.array(
  fc.record({ state: fc.constantFrom(...reportStates), disputed: fc.boolean() }),
)

it('says of one report how far it has been checked', () => {
  const said = Object.fromEntries(reportStates.map((state) => [state, assuranceOf([facts(state)])]))
  expect(said).toEqual({
    drafted: undefined,
    reported: 'claimed',
    'under-review': 'under-review',
    returned: undefined,
    achieved: 'reviewed',
    'partly-achieved': 'reviewed',
    'not-achieved': 'reviewed',
    'not-verifiable': 'reviewed',
  })
})

it('says nothing while nothing is claimed', () => {
  expect(assuranceOf([])).toBeUndefined()
})

it('prints a dispute above everything else', () => {
  fc.assert(
    fc.property(anyReports, (reports) => {
      expect(assuranceOf([...reports, facts('achieved', true)])).toBe('disputed')
    }),
  )
})

it('lets the least checked report speak for all', () => {
  expect(assuranceOf([facts('achieved'), facts('reported')])).toBe('claimed')
  expect(assuranceOf([facts('reported'), facts('under-review')])).toBe('under-review')
  expect(assuranceOf([facts('achieved'), facts('drafted')])).toBe('reviewed')
})

it('is one of four words or nothing, whatever the order of the reports', () => {
  fc.assert(
    fc.property(anyReports, (reports) => {
      const said = assuranceOf(reports)
      expect([undefined, ...assurances]).toContain(said)
      expect(assuranceOf(reports.toReversed())).toBe(said)
    }),
  )
})
