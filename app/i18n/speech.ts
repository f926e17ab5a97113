import { IntlMessageFormat } from 'intl-messageformat'

import { isPlace, placeName } from '#app/domain/places/m49.ts'
import type { Day } from '#app/domain/shared/dates.ts'
import {
  directionOf,
  wordsIn,
  type Language,
  type LocalText,
  type Locale,
} from '#app/domain/shared/language.ts'

import { ar } from './messages/ar.ts'
import { en, type MessageKey, type Translation } from './messages/en.ts'
import { es } from './messages/es.ts'
import { fr } from './messages/fr.ts'
import { ru } from './messages/ru.ts'
import { zh } from './messages/zh.ts'

export type { MessageKey }
export type Args = Record<string, string | number | boolean | Date | null | undefined>

export const catalogues: Record<Locale, Translation> = { en, ar, zh, fr, ru, es }

// Plain `ar` prints Latin or Arabic-Indic digits depending on the ICU build: pinned.
const formats: Record<Locale, string> = {
  en: 'en-GB',
  ar: 'ar-u-nu-latn',
  zh: 'zh-Hans',
  fr: 'fr',
  ru: 'ru',
  es: 'es',
}

/** What each language calls itself, for a reader who cannot read the page. */
export const endonyms: Record<Locale, string> = {
  en: 'English',
  ar: 'العربية',
  zh: '中文',
  fr: 'Français',
  ru: 'Русский',
  es: 'Español',
}

/** A voice for one language. Everything a person reads is said by one of these. */
export type Speech = {
  locale: Locale
  dir: 'ltr' | 'rtl'
  t: (key: MessageKey, args?: Args) => string
  /** The message compiled, for sentences with elements inside; see `T` in speak.tsx. */
  compiled: (key: MessageKey) => IntlMessageFormat
  /** The sentence a validation or refusal code stands for. */
  code: (code: string, label?: string) => string
  /** A stored text in this language, else English, else whichever there is, with its language. */
  words: (text: LocalText) => { lang: string; text: string }
  date: (when: Day | Date) => string
  dateTime: (instant: Date) => string
  month: (when: Day | Date) => string
  /** Short, and without its year. */
  monthName: (when: Day | Date) => string
  number: (value: number, options?: Intl.NumberFormatOptions) => string
  days: (count: number) => string
  list: (items: readonly string[], type?: 'conjunction' | 'disjunction') => string
  languageName: (language: Language | (string & {})) => string
  countryName: (code: string) => string
}

const voices = new Map<Locale, Speech>()

/** The voice of a language; made once, then shared by every request. */
export function speak(locale: Locale): Speech {
  let voice = voices.get(locale)
  if (!voice) voices.set(locale, (voice = makeSpeech(locale)))
  return voice
}

const known = (key: string): key is MessageKey => key in en
const PLAIN = /^[^{}<>']*$/

function makeSpeech(locale: Locale): Speech {
  const format = formats[locale]
  const day = new Intl.DateTimeFormat(format, { dateStyle: 'long', timeZone: 'UTC' })
  const clock = new Intl.DateTimeFormat(format, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: 'UTC',
  })
  const monthOfYear = new Intl.DateTimeFormat(format, {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  })
  const monthAlone = new Intl.DateTimeFormat(format, { month: 'short', timeZone: 'UTC' })
  const plainNumber = new Intl.NumberFormat(format)
  const languageNames = new Intl.DisplayNames(format, { type: 'language', fallback: 'code' })
  const regionNames = new Intl.DisplayNames(format, { type: 'region', fallback: 'code' })
  const lists = {
    conjunction: new Intl.ListFormat(format, { type: 'conjunction' }),
    disjunction: new Intl.ListFormat(format, { type: 'disjunction' }),
  }

  const cache = new Map<MessageKey, IntlMessageFormat>()
  const messageOf = (key: MessageKey) => catalogues[locale][key] ?? en[key]
  const instantOf = (when: Day | Date) =>
    typeof when === 'string' ? new Date(`${when}T00:00:00Z`) : when

  const compiled = (key: MessageKey) => {
    let message = cache.get(key)
    if (!message) {
      // A message that falls back is read in English, plurals and digits included.
      const language = catalogues[locale][key] === undefined ? formats.en : format
      message = new IntlMessageFormat(messageOf(key), language)
      cache.set(key, message)
    }
    return message
  }
  const t = (key: MessageKey, args?: Args) => {
    const message = messageOf(key)
    const said = PLAIN.test(message) ? message : String(compiled(key).format(args))
    // English among Arabic keeps its own direction, full stop and figures included.
    return locale === 'ar' && catalogues.ar[key] === undefined ? `\u2066${said}\u2069` : said
  }
  const nameOf = (code: string) =>
    /^([A-Z]{2}|\d{3})$/.test(code) ? (regionNames.of(code) ?? code) : placeName(code)
  const date = (when: Day | Date) => day.format(instantOf(when))

  return {
    locale,
    dir: directionOf(locale),
    t,
    compiled,
    code: (code, label) => {
      const said = label === undefined ? t('form.this-answer') : t('form.quoted', { label })
      const key = `code.${code}`
      return t(known(key) ? key : 'code.unknown', { label: said, code })
    },
    words: (text) => wordsIn(text, locale),
    date,
    dateTime: (instant) =>
      `${date(instant)}${locale === 'ar' ? '، ' : locale === 'zh' ? ' ' : ', '}${clock.format(instant)} UTC`,
    month: (when) => monthOfYear.format(instantOf(when)),
    monthName: (when) => monthAlone.format(instantOf(when)),
    number: (value, options) =>
      options ? new Intl.NumberFormat(format, options).format(value) : plainNumber.format(value),
    days: (count) => t('unit.days', { n: count }),
    list: (items, type = 'conjunction') => lists[type].format(items),
    languageName: (language) => languageNames.of(language) ?? language,
    // The United Nations' own names, not the platform's: they differ where it matters.
    countryName: (code) => (isPlace(code) ? placeName(code, locale) : nameOf(code)),
  }
}
