import { expect, it } from 'vitest'

import {
  findings,
  isFinding,
  isStanding,
  nextReportState,
  reportStates,
  type ReportMove,
} from '#app/domain/milestones/report-state.ts'
import { each } from '#tests/support/facts.ts'

const moves = [
  'edit',
  'submit',
  'take',
  'return',
  'find-achieved',
  'find-partly-achieved',
  'find-not-achieved',
  'find-not-verifiable',
] as const satisfies readonly ReportMove[]

// drafted → reported → under review → returned → reported …; under review → one of four findings.
const table: Record<string, Partial<Record<ReportMove, string>>> = {
  drafted: { edit: 'drafted', submit: 'reported' },
  reported: { take: 'under-review' },
  'under-review': {
    return: 'returned',
    'find-achieved': 'achieved',
    'find-partly-achieved': 'partly-achieved',
    'find-not-achieved': 'not-achieved',
    'find-not-verifiable': 'not-verifiable',
  },
  returned: { edit: 'returned', submit: 'reported' },
  achieved: {},
  'partly-achieved': {},
  'not-achieved': {},
  'not-verifiable': {},
}

it('knows these states and no others', () => {
  expect([...reportStates].toSorted()).toEqual(Object.keys(table).toSorted())
})

it.each(reportStates)('allows from %s what the table says and refuses the rest', (state) => {
  expect(each(moves, (move) => nextReportState(state, move))).toEqual(
    each(moves, (move) => table[state]?.[move]),
  )
})

it('holds four of the states to be findings, from which nothing moves', () => {
  expect(reportStates.filter((state) => isFinding(state))).toEqual([...findings])
  for (const finding of findings)
    expect(moves.filter((move) => nextReportState(finding, move))).toEqual([])
})

it('lets a report stand from its handing in, except while it is sent back', () => {
  expect(reportStates.filter((state) => !isStanding(state))).toEqual(['drafted', 'returned'])
})
