import { and, desc, inArray, sql } from 'drizzle-orm'

import { countOf, hasBit } from '#app/domain/browsing/bits.ts'
import { examplePhrase, exampleWord } from '#app/domain/browsing/example-word.ts'
import { typedAs } from '#app/domain/browsing/excerpt.ts'
import { eachFilter, withoutFilter, type CommitmentFilters } from '#app/domain/browsing/filters.ts'
import { facetsOf, pageOf, type Cut, type PublicIndex } from '#app/domain/browsing/public-index.ts'
import { rankedPage, type Match } from '#app/domain/browsing/ranked-page.ts'
import { readSearch, type Search } from '#app/domain/browsing/search-text.ts'
import { snippetOf } from '#app/domain/browsing/snippet.ts'
import type { Terms } from '#app/domain/commitments/terms.ts'
import { hex } from '#app/domain/ledger/bytes.ts'
import { wordsIn, type Locale, type LocalText } from '#app/domain/shared/language.ts'

import type { Database } from '../client.server.ts'
import { commitments, parties } from '../schema/commitments.ts'
import { logEntries } from '../schema/log.ts'
import { organisations } from '../schema/organisations.ts'
import { commitmentRows, listed } from './commitments.server.ts'
import { clauseNames, type ClauseName } from './declarations.server.ts'
import { publicCommitment } from './filters.server.ts'
import { PAGE_SIZE, readCursor, shownOn } from './keyset.server.ts'
import { recordState } from './log-head.server.ts'
import { findMatches, likelySpelling, RANKED } from './search.server.ts'
import { readAsked, selectionOf, type Selection } from './selection.server.ts'

const searchSorts = ['relevance', 'newest', 'due'] as const

/** What a search finds within its filters, before it is put in order and cut into pages. */
type Found = Selection & { ranked: readonly Match[]; isAll: boolean }

async function findWithin(
  db: Database,
  { written, terms }: Pick<Search, 'written' | 'terms'>,
  filters: CommitmentFilters,
  now: Date,
): Promise<Found> {
  if (terms.length === 0) {
    // Signs alone find nothing; who types nothing goes through the list.
    const selection = await selectionOf(db, filters, now, written === '' ? undefined : [])
    return { ...selection, ranked: [], isAll: true }
  }
  const narrowed = eachFilter(filters).length > 0
  const { ranked, isAll } = await findMatches(db, terms, async (ids) => {
    if (!narrowed) return true
    return countOf((await selectionOf(db, filters, now, ids)).selected) >= RANKED
  })
  const selection = await selectionOf(
    db,
    filters,
    now,
    ranked.map(({ id }) => id),
  )
  const { index, selected } = selection
  const isSelected = ({ id }: Match) => {
    const ordinal = index.ordinals.get(id)
    return ordinal !== undefined && hasBit(selected, ordinal)
  }
  return { ...selection, ranked: ranked.filter(isSelected), isAll }
}

function sorted({ index, selected, ranked }: Found, { terms }: Search, search: URLSearchParams) {
  const asked = searchSorts.find((name) => name === search.get('sort')) ?? 'relevance'
  const sort = asked === 'relevance' && terms.length === 0 ? 'newest' : asked
  const page = (paging: Cut) =>
    sort === 'relevance' ? rankedPage(ranked, paging) : pageOf(index, selected, { sort, ...paging })
  return { sort: asked, page }
}

/** Everything a search finds, in the order of its page: for the formats of the same list. */
export async function searchedCommitments(db: Database, params: URLSearchParams, now: Date) {
  const search = readSearch(params.get('q') ?? '')
  const { filters } = await readAsked(db, params)
  const found = await findWithin(db, search, filters, now)
  const { sort, page } = sorted(found, search, params)
  return { search, filters, sort, isAll: found.isAll, ids: page({ limit: Infinity }).ids }
}

/** One page of the commitments an address asks for, searched or not, from where it says on. */
export async function foundCommitments(
  db: Database,
  params: URLSearchParams,
  limit: number,
  now: Date,
) {
  const search = readSearch(params.get('q') ?? '')
  const { filters } = await readAsked(db, params)
  const found = await findWithin(db, search, filters, now)
  const { page } = sorted(found, search, params)
  const shown = page({ cursor: readCursor(params), limit, stops: true })
  const { next } = shownOn(shown)
  return { search, filters, isAll: found.isAll, ids: shown.ids, total: shown.total, next }
}

/** What is searched for, what was found of it, and what helps where that is nothing. */
export async function searchPage(db: Database, params: URLSearchParams, locale: Locale, now: Date) {
  const search = readSearch(params.get('q') ?? '')
  const { opened, organisation, filters } = await readAsked(db, params)
  const found = await findWithin(db, search, filters, now)
  const facets = facetsOf(found.index, filters, found.within)
  const { sort, page } = sorted(found, search, params)
  const shown = page({ cursor: readCursor(params), limit: PAGE_SIZE })
  const isStart = search.written === '' && eachFilter(filters).length === 0
  const clauses = clauseNames(opened)
  return {
    search,
    filters,
    facets,
    sort,
    isAll: found.isAll,
    /** How many are ranked where more match. */
    ranked: RANKED,
    shown: shownOn(shown),
    rows: isStart ? [] : await resultsOf(db, shown.ids, search, locale, clauses),
    examples: isStart ? await searchExamples(db, found.index, locale) : undefined,
    help: shown.total === 0 && !isStart ? await helpFor(db, search, filters, now) : undefined,
    organisation,
    declarations: opened.map(({ body: { key, code, title } }) => ({ key, code, title })),
    clauses: [...clauses.values()],
    record: await recordState(db, now),
  }
}
export type SearchPage = Awaited<ReturnType<typeof searchPage>>

/** All that is said in each, and who takes part: where the words that were found stand. */
const wordRows = (db: Database, ids: readonly string[]) =>
  db
    .select({
      id: commitments.id,
      terms: commitments.terms,
      names: sql<string>`(select json_group_array(json(o.names)) from ${parties} p
        join ${organisations} o on o.id = p.organisation_id
        where p.commitment_id = ${commitments}.id and p.state = 'accepted')`,
    })
    .from(commitments)
    .where(and(inArray(commitments.id, [...ids]), publicCommitment))

async function resultsOf(
  db: Database,
  ids: readonly string[],
  { terms: searched }: Search,
  locale: Locale,
  clauses: ReadonlyMap<string, ClauseName>,
) {
  if (ids.length === 0) return []
  const [rows, words] = await db.batch([
    commitmentRows(db, inArray(commitments.id, [...ids]), locale),
    wordRows(db, ids),
  ])
  const byId = new Map(rows.map((row) => [row.id, row]))
  const wordsById = new Map(words.map((row) => [row.id, row]))
  return ids.flatMap((id) => {
    const [row, said] = [byId.get(id), wordsById.get(id)]
    if (!row || !said) return []
    const names = JSON.parse(said.names) as LocalText[]
    const { title, snippet } = snippetOf(said.terms as Terms, names, searched, locale)
    return [{ ...listed(row, clauses), title, snippet }]
  })
}
export type SearchResult = SearchPage['rows'][number]

/** Searches that find something here, in each way something can be looked for. */
export type SearchExamples = Partial<{
  word: string
  phrase: string
  organisation: string
  number: string
  entry: number
  hash: string
}>

export async function searchExamples(
  db: Database,
  index: PublicIndex,
  locale: Locale,
): Promise<SearchExamples> {
  const { ids } = pageOf(index, index.all, { sort: 'newest', limit: PAGE_SIZE })
  if (ids.length === 0) return {}
  const [rows, [last]] = await db.batch([
    commitmentRows(db, inArray(commitments.id, ids), locale),
    db
      .select({ entry: logEntries.idx, hash: logEntries.leafHash })
      .from(logEntries)
      .orderBy(desc(logEntries.idx))
      .limit(1),
  ])
  const readable = rows.filter(({ lang }) => lang === locale)
  const titles = (readable.length > 0 ? readable : rows).map(({ title }) => title)
  const newest = rows.find(({ id }) => id === ids[0])
  const word = exampleWord(titles)
  const phrase = examplePhrase(titles)
  return {
    ...(word !== undefined && { word }),
    ...(phrase !== undefined && { phrase: `"${phrase}"` }),
    ...(newest && {
      organisation: wordsIn(newest.lead.names, locale).text,
      number: newest.number,
    }),
    ...(last && { entry: last.entry, hash: hex(new Uint8Array(last.hash)) }),
  }
}

/** Where nothing was found: what to leave out, with what that finds, and a likelier spelling. */
async function helpFor(db: Database, search: Search, filters: CommitmentFilters, now: Date) {
  const counted = async (terms: readonly string[], asked: CommitmentFilters) => {
    const found = await findWithin(db, { ...search, terms }, asked, now)
    return { count: countOf(found.selected), isAll: found.isAll }
  }
  const withoutFilters = await inTurn(eachFilter(filters), async ({ name, value }) => ({
    name,
    value,
    ...(await counted(search.terms, withoutFilter(filters, name, value))),
  }))
  const { terms } = search
  const withoutTerms =
    terms.length < 2 || terms.length > MANY_TERMS
      ? []
      : await inTurn(terms, async (term) => {
          const others = terms.filter((one) => one !== term)
          return {
            term: typedAs(search.written, [term]),
            others: typedAs(search.written, others),
            ...(await counted(others, filters)),
          }
        })
  const found = (one: { count: number }) => one.count > 0
  return {
    withoutFilters: withoutFilters.filter(found),
    withoutTerms: withoutTerms.filter(found),
    spelling: terms.length > MANY_TERMS ? undefined : await likelySpelling(db, search),
  }
}

const MANY_TERMS = 5

/** One after the other: what is asked for few readers is not to hold up the others. */
async function inTurn<one, answer>(all: readonly one[], ask: (one: one) => Promise<answer>) {
  const answers: answer[] = []
  for (const each of all) answers.push(await ask(each))
  return answers
}
