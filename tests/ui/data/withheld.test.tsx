import { expect, it } from 'vitest'

import { speak } from '#app/i18n/speech.ts'
import { Diff, Replaced } from '#app/ui/data/diff.tsx'
import { Foreign } from '#app/ui/data/text.tsx'
import { withMarksInWords, WithMarks } from '#app/ui/data/withheld.tsx'
import { said } from '#tests/support/said.tsx'

const mark = '<span class="withheld" lang="en" dir="ltr">withheld</span>'

it('says in words that something was withheld, one mark a run', () => {
  expect(said(<WithMarks text="By █ and ██." />)).toBe(`By ${mark} and ${mark}.`)
  expect(said(<WithMarks text="All of it" />)).toBe('All of it')
})

it('speaks the reader’s language within a text of another', () => {
  expect(said(<Foreign lang="en" text="By █" />, 'ar')).toBe(
    '<span lang="en" dir="ltr">By <span class="withheld" lang="ar" dir="rtl">محجوب</span></span>',
  )
  expect(said(<Foreign lang="en" text={'█\n\nTwo'} as="div" />)).toBe(
    `<div class="prose"><p>${mark}</p><p>Two</p></div>`,
  )
})

it('stands in what changed between two versions too', () => {
  expect(said(<Diff from="By █ then" to="By █ now" />)).toContain(mark)
  expect(said(<Replaced from="█" to="two" />)).toContain(mark)
})

it('is a word in brackets where only letters can stand', () => {
  expect(withMarksInWords(speak('en'), 'By █ and ██')).toBe('By [withheld] and [withheld]')
  expect(withMarksInWords(speak('zh'), '由█')).toBe('由[已撤下]')
})
