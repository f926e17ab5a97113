import { expect, it } from 'vitest'

import { briefRows, dueSoon, homePage, latestReviewed } from '#app/db/read/home.server.ts'
import { members } from '#app/db/schema/organisations.ts'
import { gapsOf } from '#app/domain/browsing/coverage.ts'
import { turnTheDay } from '#app/use-cases/accountability/turn-the-day.server.ts'
import { confirmFinding } from '#app/use-cases/reviews/confirm-finding.server.ts'
import { freshDatabase } from '#tests/support/database.ts'
import { fullScans, planOf } from '#tests/support/query-plan.ts'
import { proposedInSecret, SECRET, worldWithSecrets } from '#tests/support/secrets.ts'
import {
  dayFromNow,
  daysFromNow,
  granted,
  NOW,
  published,
  terms,
  TODAY,
  world,
} from '#tests/support/world.ts'

it('stands on an empty install', async () => {
  const home = await homePage(await freshDatabase(), 'en', NOW)
  expect(home).toMatchObject({
    declarations: [],
    first: undefined,
    soon: [],
    silent: [],
    reviewed: [],
  })
  expect(home.record.size).toBe(0)
})

it('explains the first declaration before anybody has promised anything', async () => {
  const { db } = await world()
  const { first, tally } = await homePage(db, 'en', NOW)
  expect(tally).toEqual({})
  expect(first?.coverage.clauses).toHaveLength(17)
  expect(gapsOf(first!.coverage)).toHaveLength(7)
})

it('tells the public nothing that is not public', async () => {
  const { db, number } = await worldWithSecrets()
  const home = await homePage(db, 'en', NOW)
  expect(JSON.stringify(home)).not.toContain(SECRET)
  expect(home.tally).toEqual({ 'on-track': 1 })
  const { clauses, rows } = home.first!.coverage
  const made = rows.flatMap(({ group, cells }) =>
    cells.flatMap((cell, place) => (cell.made > 0 ? [`${clauses[place]?.key} ${group}`] : [])),
  )
  expect(made).toEqual(['qd2015/oer/1 government', 'qd2015/quality/2 government'])
  expect(home.soon.map((row) => [row.number, row.days])).toEqual([[number, 30]])
})

it('shows a finding only once its second person agrees', async () => {
  const { w, review, number } = await proposedInSecret()
  expect((await homePage(w.db, 'en', NOW)).reviewed).toEqual([])
  granted(await confirmFinding(w.as(w.secondCoordinator), review.id))
  const { reviewed, tally } = await homePage(w.db, 'en', NOW)
  expect(reviewed).toMatchObject([{ number, finding: 'achieved', day: TODAY }])
  expect(tally).toEqual({ kept: 1 })
})

it('puts first who has been silent longest, counted from the day that was due', async () => {
  const w = await world()
  const [first] = terms().milestones
  const due = (days: number) => ({ milestones: [{ ...first!, dueOn: dayFromNow(days) }] })
  const shorter = await published(w, due(-100), daysFromNow(-150))
  const longer = await published(w, due(-120), daysFromNow(-150))
  await turnTheDay({ db: w.db, now: NOW })
  const { silent, punctuality } = await homePage(w.db, 'en', NOW)
  expect(silent.map((row) => [row.number, row.days])).toEqual([
    [longer.number, 120],
    [shorter.number, 100],
  ])
  expect(punctuality).toEqual({ onTime: 0, late: 0, missing: 2, medianDaysLate: null })

  // As of an organisation whose plans were imported and who never joined: it owes nothing here.
  await w.db.update(members).set({ until: NOW })
  const { silent: nobody, punctuality: none } = await homePage(w.db, 'en', NOW)
  expect(nobody).toEqual([])
  expect(none).toMatchObject({ missing: 0 })
})

it('reads no whole table for its short lists', async () => {
  const { db } = await world()
  for (const question of [
    dueSoon(db, TODAY, 'en'),
    briefRows(db, ['cmt_x', 'cmt_y'], 'en'),
    latestReviewed(db, 'en'),
  ])
    expect(fullScans(await planOf(db, question))).toEqual([])
  expect((await planOf(db, dueSoon(db, TODAY, 'en')))[0]).toContain('milestones_by_due (due_on')
})
