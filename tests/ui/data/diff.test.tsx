import fc from 'fast-check'
import { expect, it } from 'vitest'

import { changedPieces, Diff } from '#app/ui/data/diff.tsx'
import { said } from '#tests/support/said.tsx'

const changes = (from: string, to: string, lang: string) =>
  changedPieces(from, to, lang)
    .filter((piece) => piece.added || piece.removed)
    .map((piece) => `${piece.added ? '+' : '-'}${piece.value.trim()}`)

it('a number is one word, and so is a Chinese one', () => {
  expect(changes('Train 12,000 teachers', 'Train 9,000 teachers', 'en')).toEqual([
    '-12,000',
    '+9,000',
  ])
  expect(changes('培训小学教师', '培训中学教师', 'zh')).toEqual(['-小学', '+中学'])
  expect(changes('تدريب ألف معلم', 'تدريب مئة معلم', 'ar')).toEqual(['-ألف', '+مئة'])
})

it('what was added and what was kept make up the new text', () => {
  fc.assert(
    fc.property(fc.lorem({ maxCount: 12 }), fc.lorem({ maxCount: 12 }), (from, to) => {
      const pieces = changedPieces(from, to, 'en').filter((piece) => !piece.removed)
      expect(pieces.map((piece) => piece.value).join('')).toBe(to)
    }),
  )
})

it('a change is said in words, in the reader’s language', () => {
  const diff = said(<Diff from="ألف معلم" to="مئة معلم" lang="ar" />)
  expect(diff).toContain('lang="ar" dir="rtl"')
  expect(diff).toContain('<del><small lang="en" dir="ltr">removed</small>ألف</del>')
  expect(diff).toContain('<ins><small lang="en" dir="ltr">added</small>مئة</ins>')
})
