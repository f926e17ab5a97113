import { expect, it } from 'vitest'

import { endCoordinator } from '#app/use-cases/accounts/end-coordinator.server.ts'
import { takeReport } from '#app/use-cases/reviews/take-report.server.ts'
import { again } from '#tests/support/people.ts'
import { unchanged } from '#tests/support/unchanged.ts'
import { granted, published, reported, world } from '#tests/support/world.ts'

const why = 'The members voted for it.'

it('ends an appointment, and with it the right to take a case', async () => {
  const w = await world()
  const { id } = await reported(w, await published(w))
  granted(await endCoordinator(w.as(w.administrator), w.coordinator.userId, why))
  const former = await again(w.db, w.coordinator.userId)
  expect(former.coordinator).toBe(false)
  expect(await unchanged(w.db, () => takeReport(w.as(former), id))).toEqual({
    ok: false,
    code: 'coordinator-only',
  })
})

it('is for administrators, and for somebody who coordinates', async () => {
  const w = await world()
  const end = (actor: typeof w.partner, userId: string) =>
    unchanged(w.db, () => endCoordinator(w.as(actor), userId, why))
  for (const actor of [w.partner, w.coordinator, w.conflicted])
    expect(await end(actor, w.secondCoordinator.userId)).toMatchObject({
      code: 'administrator-only',
    })
  expect(await end(w.administrator, w.partner.userId)).toMatchObject({ code: 'not-a-coordinator' })
})
