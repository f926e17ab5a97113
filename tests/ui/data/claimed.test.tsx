import { expect, it } from 'vitest'

import { Claimed } from '#app/ui/data/claimed.tsx'
import { said, words } from '#tests/support/said.tsx'

it('both numbers are printed, whatever they are', () => {
  const both = (claimed: number | null, reviewed: number | null) =>
    words(said(<Claimed claimed={claimed} reviewed={reviewed} />))
  expect(both(5900, 5640)).toBe('Claimed 5,900. Reviewed 5,640.')
  expect(both(0, 0)).toBe('Claimed 0. Reviewed 0.')
  expect(both(5900, null)).toBe('Claimed 5,900. Not reviewed yet.')
  expect(both(null, null)).toBe('No value claimed. Not reviewed yet.')
})

it('keeps an Arabic unit behind its number on an English page, and only there', () => {
  const arabic = <Claimed claimed={1934} reviewed={undefined} unit="طلبة" />
  expect(said(arabic)).toContain('1,934 \u2068طلبة\u2069')
  expect(said(arabic, 'ar')).not.toContain('\u2068طلبة\u2069')
  expect(said(<Claimed claimed={12} reviewed={12} unit="wells" />)).toContain('12 wells')
})
