import fc from 'fast-check'
import { expect, it } from 'vitest'

import { chosenMilestones } from '#app/db/read/chosen-milestones.server.ts'
import { homePage } from '#app/db/read/home.server.ts'
import { readCursor } from '#app/db/read/keyset.server.ts'
import {
  milestonesPage,
  pageOfDue,
  readPeriod,
  readStates,
} from '#app/db/read/milestones.server.ts'
import { organisationPage } from '#app/db/read/organisations.server.ts'
import { members } from '#app/db/schema/organisations.ts'
import { addDays } from '#app/domain/shared/dates.ts'
import { withdrawCommitment } from '#app/use-cases/commitments/withdraw-commitment.server.ts'
import { growing, plansOf } from '#tests/support/query-plan.ts'
import { SECRET, worldWithSecrets } from '#tests/support/secrets.ts'
import {
  dayFromNow,
  granted,
  NOW,
  published,
  reported,
  terms,
  TODAY,
  world,
  type World,
} from '#tests/support/world.ts'

const open = (w: Pick<World, 'db'>, query = '') =>
  milestonesPage(w.db, new URLSearchParams(query), 'en', NOW)

const [stone] = terms().milestones
const due = (...days: string[]) => ({
  milestones: days.map((dueOn, place) => ({ ...stone!, id: `mls_${place + 1}`, dueOn })),
})

it('shows this month where an address names none, or none there can be', async () => {
  const w = await world()
  await published(w)
  for (const query of ['', 'month=soon', 'month=2026-13', 'state=late&clause=none'])
    expect([query, await open(w, query)]).toMatchObject([query, { period: '2026-11', states: [] }])
  expect(readPeriod(new URLSearchParams('month=2027'), TODAY)).toBe('2027')
  expect(readStates(new URLSearchParams('state=silent&state=x&state=planned'))).toEqual([
    'planned',
    'silent',
  ])
})

it('finds just the milestones that the figures of how promptly reports come are made of', async () => {
  const w = await world()
  await published(w, due('2026-06-01', '2026-07-01', '2026-12-24'))
  await reported(w, await published(w, due('2026-10-01')))
  const withdrawn = await published(w, due('2026-10-01'))
  await reported(w, withdrawn)
  const reason = 'The budget it rested on was cut.'
  granted(await withdrawCommitment(w.as(w.partner), withdrawn.id, reason))
  const found = async (reporting: string) => {
    const search = new URLSearchParams({ month: 'all', reporting })
    const page = await milestonesPage(w.db, search, 'en', NOW)
    const { chosen } = await chosenMilestones(w.db, search, NOW)
    expect([page.period, page.shown.total]).toEqual(['all', chosen.length])
    return chosen.length
  }
  const all = async () => {
    const [onTime, late, missing] = [
      await found('on-time'),
      await found('late'),
      await found('missing'),
    ]
    const { punctuality } = await homePage(w.db, 'en', NOW)
    const account = await organisationPage(w.db, w.organisationId, 'en', NOW)
    expect(punctuality).toMatchObject({ onTime, late, missing })
    expect(account?.punctuality).toEqual(punctuality)
    return [onTime, late, missing]
  }
  expect(await all()).toEqual([0, 1, 2])

  // Brought in from elsewhere, for an organisation nobody reports for here.
  await w.db.delete(members)
  expect(await all()).toEqual([0, 0, 0])
})

it('lists a month by day, counts each state, and says how long nobody reported', async () => {
  const w = await world()
  const { number } = await published(w, due('2026-10-31', '2026-11-01', '2026-12-01'))
  await reported(w, await published(w, due('2026-10-01')))
  const page = await open(w, 'month=2026-10')
  expect(page.rows.map(({ dueOn, state, daysLate }) => [dueOn, state, daysLate])).toEqual([
    ['2026-10-01', 'reported', null],
    ['2026-10-31', 'report-due', null],
  ])
  expect(page.rows[1]).toMatchObject({ number, titleLang: 'en', wasReported: 0 })
  expect(page.counts).toMatchObject({ reported: 1, 'report-due': 1, planned: 0 })
  expect(page.months.map(({ count }) => count)).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 1, 1])
  expect((await open(w, 'month=2026')).shown.total).toBe(4)
  const silent = await published(w, due('2026-06-01', '2026-10-20'))
  const { rows } = await open(w, 'month=2026&state=silent&state=overdue')
  expect(rows.map((row) => [row.number, row.state, row.daysLate])).toEqual([
    [silent.number, 'silent', 175],
    [silent.number, 'overdue', 34],
  ])
})

it('narrows by what its commitments are, and by how each was itself reported on', async () => {
  const w = await world()
  const one = await published(w, due('2026-06-01', '2026-09-01'))
  await reported(w, one, { index: 0 })
  await published(w, { ...due('2026-06-02'), clause: 'qd2015/oer/1', furtherClauses: [] })
  const total = async (query: string) => (await open(w, `month=2026&${query}`)).shown.total
  expect(await total('')).toBe(3)
  expect(await total('clause=qd2015/quality/2')).toBe(2)
  expect(await total('clause=qd2015/quality/2&clause=qd2015/oer/1')).toBe(3)
  expect(await total('group=academia')).toBe(0)
  expect(await total(`organisation=${w.organisationId}`)).toBe(3)
  expect(await total('reporting=late')).toBe(1)
  expect(await total('reporting=missing')).toBe(2)
  expect(await total('reporting=missing&state=overdue&state=reported')).toBe(1)
  // It has the form's other filters, and is not asked by it.
  expect((await open(w, 'due=soon&reporting=late')).filters).toEqual({ reporting: 'late' })
})

it('says where the nearest is when a month has nothing', async () => {
  const w = await world()
  expect((await open(w)).nearest).toEqual({ earlier: undefined, later: undefined })
  await published(w, due('2026-08-01', '2027-02-01'))
  expect((await open(w)).nearest).toEqual({
    earlier: { month: '2026-08', count: 1 },
    later: { month: '2027-02', count: 1 },
  })
  expect((await open(w, 'month=2026-08')).nearest).toBeUndefined()
})

it('tells the public nothing that is not public', async () => {
  const { db } = await worldWithSecrets()
  const page = await open({ db }, 'month=2026')
  expect(page.shown.total).toBeGreaterThan(0)
  expect(JSON.stringify(page)).not.toContain(SECRET)
})

// There are as few declarations as there are.
const aHandful = ['SCAN declarations']

it('reads no table that grows', async () => {
  const w = await world()
  await published(w, due(dayFromNow(-10), dayFromNow(10)))
  await open(w)
  for (const query of ['', 'month=2026&state=overdue', 'reporting=late&group=government'])
    expect(growing(await plansOf(w.db, () => open(w, query)))).toEqual(aHandful)
})

it('pages through all rows once, forwards and back', () => {
  const rows = fc
    .uniqueArray(fc.tuple(fc.integer({ min: 0, max: 40 }), fc.stringMatching(/^[0-9a-f]{1,4}$/)), {
      maxLength: 90,
      selector: ([, id]) => id,
    })
    .map((all) =>
      all
        .map(([day, id]) => ({ id, dueOn: addDays('2026-01-01', day), state: 'planned' as const }))
        .toSorted((a, b) => (`${a.dueOn} ${a.id}` < `${b.dueOn} ${b.id}` ? -1 : 1)),
    )
  fc.assert(
    fc.property(rows, (all) => {
      const at = (name: string, cursor: string) =>
        pageOfDue(all, readCursor(new URLSearchParams({ [name]: cursor })))
      const pages = [pageOfDue(all, undefined)]
      for (let next = pages[0]?.shown.next; next; next = pages.at(-1)?.shown.next)
        pages.push(at('after', next))
      expect(pages.flatMap((page) => page.rows)).toEqual(all)
      for (const [place, { shown }] of pages.entries())
        if (shown.previous)
          expect(at('before', shown.previous).rows).toEqual(pages[place - 1]?.rows)
    }),
    { numRuns: 40 },
  )
  // A cursor past the end starts over.
  const all = [{ id: 'a', dueOn: '2026-01-01', state: 'planned' as const }]
  expect(pageOfDue(all, { direction: 'after', key: '2030-01-01', id: 'z' }).rows).toEqual(all)
})
