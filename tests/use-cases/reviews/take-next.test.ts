import { expect, it } from 'vitest'

import { takeNext } from '#app/use-cases/reviews/take-next.server.ts'
import { checkLog } from '#tests/support/check-log.ts'
import { refusals, refused, unchanged } from '#tests/support/unchanged.ts'
import {
  daysFromNow,
  granted,
  published,
  reported,
  submitted,
  world,
} from '#tests/support/world.ts'

it('takes the oldest report that nobody has', async () => {
  const w = await world()
  const both = [await published(w), await published(w)] as const
  const first = await reported(w, both[0], { now: daysFromNow(-7) })
  const second = await reported(w, both[1], { now: daysFromNow(-6) })
  expect(granted(await takeNext(w.as(w.coordinator))).id).toBe(first.id)
  expect(granted(await takeNext(w.as(w.coordinator))).id).toBe(second.id)
  expect(await refused(w.db, () => takeNext(w.as(w.coordinator)))).toBe('nothing-waits')
  await checkLog(w.db)
})

it('gives two who ask at once a report each', async () => {
  const w = await world()
  const reports = [
    await reported(w, await published(w), { now: daysFromNow(-7) }),
    await reported(w, await published(w), { now: daysFromNow(-6) }),
  ]
  const both = await Promise.all([
    takeNext(w.as(w.coordinator)),
    takeNext(w.as(w.secondCoordinator)),
  ])
  expect(both.map((one) => granted(one).id).toSorted()).toEqual(
    reports.map(({ id }) => id).toSorted(),
  )
})

it('takes nothing where the next case is decided on its own page', async () => {
  const w = await world()
  const { id } = await submitted(w)
  await reported(w, await published(w))
  const next = await unchanged(w.db, () => takeNext(w.as(w.coordinator)))
  expect(granted(next)).toMatchObject({ kind: 'commitment', id })
  expect(granted(await takeNext(w.as(w.coordinator), 'report')).kind).toBe('report')
})

it('has nothing for a coordinator of the organisation itself, and nothing for anybody else', async () => {
  const w = await world()
  await reported(w, await published(w))
  expect(
    await refusals(w, ['stranger', 'partner', 'administrator', 'conflicted'], (acting) =>
      takeNext(acting),
    ),
  ).toEqual({
    stranger: 'coordinator-only',
    partner: 'coordinator-only',
    administrator: 'coordinator-only',
    conflicted: 'nothing-waits',
  })
})
