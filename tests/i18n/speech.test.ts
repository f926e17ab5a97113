import { describe, expect, it } from 'vitest'

import { locales } from '#app/domain/shared/language.ts'
import { en } from '#app/i18n/messages/en.ts'
import { speak } from '#app/i18n/speech.ts'

describe('plurals', () => {
  it.each([
    [1, '1 day'],
    [2, '2 days'],
    [1200, '1,200 days'],
  ])('English: %i', (n, said) => {
    expect(speak('en').days(n)).toBe(said)
  })

  it.each([
    [0, '0 يوم'],
    [1, 'يوم واحد'],
    [2, 'يومان'],
    [3, '3 أيام'],
    [11, '11 يومًا'],
    [100, '100 يوم'],
    [103, '103 أيام'],
  ])('Arabic: %i', (n, said) => {
    expect(speak('ar').days(n)).toBe(said)
  })

  it.each([
    [1, '1 день'],
    [3, '3 дня'],
    [5, '5 дней'],
    [11, '11 дней'],
    [21, '21 день'],
  ])('Russian: %i', (n, said) => {
    expect(speak('ru').days(n)).toBe(said)
  })
})

describe('dates and numbers', () => {
  it('a day is the same day for every reader, wherever the server stands', () => {
    expect(speak('en').date('2027-06-30')).toBe('30 June 2027')
    expect(speak('fr').date('2027-06-30')).toBe('30 juin 2027')
    expect(speak('zh').date('2027-06-30')).toBe('2027年6月30日')
  })

  it('an instant is said in UTC', () => {
    expect(speak('en').dateTime(new Date('2026-03-04T00:14:59Z'))).toBe('4 March 2026, 00:14 UTC')
    expect(speak('en').month('2026-03-04')).toBe('March 2026')
  })

  it('Arabic counts in the digits that stand in the record', () => {
    const { date, number, month } = speak('ar')
    expect(date('2027-06-30')).toBe('30 يونيو 2027')
    expect(number(12345)).toBe('12,345')
    expect(month('2027-06-30')).toMatch(/2027/)
  })

  it('lists are joined as the language joins them', () => {
    expect(speak('en').list(['a', 'b', 'c'])).toBe('a, b and c')
    expect(speak('en').list(['a', 'b'], 'disjunction')).toBe('a or b')
    expect(speak('es').list(['a', 'b'])).toBe('a y b')
  })
})

describe('falling back', () => {
  it.each(locales)('every key says something in %s', (locale) => {
    const { t } = speak(locale)
    const silent = (Object.keys(en) as (keyof typeof en)[]).filter(
      (key) => !en[key].includes('<') && t(key, sample) === '',
    )
    expect(silent).toEqual([])
  })

  it('English among Arabic keeps its own direction', () => {
    expect(speak('ar').t('reporting.behindReason')).toBe('\u2066Why it is behind\u2069')
    expect(speak('ar').t('nav.about')).toBe('عن السجل')
  })
})

describe('codes', () => {
  it('a known code is a sentence about its field', () => {
    expect(speak('en').code('missing', 'Title')).toBe('Fill in “Title”')
    expect(speak('en').code('missing')).toBe('Fill in this answer')
  })

  it('an unknown code is named, so that it can be reported', () => {
    expect(speak('en').code('no-such-code')).toBe('This cannot be done (no-such-code).')
  })

  it('what looks like markup in a label stays as it was written', () => {
    expect(speak('en').code('missing', '<b>{x}</b>')).toBe('Fill in “<b>{x}</b>”')
  })
})

it('names of countries are those of the United Nations, of languages the reader’s', () => {
  expect(speak('en').countryName('KE')).toBe('Kenya')
  expect(speak('fr').countryName('KE')).toBe('Kenya')
  expect(speak('ru').countryName('KE')).toBe('Кения')
  expect(speak('en').languageName('ar')).toBe('Arabic')
  expect(speak('en').countryName('not a code')).toBe('not a code')
})

it('a text in several languages is read in the reader’s, else in English, else as it is', () => {
  const { words } = speak('fr')
  expect(words({ en: 'Access', fr: 'Accès' })).toEqual({ lang: 'fr', text: 'Accès' })
  expect(words({ en: 'Access' })).toEqual({ lang: 'en', text: 'Access' })
  expect(words({ ru: 'Доступ' })).toEqual({ lang: 'ru', text: 'Доступ' })
})

// Something for every argument any message takes.
const sample = new Proxy<Record<string, string | number>>({}, { get: () => 3, has: () => true })
