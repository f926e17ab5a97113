import type { MetaDescriptor } from '@remix-run/node'

import { locales, type Locale } from '#app/domain/shared/language.ts'
import { pageTitle } from '#app/ui/layout/page-title.ts'

import { pageSpeech } from './page-speech.ts'

/** What Remix hands a route's `meta`, as far as it is used here. */
type Asked = {
  params: Readonly<Record<string, string | undefined>>
  matches: readonly ({ id: string; data: unknown } | undefined)[]
}

type Told = {
  title: string
  /** Which page of a list it is. */
  page?: number | undefined
  /** What the page is about, in its own words; cut where it is long. */
  description?: string | undefined
  /** The page's address in a language, with what of its query means something. */
  path: (locale: Locale) => string
  /** Where readers whose language nobody knows are sent; in English where nothing else is said. */
  anyLanguage?: string
  /** One of endless views of the same list: its rows are to be found, it is not. */
  isView?: boolean
}

/** What search engines and those who share a public page read in its head. */
export function pageMeta({ params, matches }: Asked, told: Told): MetaDescriptor[] {
  const speech = pageSpeech(params)
  const { title, page, path } = told
  const origin = originIn(matches)
  const description = shortened(told.description ?? '')
  const url = origin + path(speech.locale)
  const alternate = (hrefLang: string, to: string) => ({
    tagName: 'link',
    rel: 'alternate',
    hrefLang,
    href: origin + to,
  })
  return [
    { title: pageTitle(speech, title, { page }) },
    ...(description === '' ? [] : [{ name: 'description', content: description }]),
    ...(told.isView ? [{ name: 'robots', content: 'noindex, follow' }] : []),
    { tagName: 'link', rel: 'canonical', href: url },
    ...locales.map((locale) => alternate(locale, path(locale))),
    alternate('x-default', told.anyLanguage ?? path('en')),
    { property: 'og:site_name', content: speech.t('register.as-noun') },
    { property: 'og:title', content: title },
    ...(description === '' ? [] : [{ property: 'og:description', content: description }]),
    { property: 'og:url', content: url },
    { property: 'og:locale', content: territories[speech.locale] },
    { name: 'twitter:card', content: 'summary' },
  ]
}

/** Open Graph knows a language only with a territory. */
const territories: Readonly<Record<Locale, string>> = {
  ar: 'ar_AR',
  en: 'en_GB',
  es: 'es_ES',
  fr: 'fr_FR',
  ru: 'ru_RU',
  zh: 'zh_CN',
}

/** The root's loader says where the register stands; a page's own tells it nothing of that. */
function originIn(matches: Asked['matches']): string {
  const root = matches.find((match) => match?.id === 'root')?.data
  return typeof root === 'object' &&
    root !== null &&
    'origin' in root &&
    typeof root.origin === 'string'
    ? root.origin
    : ''
}

const LONGEST = 200

/** As much as is shown anywhere, cut between two words where there are any. */
function shortened(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim()
  if (line.length <= LONGEST) return line
  const cut = line.slice(0, LONGEST)
  const space = cut.lastIndexOf(' ')
  // Half of a letter written in two units would be none.
  return `${(space > LONGEST / 2 ? cut.slice(0, space) : cut).replace(/[\uD800-\uDBFF]$/, '')}…`
}
