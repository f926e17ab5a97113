import fc from 'fast-check'
import { expect, it } from 'vitest'

import {
  directionOf,
  isLocale,
  languageSchema,
  locales,
  wordsIn,
  writingLanguages,
} from '#app/domain/shared/language.ts'

it('speaks six languages and no seventh', () => {
  expect([...locales].toSorted()).toEqual(['ar', 'en', 'es', 'fr', 'ru', 'zh'])
  expect(locales.every((locale) => isLocale(locale))).toBe(true)
  expect(['EN', 'de', '', 'constructor', undefined].filter((text) => isLocale(text))).toEqual([])
})

it('lets a partner write in every language the register speaks, and in more', () => {
  expect(locales.every((locale) => languageSchema.safeParse(locale).success)).toBe(true)
  expect(languageSchema.safeParse('sw').success).toBe(true)
  expect(languageSchema.safeParse('tlh').error?.issues[0]?.message).toBe('not-a-language')
})

it('writes Arabic, Persian, Hebrew and Urdu from the right', () => {
  expect(writingLanguages.filter((lang) => directionOf(lang) === 'rtl').toSorted()).toEqual([
    'ar',
    'fa',
    'he',
    'ur',
  ])
})

it('prefers the wanted language, then English, then whichever there is', () => {
  expect(wordsIn({ en: 'Kept', fr: 'Tenu' }, 'fr')).toEqual({ lang: 'fr', text: 'Tenu' })
  expect(wordsIn({ fr: 'Tenu', en: 'Kept' }, 'ru')).toEqual({ lang: 'en', text: 'Kept' })
  expect(wordsIn({ zh: '兑现', fr: 'Tenu' }, 'ru')).toEqual({ lang: 'zh', text: '兑现' })
  expect(wordsIn({}, 'ru')).toEqual({ lang: 'ru', text: '' })
})

it('names the language of exactly the words it gives', () => {
  const words = fc.dictionary(fc.constantFrom(...writingLanguages), fc.string())
  fc.assert(
    fc.property(words, fc.string(), (text, wanted) => {
      const found = wordsIn(text, wanted)
      expect(found.text).toBe(Object.hasOwn(text, found.lang) ? text[found.lang] : '')
    }),
  )
  expect(wordsIn({ en: 'Kept' }, 'constructor')).toEqual({ lang: 'en', text: 'Kept' })
})
