import { z } from 'zod'

/** The languages the register itself speaks: the six of the United Nations. */
export const locales = ['en', 'ar', 'zh', 'fr', 'ru', 'es'] as const
export type Locale = (typeof locales)[number]

export const isLocale = (text: string | undefined): text is Locale =>
  locales.some((locale) => locale === text)

/** Languages a partner may write in. A text's language is stored with it. */
export const writingLanguages = [
  ...locales,
  ...['bn', 'de', 'el', 'fa', 'he', 'hi', 'id', 'it', 'ja', 'ka', 'kk', 'ko', 'km', 'mn', 'ms'],
  ...['my', 'ne', 'nl', 'pl', 'pt', 'ro', 'sw', 'ta', 'th', 'tr', 'uk', 'ur', 'uz', 'vi'],
] as const
export type Language = (typeof writingLanguages)[number]

const rightToLeft: ReadonlySet<string> = new Set(['ar', 'fa', 'he', 'ur'])

export const directionOf = (language: string): 'ltr' | 'rtl' =>
  rightToLeft.has(language) ? 'rtl' : 'ltr'

export const languageSchema = z.enum(writingLanguages, { error: 'not-a-language' })

/** The same words in several languages, keyed by language. */
export type LocalText = Readonly<Record<string, string>>

/** The text in the wanted language, else in English, else in whichever stands first. */
export function wordsIn(text: LocalText, wanted: string): { lang: string; text: string } {
  const lang = [wanted, 'en', ...Object.keys(text)].find((one) => Object.hasOwn(text, one))
  return lang === undefined ? { lang: wanted, text: '' } : { lang, text: text[lang] ?? '' }
}
