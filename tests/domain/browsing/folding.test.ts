import fc from 'fast-check'
import { expect, it } from 'vitest'

import { fold, foldWithPlaces, isDense } from '#app/domain/browsing/folding.ts'

const anything = fc.string({ unit: 'binary', maxLength: 40 })

it.each([
  ['Éducation – l’école', 'education l ecole'],
  ['e\u0301cole', 'ecole'],
  ['İSTANBUL ısparta', 'istanbul isparta'],
  ['Straße, œuvre, Øst, Łódź', 'strasse oeuvre ost lodz'],
  ['ﬁne ½ ①', 'fine 1 2 1'],
  ['ＡＩ　２０２７', 'ai 2027'],
  ['Ёлка, йод, й', 'елка йод й'],
  ['Δημόσιος λόγος', 'δημοσιοσ λογοσ'],
  ['أُسْرَة آمِنَة، إِسْلَام ٱسم', 'اسره امنه اسلام اسم'],
  ['مؤسسة شؤون بيئي هدى', 'موسسه شوون بييي هدي'],
  ['مـــدرسة ﻻ ٢٠٢٧', 'مدرسه لا 2027'],
  ['כִּתָּה', 'כתה'],
  ['教师：培训', '教师 培训'],
  ['教师AI培训', '教师 ai 培训'],
  ['がっこう ｶｯｺｳ', 'がっこう カッコウ'],
  ['한국 교사', '한국 교사'],
  ['हिन्दी भाषा', 'हिन्दी भाषा'],
  ['soft\u00adhyphen, zero\u200bwidth, می\u200cروم', 'softhyphen zerowidth ميروم'],
  ['C++ / 100 % █ * " \' ( ) : ^ -', 'c 100'],
  ['', ''],
])('folds %s', (text, folded) => {
  expect(fold(text)).toBe(folded)
})

it('finds the same whichever way a text is composed, and folding twice folds no further', () => {
  fc.assert(
    fc.property(anything, (text) => {
      const folded = fold(text)
      expect(fold(text.normalize('NFD'))).toBe(folded)
      expect(fold(folded)).toBe(folded)
      expect(folded).toMatch(/^(?:[\p{L}\p{N}\p{M}]+(?: [\p{L}\p{N}\p{M}]+)*)?$/u)
    }),
  )
})

it('says of each folded unit where it stands', () => {
  fc.assert(
    fc.property(anything, (written) => {
      const { text, folded, from, to } = foldWithPlaces(written)
      expect(folded).toBe(fold(written))
      expect([from.length, to.length]).toEqual([folded.length, folded.length])
      from.forEach((start, i) => {
        expect(start).toBeLessThanOrEqual(to[i]!)
        if (i > 0) expect(start).toBeGreaterThanOrEqual(from[i - 1]!)
        expect(to[i]).toBeLessThanOrEqual(text.length)
      })
    }),
  )
})

it('gives a letter its vowel signs and a word its letters', () => {
  const { text, folded, from, to } = foldWithPlaces('الـمَدْرَسَةُ الكبيرة')
  const place = folded.indexOf('مدرسه')
  expect(text.slice(from[place], to[place + 4])).toBe('مَدْرَسَةُ')
})

it('knows the scripts in which a sign or two are a word', () => {
  expect(['教', 'か', 'ガ', '한', '𠮷'].map(isDense)).toEqual([true, true, true, true, true])
  expect(['a', 'я', 'م', 'ก', ''].map(isDense)).toEqual([false, false, false, false, false])
})
