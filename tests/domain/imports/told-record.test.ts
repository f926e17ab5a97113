import { expect, it } from 'vitest'

import { changesBetween } from '#app/domain/commitments/amendment.ts'
import { brokenAt, sayingsOf } from '#app/domain/imports/told-record.ts'
import type { FindingShape } from '#app/domain/open-data/commitment.ts'
import { from, lead, packaged, packagedReport } from '#tests/support/packaged.ts'
import { reportContent, terms } from '#tests/support/world.ts'

const at = (day: string, time = '09:00:00') => `2026-${day}T${time}Z`
const finding: FindingShape = {
  ...{ review: 'rvw_a', kind: 'review', round: 1, at: at('11-03'), finding: 'achieved' },
  ...{ reviewedValue: 5, reasons: 'Counted.', scores: null, rubricVersion: 1, people: 1 },
  reply: null,
}
const round = (number: number, day: string) => ({
  ...{ round: number, at: at(day), content: { ...reportContent }, returned: null },
})
const achieved = packagedReport({ state: 'achieved', findings: [finding] })
const kindsOf = (of: ReturnType<typeof packaged>) => sayingsOf(of, lead).map(({ kind }) => kind)
const broken = (of: ReturnType<typeof packaged>) => brokenAt(of, sayingsOf(of, lead), from)

it('tells everything in the order it was done, whatever the package begins with', () => {
  const first = { ...terms(), translations: {} }
  const second = { ...first, title: 'Another' }
  const whole = packaged({
    versions: [
      { terms: first, at: at('01-01'), reason: '', changes: [] },
      {
        terms: second,
        at: at('11-02'),
        reason: 'Clearer.',
        changes: changesBetween(first, second),
      },
    ],
    ...{ state: 'closed', closedAt: at('12-01') },
    reports: [
      packagedReport({
        state: 'partly-achieved',
        returnedAt: at('11-02'),
        rounds: [
          {
            ...round(1, '11-01'),
            returned: { review: 'rvw_0', at: at('11-02'), questions: [] },
          },
          round(2, '11-03'),
        ],
        findings: [
          {
            ...{ ...finding, round: 2, at: at('11-04') },
            reply: { stance: 'disputes', lang: 'en', text: 'No.', at: at('11-05') },
          },
          {
            ...{ ...finding, review: 'rvw_b', kind: 'correction', round: 2, people: 2 },
            ...{ at: at('11-06'), finding: 'partly-achieved' },
          },
        ],
      }),
    ],
  })
  expect(kindsOf(whole)).toEqual([
    ...['commitment.published', 'milestone.reported', 'commitment.amended', 'review.returned'],
    ...['milestone.reported', 'review.decided', 'reply.made', 'correction.made'],
    'commitment.closed',
  ])
  expect(broken(whole)).toBeUndefined()
})

it('what was under way is begun anew, today, and nobody is said to have begun it before', () => {
  const open = packaged({ reports: [packagedReport({ state: 'under-review' })] })
  expect(sayingsOf(open, lead).at(-1)).toMatchObject({
    ...{ kind: 'review.opened', at: null },
    fields: { report: 'rpt_a', review: 'rvw_a', round: 1 },
  })
  expect(broken(open)).toBeUndefined()
})

it('what was done in one second stands in the order it can have been done in', () => {
  const same = packaged({
    ...{ state: 'withdrawn', publishedAt: at('11-01') },
    withdrawal: { at: at('11-01'), reason: 'No money.' },
    versions: [{ ...packaged().versions[0]!, at: at('11-01') }],
    reports: [{ ...achieved, findings: [{ ...finding, at: at('11-01') }] }],
  })
  expect(kindsOf(same)).toEqual([
    ...['commitment.published', 'milestone.reported', 'review.decided', 'commitment.withdrawn'],
  ])
  expect(broken(same)).toBeUndefined()
})

it('says that a first report came late by the day that was then the due day', () => {
  const [late] = sayingsOf(packaged({ reports: [achieved] }), lead).slice(1)
  const due = terms().milestones[0]?.dueOn ?? ''
  expect(late?.fields['late']).toBe('2026-11-01' > due)
})

it('finds the row where one thing does not follow from the other', () => {
  const withReport = (changes: Parameters<typeof packagedReport>[0]) =>
    broken(packaged({ reports: [packagedReport(changes)] }))?.file
  expect(withReport({})).toBeUndefined()
  // A finding that its state does not say, a state that no finding led to, rounds out of order.
  expect(withReport({ findings: [finding] })).toBe('reports.csv')
  expect(withReport({ state: 'achieved' })).toBe('reports.csv')
  expect(withReport({ rounds: [round(2, '11-01')] })).toBe('reports.csv')
  expect(withReport({ rounds: [round(1, '11-01'), round(2, '11-02')] })).toBe('reports.csv')
  // Found before it was handed in; handed in before anything was promised.
  const early = { ...finding, at: at('10-01') }
  expect(withReport({ state: 'achieved', findings: [early] })).toBe('reports.csv')
  expect(withReport({ reportedAt: '2025-01-01T00:00:00Z' })).toBe('reports.csv')
  expect(broken(packaged({ state: 'closed' }))?.file).toBe('commitments.csv')
  expect(broken(packaged({ publishedAt: at('02-01') }))?.file).toBe('commitments.csv')
})
