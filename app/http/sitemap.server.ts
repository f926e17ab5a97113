import { logSize } from '#app/db/read/log-tiles.server.ts'
import {
  commitmentAddresses,
  entryAddresses,
  joinedInOrder,
  organisationAddresses,
  publishedInOrder,
  standingAddresses,
} from '#app/db/read/sitemap.server.ts'
import { instantOf } from '#app/domain/open-data/public-commitment.ts'
import { element, type Xml } from '#app/domain/open-data/xml.ts'
import { locales, type Locale } from '#app/domain/shared/language.ts'
import { paths } from '#app/paths.ts'

import type { Register } from './context.server.ts'
import { slices } from './list-parts.server.ts'

type Place = Pick<Register, 'db' | 'origin'> & { now: Date }
/** One page in all its languages. */
type Address = { path: (locale: Locale) => string; anyLanguage?: string; changedAt: Date }

/** Things a file: in six languages these are fewer than 10,000 addresses, about ten megabytes. */
const A_FILE = 1_600

export const sitemapHeaders = {
  'Content-Type': 'application/xml; charset=utf-8',
  'Cache-Control': 'public, max-age=3600',
}

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
const XMLNS = 'http://www.sitemaps.org/schemas/sitemap/0.9'

/** The files that name every public page. */
export async function sitemapIndex({ db, origin, now }: Place): Promise<string> {
  const [published, joined] = [await publishedInOrder(db, now), await joinedInOrder(db)]
  const entries = await logSize(db)
  const files = (name: string, count: number) =>
    Array.from({ length: Math.ceil(count / A_FILE) }, (_, place) => `${name}-${place + 1}`)
  const names = [
    'pages',
    ...files('organisations', joined.length),
    ...files('commitments', published.length),
    ...files('log', entries),
  ]
  const listed = names.map((name) =>
    element('sitemap', {}, element('loc', {}, origin + paths.sitemapSlice(name))),
  )
  return `${HEAD}${element('sitemapindex', { xmlns: XMLNS }, listed).xml}\n`
}

/** One of the files, some at a time; undefined for a name that none has. */
export async function sitemapParts(
  file: string,
  place: Place,
): Promise<(() => AsyncGenerator<string>) | undefined> {
  if (file === 'pages.xml') return () => written(place, [standing(place)])
  const [, kind, numbered] =
    /^(organisations|commitments|log)-([1-9]\d{0,4})\.xml$/.exec(file) ?? []
  if (kind === undefined) return undefined
  if (kind === 'log') return entryParts((Number(numbered) - 1) * A_FILE, place)
  const all = await (kind === 'organisations'
    ? joinedInOrder(place.db)
    : publishedInOrder(place.db, place.now))
  const start = (Number(numbered) - 1) * A_FILE
  const ids = all.slice(start, start + A_FILE)
  if (ids.length === 0) return undefined
  const read = kind === 'organisations' ? organisationsOf : commitmentsOf
  return () =>
    written(
      place,
      lazily(slices(ids), (some) => read(place, some)),
    )
}

/** The log only grows: its entries stand in their own order, and never change their file. */
async function entryParts(start: number, place: Place) {
  const size = await logSize(place.db)
  if (start >= size) return undefined
  const end = Math.min(start + A_FILE, size)
  const entries = Array.from({ length: end - start }, (_, i) => start + i)
  const read = ([from = 0, ...more]: readonly number[]) =>
    entriesOf(place, from, from + more.length + 1)
  return () => written(place, lazily(slices(entries), read))
}

function* lazily<one, made>(all: readonly one[], make: (one: one) => made) {
  for (const each of all) yield make(each)
}

async function* written({ origin }: Place, parts: Iterable<Promise<Address[]>>) {
  yield `${HEAD}<urlset xmlns="${XMLNS}" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n`
  for (const part of parts)
    yield (await part).flatMap((one) => inEach(one, origin).map(({ xml }) => `${xml}\n`)).join('')
  yield '</urlset>\n'
}

/** Each language's page names the others, as search engines want it. */
function inEach({ path, anyLanguage, changedAt }: Address, origin: string): Xml[] {
  const link = (hreflang: string, to: string) =>
    element('xhtml:link', { rel: 'alternate', hreflang, href: origin + to })
  const links = [
    ...locales.map((locale) => link(locale, path(locale))),
    link('x-default', anyLanguage ?? path('en')),
  ]
  return locales.map((locale) =>
    element(
      'url',
      {},
      element('loc', {}, origin + path(locale)),
      element('lastmod', {}, instantOf(changedAt)),
      links,
    ),
  )
}

async function standing({ db, now }: Place): Promise<Address[]> {
  const { declarations, clauses, changedAt } = await standingAddresses(db, now)
  const all: Omit<Address, 'changedAt'>[] = [
    { path: paths.home, anyLanguage: '/' },
    { path: (locale) => paths.commitments(locale) },
    { path: (locale) => paths.milestones(locale) },
    { path: paths.declarations },
    { path: (locale) => paths.coverage(locale) },
    { path: (locale) => paths.places(locale) },
    { path: (locale) => paths.organisations(locale) },
    { path: (locale) => paths.log(locale) },
    { path: paths.data },
    { path: paths.api },
    { path: paths.about },
    { path: paths.privacy },
    { path: paths.security },
    ...declarations.map((key) => ({ path: (locale: Locale) => paths.declaration(locale, key) })),
    ...clauses.map((key) => ({ path: (locale: Locale) => paths.clause(locale, key) })),
  ]
  return all.map((one) => ({ ...one, changedAt }))
}

type Row = { id: string; key: string; changedAt: number }

/** In the order of their ids as given. */
const ordered = (ids: readonly string[], rows: readonly Row[]) => {
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

async function commitmentsOf({ db }: Place, ids: readonly string[]): Promise<Address[]> {
  return ordered(ids, await commitmentAddresses(db, ids)).map(({ key, changedAt }) => ({
    path: (locale) => paths.commitment(locale, key),
    anyLanguage: paths.permalink(key),
    changedAt: new Date(changedAt),
  }))
}

async function organisationsOf({ db }: Place, ids: readonly string[]): Promise<Address[]> {
  return ordered(ids, await organisationAddresses(db, ids)).map(({ key, changedAt }) => ({
    path: (locale) => paths.organisation(locale, key),
    changedAt: new Date(changedAt),
  }))
}

async function entriesOf({ db }: Place, from: number, to: number): Promise<Address[]> {
  return (await entryAddresses(db, from, to)).map(({ entry, at }) => ({
    path: (locale) => paths.logEntry(locale, entry),
    changedAt: at,
  }))
}
