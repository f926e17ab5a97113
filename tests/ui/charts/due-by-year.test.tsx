import { expect, it } from 'vitest'

import { dueStates, type DueCounts, type DueState } from '#app/domain/browsing/due-index.ts'
import { DueByYear, yearsToShow } from '#app/ui/charts/due-by-year.tsx'
import { said, words } from '#tests/support/said.tsx'

const year = (name: number, counts: Partial<Record<DueState, number>>) => ({
  year: String(name),
  counts: {
    ...(Object.fromEntries(dueStates.map((state) => [state, 0])) as DueCounts),
    ...counts,
  },
})
const asOf = { size: 12, asOf: new Date('2026-11-28T00:00:00Z') }
const chart = (...counted: ReturnType<typeof year>[]) => (
  <DueByYear counted={counted} asOf={asOf} url="https://kept.example/en" />
)

it('counts only what has an account to give, and leaves a year without one as a gap', () => {
  const years = yearsToShow([
    year(2024, {}),
    year(2025, { achieved: 3, 'not-verifiable': 1, withdrawn: 9 }),
    year(2026, {}),
    year(2027, { overdue: 1, silent: 1, planned: 5, 'report-due': 2, 'under-review': 4 }),
    year(2028, { planned: 40 }),
  ])
  expect(years).toEqual([
    { year: '2025', parts: [3, 0, 1, 0, 0], total: 4 },
    { year: '2026', parts: [0, 0, 0, 0, 0], total: 0 },
    { year: '2027', parts: [0, 0, 0, 4, 2], total: 6 },
  ])
  expect(said(chart(year(2028, { planned: 40 })))).toBe('')
})

it('draws each year whole from a zero baseline, whatever its number', () => {
  const heights = [
    ...said(chart(year(2025, { achieved: 1 }), year(2026, { achieved: 1, silent: 3 }))).matchAll(
      /y="(\d+)" height="(\d+)"/g,
    ),
  ].map(([, y, height]) => [Number(y), Number(height)])
  expect(heights).toEqual([
    [0, 180],
    [135, 45],
    [0, 135],
  ])
})

it('runs with the writing', () => {
  const places = (html: string) =>
    [...html.matchAll(/<text x="([\d.]+)%" y="196">(\d+)/g)].map(([, x, name]) => [name, Number(x)])
  const two = chart(year(2025, { achieved: 1 }), year(2026, { achieved: 1 }))
  expect(places(said(two))).toEqual([
    ['2025', 25],
    ['2026', 75],
  ])
  expect(places(said(two, 'ar'))).toEqual([
    ['2025', 75],
    ['2026', 25],
  ])
  expect(places(said(two, 'zh'))).toEqual(places(said(two)))
})

it('has every number in its table, each a link to its rows, and says whence', () => {
  const html = said(chart(year(2026, { achieved: 2, silent: 1, overdue: 1 })))
  expect(html).toContain(
    'href="/en/milestones?month=2026&amp;state=overdue&amp;state=silent">2</a>',
  )
  expect(html).toContain('role="img"')
  expect(html).toContain('<title>What became of the milestones due in each year</title>')
  expect(words(html)).toContain('entry 12 of its public log. Data as of 28 November 2026.')
  expect(words(html)).toContain('entry 12, 28 November 2026. https://kept.example/en')
})
