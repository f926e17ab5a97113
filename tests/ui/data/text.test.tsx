import { expect, it } from 'vitest'

import { DateText, Foreign, Hash, Words } from '#app/ui/data/text.tsx'
import { said } from '#tests/support/said.tsx'

it('another language is marked with its direction, the page’s own is not', () => {
  expect(said(<Foreign lang="ar" text="وعد" />)).toBe('<span lang="ar" dir="rtl">وعد</span>')
  expect(said(<Foreign lang="en" text="Words" as="p" />)).toBe('<p>Words</p>')
  expect(said(<Words text={{ en: 'Access' }} />, 'ar')).toContain('lang="en" dir="ltr"')
})

it('a blank line parts paragraphs', () => {
  expect(said(<Foreign lang="en" text={'One\n \nTwo'} as="div" />)).toBe(
    '<div class="prose"><p>One</p><p>Two</p></div>',
  )
})

it('a hash runs left to right, shortened unless it is wanted whole', () => {
  const hash = '6f1c9a0b5d1f4c8e9a7b6c5d4e3f2a1b0c9d8e7f6a5b4c3d2e1f0a9be2b41d07'
  expect(said(<Hash value={hash} />, 'ar')).toContain('<bdi dir="ltr"')
  expect(said(<Hash value={hash} />)).toContain('6f1c9a…e2b41d07')
  expect(said(<Hash value={hash} whole />)).toContain(hash)
})

it('a date is there for machines too', () => {
  expect(said(<DateText day="2027-06-30" />)).toBe(
    '<time dateTime="2027-06-30">30 June 2027</time>',
  )
  expect(said(<DateText at={new Date('2026-03-04T09:14:00Z')} />)).toContain(
    '4 March 2026, 09:14 UTC',
  )
})
