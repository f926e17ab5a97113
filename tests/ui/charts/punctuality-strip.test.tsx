import { expect, it } from 'vitest'

import type { YearOfReports } from '#app/domain/browsing/due-index.ts'
import { PunctualityStrip } from '#app/ui/charts/punctuality-strip.tsx'
import { said, words } from '#tests/support/said.tsx'

const asOf = { size: 12, asOf: new Date('2026-11-28T00:00:00Z') }
const strip = (years: YearOfReports[]) =>
  said(<PunctualityStrip years={years} organisation="org_1" asOf={asOf} url="https://k.example" />)

it('draws a dot for each milestone of the last four years, in their order', () => {
  const years = ['2022', '2023', '2024', '2025', '2026'].map((year): YearOfReports => ({
    year,
    reports: ['on-time', 'late', 'missing'],
  }))
  const html = strip(years)
  expect(html).not.toContain('2022')
  expect(html.match(/<title>1 on time, 1 late, 1 without a report\.<\/title>/g)).toHaveLength(4)
  const row = /<title>.*?<\/svg>/.exec(html)?.[0] ?? ''
  expect([...row.matchAll(/class="dot-([\w-]+)" cx="(\d+)"/g)].map((dot) => dot.slice(1))).toEqual([
    ['on-time', '6'],
    ['late', '18'],
    ['missing', '30'],
  ])
})

it('leads from each number to its milestones, and to none from zero', () => {
  const html = strip([{ year: '2026', reports: ['late', 'late'] }])
  expect(html).toContain(
    'href="/en/milestones?organisation=org_1&amp;month=2026&amp;reporting=late"',
  )
  expect(html).not.toContain('reporting=missing')
  expect(words(html)).toContain('Data as of 28 November 2026')
})

it('is silent where nothing has fallen due, and draws no crowd', () => {
  expect(strip([])).toBe('')
  const crowd = strip([{ year: '2026', reports: Array.from({ length: 101 }, () => 'on-time') }])
  expect(crowd).not.toContain('<title>')
  expect(words(crowd)).toContain('101')
})
