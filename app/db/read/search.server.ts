import { count, isNotNull, sql, type SQL } from 'drizzle-orm'

import { signsOf } from '#app/domain/browsing/search-text.ts'

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

/** One that matches: in its title or elsewhere, and when it was published. */
export type Match = { id: string; entry: number; titled: boolean }

/** Best first: whose titles have all the terms, then the others; the newest first among both. */
export type Matches = {
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
  enough: (ids: readonly string[]) => boolean = () => true,
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
  while (!isAll && !enough(ranked.map(({ id }) => id))) {
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
