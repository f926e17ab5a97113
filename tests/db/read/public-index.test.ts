import { sql } from 'drizzle-orm'
import { expect, it } from 'vitest'

import { openDatabase, closeDatabase, type Database } from '#app/db/client.server.ts'
import { publicIndex } from '#app/db/read/public-index.server.ts'
import { countOf } from '#app/domain/browsing/bits.ts'
import { facetNames } from '#app/domain/browsing/filters.ts'
import { countsOf, pageOf, select, type PublicIndex } from '#app/domain/browsing/public-index.ts'
import { placeOf } from '#app/domain/places/m49.ts'
import { turnTheDay } from '#app/use-cases/accountability/turn-the-day.server.ts'
import { withdrawCommitment } from '#app/use-cases/commitments/withdraw-commitment.server.ts'
import { freshDatabase } from '#tests/support/database.ts'
import { growing, plansOf } from '#tests/support/query-plan.ts'
import { worldWithSecrets } from '#tests/support/secrets.ts'
import { story } from '#tests/support/story.ts'
import {
  dayFromNow,
  daysFromNow,
  drafted,
  granted,
  NOW,
  published,
  submitted,
  terms,
  world,
} from '#tests/support/world.ts'

/** Each facet of what is public, counted by SQL from the rows as they are. */
async function recounted(db: Database): Promise<Record<string, Record<string, number>>> {
  const isPublic = `state in ('published', 'withdrawn', 'closed') and published_at is not null`
  const count = async (value: string, from = 'commitments as c') => {
    const rows = await db.all<{ value: string; n: number }>(
      sql.raw(`select ${value} as value, count(*) as n from ${from}
        where ${isPublic} and ${value} is not null group by 1`),
    )
    return Object.fromEntries(rows.map(({ value: one, n }) => [one, n]))
  }
  const { rows: places } = await db.$client.execute(
    `select c.id, c.worldwide, p.place from commitments as c
      left join commitment_places as p on p.commitment_id = c.id where ${isPublic}`,
  )
  const within = new Map<string, Set<unknown>>()
  const put = (place: string, id: unknown) => {
    within.set(place, (within.get(place) ?? new Set()).add(id))
  }
  for (const { id, worldwide, place } of places) {
    if (worldwide === 1) put('worldwide', id)
    if (typeof place === 'string')
      for (const code of [place, ...(placeOf(place)?.within ?? [])]) put(code, id)
  }
  return {
    outcome: await count('c.outcome'),
    assurance: await count('c.assurance'),
    declaration: await count('c.declaration'),
    group: await count('c."group"'),
    year: await count("strftime('%Y', c.published_at / 1000, 'unixepoch')"),
    clause: await count(
      'k.clause',
      'commitment_clauses as k join commitments as c on c.id = k.commitment_id',
    ),
    country: Object.fromEntries([...within].map(([place, ids]) => [place, ids.size])),
    organisation: await count('c.lead_id'),
  }
}

const counted = (index: PublicIndex) => ({
  ...Object.fromEntries(
    facetNames.map((facet) => [
      facet,
      Object.fromEntries(
        countsOf(index, index.all, facet).map(({ value, count }) => [value, count]),
      ),
    ]),
  ),
  organisation: Object.fromEntries(
    [...index.leads.keys()]
      .map((id) => [id, countOf(select(index, { organisation: id }))] as const)
      .filter(([, n]) => n > 0),
  ),
})

const idsIn = (index: PublicIndex, sort: 'newest' | 'due') =>
  pageOf(index, index.all, { sort, limit: 1000 }).ids

async function check(db: Database, now: Date) {
  const index = await publicIndex(db, now)
  expect(counted(index)).toEqual(await recounted(db))
  const orders = {
    newest: sql`published_at desc, id desc`,
    due: sql`next_due_on asc nulls last, id asc`,
  }
  for (const sort of ['newest', 'due'] as const) {
    const rows = await db.all<{ id: string }>(sql`select id from commitments
      where state in ('published', 'withdrawn', 'closed') order by ${orders[sort]}`)
    expect(idsIn(index, sort)).toEqual(rows.map(({ id }) => id))
  }
}

it('counts after every act what a recount of the rows gives', async () => {
  const w = await world()
  await check(w.db, NOW)
  let steps = 0
  await story(w, async () => {
    steps += 1
    await check(w.db, NOW)
  })
  expect(steps).toBeGreaterThan(30)
  await check(w.db, daysFromNow(16))
}, 60_000)

it('holds no draft and nothing else that is not public', async () => {
  const { w, commitment } = await worldWithSecrets()
  expect(idsIn(await publicIndex(w.db, NOW), 'newest')).toEqual([commitment.id])
  await drafted(w)
  await submitted(w)
  expect(idsIn(await publicIndex(w.db, NOW), 'newest')).toEqual([commitment.id])
  await check(w.db, NOW)
})

it('is empty in an empty register', async () => {
  expect((await publicIndex(await freshDatabase(), NOW)).all.words.every((word) => !word)).toBe(
    true,
  )
})

const [milestone] = terms().milestones
const due = (days: number) => ({ milestones: [{ ...milestone!, dueOn: dayFromNow(days) }] })
const outcomesOf = (index: PublicIndex) =>
  Object.fromEntries(
    countsOf(index, index.all, 'outcome').flatMap(({ value, count }) =>
      count > 0 ? [[value, count]] : [],
    ),
  )

it('follows a day that turns without an act, in this process or in another', async () => {
  const w = await world()
  await published(w, due(-100), daysFromNow(-150))
  await published(w, due(30), daysFromNow(-150))
  expect(outcomesOf(await publicIndex(w.db, NOW))).toEqual({ 'on-track': 2 })
  await turnTheDay({ db: w.db, now: NOW })
  expect(outcomesOf(await publicIndex(w.db, NOW))).toEqual({ 'on-track': 1, 'no-report': 1 })

  const main = await w.db.get<{ file: string }>(sql`PRAGMA database_list`)
  const other = await openDatabase(`file:${main.file}`)
  // Turned elsewhere before anybody asked here on that day.
  await turnTheDay({ db: other, now: daysFromNow(61) })
  expect(outcomesOf(await publicIndex(w.db, daysFromNow(61)))).toEqual({
    'no-report': 1,
    behind: 1,
  })
  // And after.
  expect(outcomesOf(await publicIndex(w.db, daysFromNow(125)))).toEqual({
    'no-report': 1,
    behind: 1,
  })
  await turnTheDay({ db: other, now: daysFromNow(125) })
  expect(outcomesOf(await publicIndex(w.db, daysFromNow(125)))).toEqual({ 'no-report': 2 })
  closeDatabase(other)
})

it('misses no act that was done while it looked, and looks once for all who ask at once', async () => {
  const w = await world()
  const [one, two] = [await published(w), await published(w)]
  const early = publicIndex(w.db, NOW)
  granted(await withdrawCommitment(w.as(w.partner), one.id, 'The budget line was cut.'))
  expect(outcomesOf(await publicIndex(w.db, NOW))).toMatchObject({ withdrawn: 1 })
  await early
  granted(await withdrawCommitment(w.as(w.partner), two.id, 'The budget line was cut.'))
  const asked = await plansOf(w.db, async () => {
    const all = await Promise.all(Array.from({ length: 20 }, () => publicIndex(w.db, NOW)))
    expect(outcomesOf(all[0]!)).toEqual({ withdrawn: 2 })
  })
  // Two looks: the acts, who is still to turn, and in the first the one commitment.
  expect(asked.length).toBeLessThan(8)
})

it('reads only the end of the log and the commitments it tells of', async () => {
  const w = await world()
  await published(w)
  // A slice has five hundred rows, however many there are.
  const plans = async () =>
    (await plansOf(w.db, () => publicIndex(w.db, NOW))).map((plan) =>
      plan.filter((step) => step !== 'SCAN slice'),
    )
  expect((await plans()).flat().filter((step) => step.startsWith('SCAN '))).toEqual([])
  await published(w)
  const again = await plans()
  expect(growing(again)).toEqual([])
  expect(again.flat()).toContainEqual(expect.stringContaining('(entry>?)'))
})
