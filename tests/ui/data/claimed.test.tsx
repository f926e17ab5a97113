import { expect, it } from 'vitest'

import { BulletValue, Claimed } from '#app/ui/data/claimed.tsx'
import { said, words } from '#tests/support/said.tsx'

it('both numbers are printed, whatever they are', () => {
  const both = (claimed: number | null, reviewed: number | null) =>
    words(said(<Claimed claimed={claimed} reviewed={reviewed} />))
  expect(both(5900, 5640)).toBe('Claimed 5,900. Reviewed 5,640.')
  expect(both(0, 0)).toBe('Claimed 0. Reviewed 0.')
  expect(both(5900, null)).toBe('Claimed 5,900. Not reviewed yet.')
  expect(both(null, null)).toBe('No value claimed. Not reviewed yet.')
})

it('the chart says in words what it draws', () => {
  expect(said(<BulletValue target={7500} claimed={5900} />)).toContain(
    'aria-label="Target 7,500. Claimed 5,900. Not reviewed yet."',
  )
})

it('bars start at zero and keep their proportions, mirrored in Arabic', () => {
  const bar = (html: string) => /bullet-reviewed" x="([\d.]+)%" width="([\d.]+)%"/.exec(html)
  const chart = <BulletValue target={100} claimed={60} reviewed={50} />
  expect(bar(said(chart))?.slice(1)).toEqual(['0', '49.5'])
  expect(bar(said(chart, 'ar'))?.slice(1)).toEqual(['50.5', '49.5'])
})

it('a value below zero and a target of zero can be drawn', () => {
  expect(said(<BulletValue target={0} claimed={-4} reviewed={2} />)).not.toMatch(/NaN|"-\d/)
  expect(said(<BulletValue target={0} />)).not.toMatch(/NaN/)
})

it('keeps an Arabic unit behind its number on an English page, and only there', () => {
  const arabic = <Claimed claimed={1934} reviewed={undefined} unit="طلبة" />
  expect(said(arabic)).toContain('1,934 \u2068طلبة\u2069')
  expect(said(arabic, 'ar')).not.toContain('\u2068طلبة\u2069')
  expect(said(<Claimed claimed={12} reviewed={12} unit="wells" />)).toContain('12 wells')
})
