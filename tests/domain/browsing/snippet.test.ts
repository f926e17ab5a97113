import { expect, it } from 'vitest'

import type { Piece } from '#app/domain/browsing/excerpt.ts'
import { snippetOf } from '#app/domain/browsing/snippet.ts'
import type { Locale } from '#app/domain/shared/language.ts'
import { terms } from '#tests/support/world.ts'

const [milestone] = terms().milestones
const said = {
  ...terms({
    title: 'Train teachers',
    text: 'We train teachers to use open resources.',
    problem: 'Nobody has zebras.',
    milestones: [
      { ...milestone!, title: 'Giraffes in place', translations: { fr: 'Des girafes' } },
    ],
  }),
  translations: { ar: { title: 'تدريب المعلمين', text: 'ندرّب المعلمين على الموارد المفتوحة.' } },
}
const names = [{ en: 'Ministry of Lions', fr: 'Ministère des lions' }]
const shown = (pieces: readonly Piece[]) =>
  pieces.map(({ text, found }) => (found ? `[${text}]` : text)).join('')
const of = (searched: readonly string[], locale: Locale) => {
  const { title, snippet } = snippetOf(said, names, searched, locale)
  return [title.lang, shown(title.pieces), snippet.of, snippet.lang, shown(snippet.pieces)]
}

it.each([
  [
    ['teacher'],
    'en',
    ['en', 'Train [teachers]', 'text', 'en', 'We train [teachers] to use open resources.'],
  ],
  [
    ['معلم'],
    'ar',
    ['ar', 'تدريب [المعلمين]', 'text', 'ar', 'ندرّب [المعلمين] على الموارد المفتوحة.'],
  ],
  [
    ['teacher'],
    'ar',
    ['ar', 'تدريب المعلمين', 'text', 'en', 'We train [teachers] to use open resources.'],
  ],
  [['معلم'], 'ru', ['en', 'Train teachers', 'text', 'ar', 'ندرّب [المعلمين] على الموارد المفتوحة.']],
  [['zebra'], 'en', ['en', 'Train teachers', 'problem', 'en', 'Nobody has [zebras].']],
  [['giraf'], 'en', ['en', 'Train teachers', 'milestone', 'en', '[Giraffes] in place']],
  [['girafes'], 'en', ['en', 'Train teachers', 'milestone', 'fr', 'Des [girafes]']],
  [['lion'], 'en', ['en', 'Train teachers', 'organisation', 'en', 'Ministry of [Lions]']],
  [
    ['nothing'],
    'en',
    ['en', 'Train teachers', 'text', 'en', 'We train teachers to use open resources.'],
  ],
  [
    ['teacher', 'open', 'zebra'],
    'en',
    ['en', 'Train [teachers]', 'text', 'en', 'We train [teachers] to use [open] resources.'],
  ],
] as const)('shows of what %s finds in %s', (searched, locale, expected) => {
  expect(of(searched, locale)).toEqual(expected)
})
