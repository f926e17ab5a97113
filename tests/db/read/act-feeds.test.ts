import type { SQL } from 'drizzle-orm'
import { beforeAll, expect, it } from 'vitest'

import {
  clauseActs,
  newestActRows,
  oftenUnder,
  organisationActs,
  recordActs,
  seldomUnder,
} from '#app/db/read/act-feeds.server.ts'
import { calendarOf } from '#app/db/read/calendar.server.ts'
import { chosenMilestones, milestoneSummaries } from '#app/db/read/chosen-milestones.server.ts'
import {
  chosenOrganisations,
  organisationSummaries,
} from '#app/db/read/chosen-organisations.server.ts'
import { fullRecord, type FullRecord } from '#tests/support/full-record.ts'
import { planOf, plansOf, sorts } from '#tests/support/query-plan.ts'
import { worldWithSecrets } from '#tests/support/secrets.ts'
import { NOW } from '#tests/support/world.ts'

let full: FullRecord
beforeAll(async () => {
  full = await fullRecord()
})

it('tells the newest first, and of what nobody outside may know nothing at all', async () => {
  const acts = (await recordActs(full.db, full.number, 'en', NOW))?.acts ?? []
  expect(acts.map(({ kind }) => kind)).toEqual([
    ...['correction.made', 'reply.made', 'review.decided', 'review.opened', 'milestone.reported'],
    ...['review.returned', 'review.opened', 'milestone.reported', 'commitment.amended'],
    ...['party.accepted', 'commitment.published'],
  ])
  const { db, w } = await worldWithSecrets()
  const clause = await clauseActs(db, 'qd2015/quality/2', 'en', NOW)
  expect(clause?.acts.every(({ subject }) => subject.of === 'commitment')).toBe(true)
  const other = await organisationActs(db, w.otherOrganisationId, 'en', NOW)
  expect(other?.acts.map(({ kind }) => kind)).toEqual(['org.verified'])
  expect(await organisationActs(db, 'org_nobody', 'en', NOW)).toBeUndefined()
  expect(await recordActs(db, 'QD-2026-9999', 'en', NOW)).toBeUndefined()
  expect(await clauseActs(db, 'qd2015/oer', 'en', NOW)).toBeUndefined()
})

it('finds the same under a clause of many commitments as under one of few', async () => {
  const { db } = full
  const key = 'qd2015/oer/1'
  const entriesOf = async (where: SQL) =>
    (await newestActRows(db, where, 'en')).map(({ entry }) => entry)
  const found = await entriesOf(seldomUnder(db, key))
  expect(found.length).toBeGreaterThan(10)
  expect(await entriesOf(oftenUnder(db, key))).toEqual(found)
  // The newest first by its index, and no more of them than are wanted.
  const plan = await planOf(db, newestActRows(db, oftenUnder(db, key), 'en'))
  expect(plan[0]).toMatch(/acts USING INDEX acts_entry_unique/)
  expect(sorts(plan)).toEqual([])
})

it('asks nothing that reads a growing table from end to end', async () => {
  const { db, number, w, id, milestones } = full
  const { chosen } = await chosenMilestones(db, new URLSearchParams(), NOW)
  const { ids } = await chosenOrganisations(db, new URLSearchParams(), NOW)
  const plans = await plansOf(db, async () => {
    await recordActs(db, number, 'en', NOW)
    await clauseActs(db, 'qd2015/oer/1', 'en', NOW)
    await organisationActs(db, w.organisationId, 'en', NOW)
    await calendarOf(db, { commitments: [id], from: '2026-01-01' }, 'en')
    await calendarOf(db, { milestones }, 'en')
    await milestoneSummaries(db, chosen, 'https://kept.example')
    await organisationSummaries(db, ids)
  })
  const scans = plans
    .flat()
    .filter((step) => step.startsWith('SCAN ') && !/VIRTUAL TABLE/.test(step))
  expect(scans.filter((step) => !/declarations|\(subquery/.test(step))).toEqual([])
})
