import { expect, it } from 'vitest'

import { negotiate } from '#app/i18n/negotiate.ts'

it.each([
  ['fr-CA,fr;q=0.9,en;q=0.8', 'fr'],
  ['zh-Hant-TW', 'zh'],
  ['de,ar;q=0.5,ru;q=0.7', 'ru'],
  ['en;q=0.1, es', 'es'],
  ['ES', 'es'],
])('%s is answered in %s', (header, locale) => {
  expect(negotiate(header)).toBe(locale)
})

it.each([null, undefined, '', '*', 'de, ja;q=0.5', 'fr;q=0', ';;;q=,,', 'fr;q=none'])(
  '%s is answered in English',
  (header) => {
    expect(negotiate(header)).toBe('en')
  },
)
