import { count, isNotNull, sql, type SQL } from 'drizzle-orm'

import { asWritten, typedAs } from '#app/domain/browsing/excerpt.ts'
import { fold } from '#app/domain/browsing/folding.ts'
import { nearestWord, piecesOf } from '#app/domain/browsing/nearest-word.ts'
import type { Match } from '#app/domain/browsing/ranked-page.ts'
import { readSearch, signsOf, type Search } from '#app/domain/browsing/search-text.ts'
import type { Terms } from '#app/domain/commitments/terms.ts'

import type { Database } from '../client.server.ts'
import { commitments } from '../schema/commitments.ts'
import { searchTexts } from '../schema/search.ts'

/** So many of the newest that match are ranked and counted: beyond it a search costs no more. */
export const RANKED = 1_000
/** Where filters leave less than that, older ones are looked at, so many at a time. */
const FURTHER = 10_000

/** What FTS5 is asked for. Folded terms have letters, digits and spaces alone: none is syntax. */
const expressionOf = (terms: readonly string[]): string =>
  terms.map((term) => `"${signsOf(term)}"`).join(' AND ')

type Index = 'search' | 'search_titles'
const tables: Readonly<Record<Index, SQL>> = {
  search: sql`search`,
  search_titles: sql`search_titles`,
}

/** The newest entries that match, before one; FTS5 walks its lists from their end and stops. */
const newest = (index: Index, expression: string, before: number, limit: number): SQL => sql`
  (select json_group_array(entry) from (select rowid as entry from ${tables[index]}
    where ${tables[index]} match ${expression} and rowid < ${before}
    order by rowid desc limit ${limit}))`

const END = Number.MAX_SAFE_INTEGER

export const searchStatement = (
  terms: readonly string[],
  { before = END, limit = RANKED + 1, titles = true } = {},
): SQL => {
  const expression = expressionOf(terms)
  return sql`select ${newest('search', expression, before, limit)} as found,
    ${titles ? newest('search_titles', expression, before, limit) : sql`'[]'`} as titled`
}

async function ask(db: Database, terms: readonly string[], options = {}) {
  const [row] = await db.all<{ found: string; titled: string }>(searchStatement(terms, options))
  const entriesIn = (text = '[]') => (JSON.parse(text) as number[]).toSorted((a, b) => b - a)
  return { found: entriesIn(row?.found), titled: entriesIn(row?.titled) }
}

/** Whose publication an entry of the log is; it never changes, so that each is read once. */
const publications = new WeakMap<Database, Map<number, string>>()

export const publicationsOf = (entries: readonly number[]): SQL => sql`
  select entry, commitment_id as id from ${searchTexts}
  where entry in (select value from json_each(${JSON.stringify(entries)}))`

async function whose(db: Database, entries: readonly number[]) {
  const known = publications.get(db) ?? new Map<number, string>()
  publications.set(db, known)
  const unknown = entries.filter((entry) => !known.has(entry))
  if (unknown.length > 0)
    for (const row of await db.all<{ entry: number; id: string }>(publicationsOf(unknown)))
      known.set(row.entry, row.id)
  return known
}

export type Matches = {
  /** Best first: whose titles have all the terms, then the others; the newest first among both. */
  ranked: Match[]
  /** Whether these are all there are. */
  isAll: boolean
}

/**
 * Public commitments in which all the terms stand. Of more than a thousand the newest are found, and
 * those whose titles match; `enough` asks for older ones until it is content.
 */
export async function findMatches(
  db: Database,
  terms: readonly string[],
  enough: (ids: readonly string[]) => boolean | Promise<boolean> = () => true,
): Promise<Matches> {
  const first = await ask(db, terms)
  const titled = new Set(first.titled)
  const found = first.found.slice(0, RANKED)
  const matches = async (): Promise<Match[]> => {
    const entries = [...titled, ...found.filter((entry) => !titled.has(entry))]
    const ids = await whose(db, entries)
    return entries.flatMap((entry) => {
      const id = ids.get(entry)
      return id === undefined ? [] : [{ id, entry, titled: titled.has(entry) }]
    })
  }
  let isAll = first.found.length <= RANKED
  let ranked = await matches()
  while (!isAll && !(await enough(ranked.map(({ id }) => id)))) {
    const before = found.at(-1) ?? 0
    const more = await ask(db, terms, { before, limit: FURTHER, titles: false })
    isAll = more.found.length < FURTHER
    found.push(...more.found)
    ranked = await matches()
  }
  return { ranked, isAll }
}

/** Whether every public commitment can be found: two counts, read from indexes. */
export async function isAllFindable(db: Database): Promise<boolean> {
  const published = db
    .select({ n: count() })
    .from(commitments)
    .where(isNotNull(commitments.publishedAt))
  const [[all], [kept]] = await db.batch([published, db.select({ n: count() }).from(searchTexts)])
  return all?.n === kept?.n
}

/** Of so many titles the words are compared with one that is found nowhere. */
const TITLES = 200

export const titlesLike = (word: string): SQL | undefined => {
  const pieces = piecesOf(word)
  if (pieces.length === 0) return undefined
  const expression = pieces.map((piece) => `"${piece}"`).join(' OR ')
  return sql`select ${searchTexts.title} as title, ${commitments.terms} as terms
    from search_titles join ${searchTexts} on ${searchTexts.entry} = search_titles.rowid
    join ${commitments} on ${commitments.id} = ${searchTexts.commitmentId}
    where search_titles match ${expression} order by search_titles.rowid desc limit ${TITLES}`
}

/** A word of a title that is spelled almost like one that stands nowhere. */
async function nearestInTitles(db: Database, typed: string): Promise<string | undefined> {
  const question = titlesLike(typed)
  if (!question) return undefined
  const rows = await db.all<{ title: string; terms: string }>(question)
  const near = nearestWord(
    typed,
    rows.flatMap(({ title }) => title.split(/[\s|]+/)),
  )
  if (near === undefined) return undefined
  for (const { terms } of rows) {
    const { title, translations } = JSON.parse(terms) as Terms
    for (const one of [title, ...Object.values(translations).map((words) => words.title)]) {
      const written = asWritten(one, near)
      if (written !== undefined) return written
    }
  }
  return undefined
}

/** The same search with words that titles know for those that nothing has, where that finds more. */
export async function likelySpelling(
  db: Database,
  { written, terms }: Search,
): Promise<string | undefined> {
  const near = new Map<string, string>()
  for (const term of terms) {
    if ((await findMatches(db, [term])).ranked.length > 0) continue
    const word = await nearestInTitles(db, fold(asWritten(written, term) ?? term))
    if (word !== undefined) near.set(term, word)
  }
  if (near.size === 0) return undefined
  const spelled = typedAs(written, terms, near)
  return (await findMatches(db, readSearch(spelled).terms)).ranked.length > 0 ? spelled : undefined
}
