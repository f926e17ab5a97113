import type { SQL } from 'drizzle-orm'
import fc from 'fast-check'
import { expect, it } from 'vitest'

import {
  findMatches,
  isAllFindable,
  likelySpelling,
  publicationsOf,
  RANKED,
  searchStatement,
  titlesLike,
} from '#app/db/read/search.server.ts'
import { commitments } from '#app/db/schema/commitments.ts'
import { searchTexts } from '#app/db/schema/search.ts'
import { readSearch, searchableText } from '#app/domain/browsing/search-text.ts'
import { foundBy } from '#tests/support/check-search.ts'
import { plansOf } from '#tests/support/query-plan.ts'
import { published, world, type World } from '#tests/support/world.ts'

/** So many more that can be found, made by writing rows: of most tests only their texts matter. */
async function many(w: World, texts: readonly { title: string; words: string }[]) {
  const { id: _, ...like } = await w.db
    .select()
    .from(commitments)
    .get()
    .then((row) => row!)
  const rows = texts.map(({ title, words }, i) => ({
    id: `cmt_many${i}`,
    entry: 1_000 + i,
    title: searchableText([title]),
    words: searchableText([words]),
  }))
  for (let from = 0; from < rows.length; from += 100) {
    const some = rows.slice(from, from + 100)
    await w.db
      .insert(commitments)
      .values(some.map(({ id }) => ({ ...like, id, number: `QD-2020-${id}`, externalId: null })))
    await w.db
      .insert(searchTexts)
      .values(some.map(({ id, ...row }) => ({ ...row, commitmentId: id })))
  }
}

it('finds those first whose title has every word, then the newest', async () => {
  const w = await world()
  const inText = await published(w, {
    text: 'Zebras are brought to every school, with open books.',
  })
  const inTitle = await published(w, { title: 'Open books about zebras' })
  const partly = await published(w, {
    title: 'Zebras for all',
    text: 'Every school in the district gets open shelves with books.',
  })
  expect(await foundBy(w.db, 'zebras open books')).toEqual([inTitle.id, partly.id, inText.id])
  expect(await foundBy(w.db, '"zebras for all"')).toEqual([partly.id])
  expect(await foundBy(w.db, 'zebras giraffes')).toEqual([])
})

it('ranks the newest thousand and every title, and goes on only when asked', async () => {
  const w = await world()
  await published(w)
  await many(
    w,
    Array.from({ length: RANKED + 200 }, (_, i) => ({
      title: i === 3 ? 'Zebras first of all' : `Number ${i}`,
      words: 'a zebra in the text',
    })),
  )
  const first = await findMatches(w.db, ['zebra'])
  expect(first.isAll).toBe(false)
  expect(first.ranked).toHaveLength(RANKED + 1)
  expect(first.ranked.slice(0, 2)).toEqual([
    { id: 'cmt_many3', entry: 1_003, titled: true },
    { id: `cmt_many${RANKED + 199}`, entry: 1_000 + RANKED + 199, titled: false },
  ])
  const asked: number[] = []
  const all = await findMatches(w.db, ['zebra'], (ids) => (asked.push(ids.length), false))
  expect([all.isAll, all.ranked.length, asked]).toEqual([true, RANKED + 200, [RANKED + 1]])
  expect(new Set(all.ranked.map(({ id }) => id)).size).toBe(RANKED + 200)

  await w.db.$client.execute('DELETE FROM search_texts WHERE entry < 1200 AND entry <> 1003')
  expect(await findMatches(w.db, ['zebra'])).toMatchObject({ isAll: false })
  await w.db.$client.execute('DELETE FROM search_texts WHERE entry < 1200')
  expect(await findMatches(w.db, ['zebra'])).toMatchObject({ isAll: true })
})

it('answers to anything that can be typed', async () => {
  const w = await world()
  await published(w)
  const syntax = fc.constantFrom(
    '"',
    "'",
    '*',
    '^',
    ':',
    '(',
    ')',
    '{',
    '}',
    '+',
    '-',
    'AND',
    'OR',
    'NOT',
    'NEAR',
    'title',
    '\0',
    '|',
    '教',
    'ا',
    'teachers',
    'a',
    ' ',
  )
  const typed = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.array(syntax, { maxLength: 12 }).map((parts) => parts.join('')),
  )
  await fc.assert(
    fc.asyncProperty(typed, async (text) => {
      const { terms, ...search } = readSearch(text)
      if (terms.length === 0) return
      expect(await findMatches(w.db, terms)).toMatchObject({ isAll: true })
      await likelySpelling(w.db, { terms, ...search })
    }),
    { numRuns: 60 },
  )
})

it.each([
  ['teachrs', 'teachers'],
  ['taechers primary', 'teachers primary'],
  ['primry taechers', 'primary teachers'],
  ['экономка', 'Экономика'],
  ['zebra', undefined],
  ['tea', undefined],
  ['primary', undefined],
])('for %s thinks of %s', async (typed, likely) => {
  const w = await world()
  await published(w)
  await published(w, { title: 'Экономика и школы' })
  expect(await likelySpelling(w.db, readSearch(typed))).toBe(likely)
})

it('knows whether all can be found', async () => {
  const w = await world()
  expect(await isAllFindable(w.db)).toBe(true)
  await published(w)
  expect(await isAllFindable(w.db)).toBe(true)
  await w.db.$client.execute('DELETE FROM search_texts')
  expect(await isAllFindable(w.db)).toBe(false)
})

it('is answered from the index, backwards from its end, and by keys', async () => {
  const w = await world()
  const plan = async (question: SQL) => (await plansOf(w.db, () => w.db.all(question))).flat()
  for (const question of [searchStatement(['teachers', 'open']), titlesLike('teachers')!]) {
    const steps = await plan(question)
    expect(steps.filter((step) => step.includes('VIRTUAL TABLE INDEX'))).not.toEqual([])
    // FTS5 says SCAN of every question; without the M it would match nothing and read all of it.
    expect(
      steps.filter(
        (step) =>
          step.startsWith('SCAN') &&
          !/VIRTUAL TABLE INDEX \d+:.*M|CONSTANT ROW|^SCAN \(subquery/.test(step),
      ),
    ).toEqual([])
    expect(steps.filter((step) => step.includes('TEMP B-TREE'))).toEqual([])
  }
  expect(await plan(publicationsOf([1, 2]))).toEqual([
    expect.stringMatching(/^SEARCH search_texts USING INTEGER PRIMARY KEY/),
    expect.stringMatching(/LIST SUBQUERY/),
    expect.stringMatching(/^SCAN json_each/),
  ])
})
