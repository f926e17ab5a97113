import { expect, it } from 'vitest'

import { OutcomeBar, OutcomeList } from '#app/ui/data/outcome-bar.tsx'
import { said, words } from '#tests/support/said.tsx'

const counts = { kept: 40, 'partly-kept': 10, 'not-kept': 45, 'no-report': 5, 'on-track': 900 }
const segments = (html: string) =>
  [...html.matchAll(/<rect x="([\d.]+)%" width="([\d.]+)%"/g)].map(([, x, width]) => [
    Number(x),
    Number(width),
  ])

it('the bar is of what is due alone, and says so in words', () => {
  const bar = said(<OutcomeBar counts={counts} />)
  expect(segments(bar)).toEqual([
    [0, 40],
    [40, 10],
    [50, 45],
    [95, 5],
  ])
  expect(bar).toContain('Of 100 due by today: 40 kept, 10 partly kept, 45 not kept, 5 without')
})

it('runs from the right in Arabic', () => {
  expect(segments(said(<OutcomeBar counts={counts} />, 'ar'))[0]).toEqual([60, 40])
})

it('nothing due is said, not drawn', () => {
  expect(words(said(<OutcomeBar counts={{ 'on-track': 3 }} />))).toBe('No commitment is due yet.')
})

it('the list prints every outcome, zero too, each with its rows behind it', () => {
  const list = said(<OutcomeList counts={counts} href={(outcome) => `/x?outcome=${outcome}`} />)
  expect(words(list)).toBe(
    'Kept 40 Partly kept 10 Not kept 45 No report 5 Behind 0 On track 900 Registered 0 Withdrawn 0',
  )
  expect(list).toContain('href="/x?outcome=no-report"')
})
