import { expect, it } from 'vitest'

import { commitmentsPage } from '#app/db/read/commitments.server.ts'
import { withdrawCommitment } from '#app/use-cases/commitments/withdraw-commitment.server.ts'
import { growing, plansOf } from '#tests/support/query-plan.ts'
import { SECRET, worldWithSecrets } from '#tests/support/secrets.ts'
import {
  dayFromNow,
  daysFromNow,
  granted,
  NOW,
  published,
  reported,
  terms,
  world,
  type World,
} from '#tests/support/world.ts'

type Query = string | Record<string, string>
const page = (w: Pick<World, 'db'>, query: Query = {}) =>
  commitmentsPage(w.db, new URLSearchParams(query), 'en', NOW)
const numbers = async (w: World, query: Query) =>
  (await page(w, query)).rows.map((row) => row.number)

/** Thirty public commitments, one a day, with due days that do not follow their order. */
async function thirty() {
  const w = await world()
  const [first] = terms().milestones
  for (let place = 0; place < 30; place++)
    await published(
      w,
      { milestones: [{ ...first!, dueOn: dayFromNow(-25 + ((place * 7) % 30)) }] },
      daysFromNow(-100 + place),
    )
  return w
}

it('shows the public nothing of drafts, screenings and other private things', async () => {
  const { db, number } = await worldWithSecrets()
  const shown = await page({ db })
  expect(shown.rows.map((row) => row.number)).toEqual([number])
  expect(shown.shown.total).toBe(1)
  expect(JSON.stringify(shown)).not.toContain(SECRET)
})

it('reads every page once by key, forward and back, in each order', async () => {
  const w = await thirty()
  for (const sort of ['newest', 'due']) {
    const first = await page(w, { sort })
    expect(first.shown).toMatchObject({ from: 1, to: 25, total: 30, previous: undefined })
    const second = await page(w, { sort, after: first.shown.next ?? '' })
    expect(second.shown).toMatchObject({ from: 26, to: 30, page: 2, next: undefined })
    const all = [...first.rows, ...second.rows]
    expect(new Set(all.map((row) => row.id)).size).toBe(30)
    const keys = all.map((row) => (sort === 'due' ? row.nextDueOn : row.publishedOn))
    const inOrder = keys.toSorted((a, b) => String(a).localeCompare(String(b)))
    expect(keys).toEqual(sort === 'due' ? inOrder : inOrder.toReversed())
    const back = await page(w, { sort, before: second.shown.previous ?? '' })
    expect(back.rows).toEqual(first.rows)
    expect(back.shown.from).toBe(1)
  }
})

it('puts what has nothing left to report last, on whichever page that is', async () => {
  const w = await thirty()
  const [first] = terms().milestones
  const done = await published(w, { milestones: [{ ...first!, dueOn: dayFromNow(-40) }] }, NOW)
  await reported(w, done, { now: daysFromNow(0.1) })
  const start = await page(w, { sort: 'due' })
  const rest = await page(w, { sort: 'due', after: start.shown.next ?? '' })
  expect(rest.rows.at(-1)).toMatchObject({ number: done.number, nextDueOn: null })
  const { previous } = rest.shown
  expect((await page(w, { sort: 'due', before: previous ?? '' })).rows).toEqual(start.rows)
})

it('answers a cursor it cannot read, or one past the end, with the first page', async () => {
  const w = await world()
  await published(w)
  const past = Buffer.from(JSON.stringify([0, ''])).toString('base64url')
  for (const query of [{ after: 'nonsense' }, { after: past }, { before: past }])
    expect((await page(w, query)).shown).toMatchObject({ from: 1, total: 1 })
})

it('narrows by what was asked and leaves out what nothing answers to', async () => {
  const w = await world()
  const one = await published(w)
  const two = await published(
    w,
    { clause: 'qd2015/access/1', furtherClauses: [], scope: 'worldwide', places: [] },
    daysFromNow(-10),
  )
  const [a, b] = [one.number ?? '', two.number ?? '']
  expect(await numbers(w, { clause: 'qd2015/access/1' })).toEqual([b])
  expect(await numbers(w, { clause: 'qd2015/oer/1' })).toEqual([a])
  for (const country of ['KE', '014', '202', '002'])
    expect(await numbers(w, { country })).toEqual([a])
  expect(await numbers(w, { country: '142' })).toEqual([])
  expect(await numbers(w, { country: 'worldwide' })).toEqual([b])
  expect(await numbers(w, { group: 'government', year: '2026' })).toEqual([b, a])
  expect(await numbers(w, { year: '2024' })).toEqual([])
  expect(await numbers(w, { organisation: w.organisationId })).toEqual([b, a])
  expect(await numbers(w, { organisation: w.otherOrganisationId })).toEqual([])
  for (const nonsense of ['clause', 'country', 'group', 'year', 'outcome', 'assurance', 'due'])
    expect(await numbers(w, { [nonsense]: "' or 1=1 --" })).toEqual([b, a])
  expect((await page(w, { organisation: 'org_nobody', declaration: 'x' })).filters).toEqual({})
})

it('finds late, missing and timely reports, and what is due soon', async () => {
  const w = await world()
  const [first] = terms().milestones
  const due = (days: number) => ({ milestones: [{ ...first!, dueOn: dayFromNow(days) }] })
  const timely = await published(w, due(-10))
  await reported(w, timely)
  const late = await published(w, due(-60))
  await reported(w, late)
  const missing = await published(w, due(-31))
  const open = await published(w, due(-30))
  const soon = await published(w, due(60))
  const found = async (query: Record<string, string>) => new Set(await numbers(w, query))
  expect(await found({ reporting: 'on-time' })).toEqual(new Set([timely.number]))
  expect(await found({ reporting: 'late' })).toEqual(new Set([late.number]))
  expect(await found({ reporting: 'missing' })).toEqual(new Set([missing.number]))
  expect(await found({ due: 'soon' })).toEqual(new Set([soon.number]))
  expect(await found({ due: 'by-today' })).toEqual(new Set())
  granted(await withdrawCommitment(w.as(w.partner), missing.id, 'The budget line was cut.'))
  expect(await found({ reporting: 'missing' })).toEqual(new Set())
  expect(await found({})).toContain(open.number)
})

it('finds any of several values of one filter, and all of several filters', async () => {
  const w = await world()
  const inKenya = await published(w, { clause: 'qd2015/access/1', furtherClauses: [] })
  const inFrance = await published(w, { places: ['FR', 'KE'], furtherClauses: [] })
  const anywhere = await published(w, { scope: 'worldwide', places: [], furtherClauses: [] })
  const all = [anywhere.number, inFrance.number, inKenya.number]
  expect(await numbers(w, 'country=KE&country=worldwide')).toEqual(all)
  expect(await numbers(w, 'country=150&country=worldwide')).toEqual(all.slice(0, 2))
  expect(await numbers(w, 'country=KE&clause=qd2015/access/1&clause=qd2015/oer/1')).toEqual([
    inKenya.number,
  ])
  expect((await page(w, 'clause=qd2015/access/1&clause=qd2015/quality/2')).shown.total).toBe(3)
})

it('counts each option as what choosing it alone would find beside the other filters', async () => {
  const w = await world()
  await published(w)
  await published(w, { clause: 'qd2015/access/1', scope: 'worldwide', places: [] })
  const { facets, filters } = await page(w, { clause: 'qd2015/quality/2' })
  expect(filters).toEqual({ clause: ['qd2015/quality/2'] })
  expect(facets.clause).toEqual(
    expect.arrayContaining([
      { value: 'qd2015/access/1', count: 1 },
      { value: 'qd2015/quality/2', count: 1 },
      { value: 'qd2015/oer/1', count: 2 },
    ]),
  )
  expect(facets.country.toSorted((a, b) => (a.value < b.value ? -1 : 1))).toEqual([
    { value: '002', count: 1 },
    { value: '014', count: 1 },
    { value: '202', count: 1 },
    { value: 'KE', count: 1 },
    // Somebody promised something for the whole world, but not under this clause.
    { value: 'worldwide', count: 0 },
  ])
  expect(facets.year).toEqual([{ value: '2026', count: 1 }])
  for (const [name, options] of Object.entries(facets))
    for (const { value, count } of options) {
      const others = name === 'clause' ? {} : { clause: 'qd2015/quality/2' }
      expect((await page(w, { ...others, [name]: value })).shown.total).toBe(count)
    }
})

it('asks the database for the rows it shows, by their ids, and reads no whole table', async () => {
  const w = await thirty()
  await page(w, 'due=soon')
  for (const query of [
    '',
    'sort=due&outcome=on-track&outcome=behind&group=government&country=002&country=KE',
    'clause=qd2015/oer/1&year=2026&declaration=qd2015&assurance=claimed',
    `organisation=${w.organisationId}&due=by-today`,
    'due=soon&reporting=missing',
    `after=${(await page(w)).shown.next}`,
  ]) {
    const plans = await plansOf(w.db, () => page(w, query))
    // Declarations are few, and read whole wherever one is named.
    const plan = plans.flat().filter((step) => !step.startsWith('SCAN declarations'))
    expect([query, growing([plan])]).toEqual([query, []])
    expect(
      plan.filter((step) => /commitments USING (?!INDEX sqlite_autoindex)/.test(step)),
    ).toEqual([])
  }
})
