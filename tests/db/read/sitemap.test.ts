import { expect, it } from 'vitest'

import { apiPage } from '#app/db/read/api-page.server.ts'
import {
  commitmentAddresses,
  entryAddresses,
  joinedInOrder,
  organisationAddresses,
  publishedInOrder,
  standingAddresses,
} from '#app/db/read/sitemap.server.ts'
import { fullRecord } from '#tests/support/full-record.ts'
import { fullScans, planOf, plansOf } from '#tests/support/query-plan.ts'
import { drafted, NOW } from '#tests/support/world.ts'

it('names what is public, the oldest first, with the moment of its newest act', async () => {
  const { db, id, other, number, w } = await fullRecord()
  const draft = await drafted(w)
  const ids = await publishedInOrder(db, NOW)
  expect(ids.toSorted()).toEqual([id, other.id].toSorted())
  const rows = await commitmentAddresses(db, [...ids, draft.id])
  expect(rows.map(({ key }) => key).toSorted()).toEqual([number, other.number].toSorted())
  for (const { changedAt } of rows) expect(changedAt).toBeGreaterThan(0)
  const joined = await joinedInOrder(db)
  expect(joined).toContain(w.organisationId)
  expect(await organisationAddresses(db, joined)).toHaveLength(joined.length)
  const { declarations, clauses } = await standingAddresses(db, NOW)
  expect([declarations, clauses.length > 3]).toEqual([['qd2015'], true])
})

it('asks for rows by their keys', async () => {
  const { db, id, w } = await fullRecord()
  for (const question of [
    commitmentAddresses(db, [id]),
    organisationAddresses(db, [w.organisationId]),
    entryAddresses(db, 0, 100),
  ])
    expect(fullScans(await planOf(db, question))).toEqual([])
  expect((await entryAddresses(db, 1, 3)).map(({ entry }) => entry)).toEqual([1, 2])
  await apiPage(db, NOW)
  const plans = await plansOf(db, () => apiPage(db, NOW))
  expect(plans.length).toBeGreaterThan(0)
  expect(plans.flatMap(fullScans)).toEqual([])
})
