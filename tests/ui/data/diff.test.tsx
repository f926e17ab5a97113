import fc from 'fast-check'
import { expect, it } from 'vitest'

import { changedPieces, Diff, foldedPieces, ListDiff } from '#app/ui/data/diff.tsx'
import { said, words } from '#tests/support/said.tsx'

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

const long = (lang: string) =>
  ({
    en: 'Every school keeps its own list of what it was given and when it was mended. ',
    zh: '每所学校都保存一份清单，记录收到的设备以及维修的时间。',
    ar: 'تحتفظ كل مدرسة بقائمة بما تسلمته من أجهزة وبتاريخ إصلاحها. ',
  })[lang]!.repeat(20)

it('folds away the middle of what stayed the same, and loses nothing of it', () => {
  for (const lang of ['en', 'zh', 'ar']) {
    const [same, from, to] = [long(lang), '2026', '2027']
    const pieces = changedPieces(`${same}${from} ${same}`, `${same}${to} ${same}`, lang)
    const shown = foldedPieces(pieces, lang)
    expect(shown.map((piece) => piece.value).join('')).toBe(pieces.map((one) => one.value).join(''))
    const folded = shown.filter((piece) => piece.words !== undefined)
    expect(folded).toHaveLength(2)
    for (const { words } of folded) expect(words).toBeGreaterThan(50)
    // Cut where a word ends, as the language has it.
    const segments = [...new Intl.Segmenter(lang, { granularity: 'word' }).segment(same)]
    const ends = segments.map(({ index, segment }) => index + segment.length)
    expect(ends).toContain(folded[0]?.value.length)
    expect(shown[1]?.value.length).toBeLessThan(160)
  }
})

it('says how much is folded away, in the reader’s language', () => {
  const diff = said(<Diff from={`${long('ar')}ألف`} to={`${long('ar')}مئة`} lang="ar" />)
  expect(diff).toMatch(/<details><summary lang="en" dir="ltr">\d+ words unchanged<\/summary>/)
  expect(said(<Diff from={long('en')} to={long('en')} />)).not.toContain('<details>')
})

it('a list changes item by item', () => {
  const list = said(<ListDiff from={['4.1', '4.c']} to={['4.1', '17.6', '4.c']} />)
  expect(words(list)).toBe('4.1 added 17.6 4.c')
})
