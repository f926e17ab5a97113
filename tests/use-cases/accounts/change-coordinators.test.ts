import { expect, it } from 'vitest'

import { changeCoordinators } from '#app/use-cases/accounts/change-coordinators.server.ts'
import { again } from '#tests/support/people.ts'
import { refused } from '#tests/support/unchanged.ts'
import { granted, world } from '#tests/support/world.ts'

const why = 'The members voted for it.'

it('appoints by address and ends by account, as the page asks', async () => {
  const w = await world()
  const coordinates = async () => (await again(w.db, w.partner.userId)).coordinator
  const appoint = { change: 'appoint', email: w.partner.email, reason: why } as const
  granted(await changeCoordinators(w.as(w.administrator), appoint))
  expect(await coordinates()).toBe(true)
  const end = { change: 'end', userId: w.partner.userId, reason: why } as const
  granted(await changeCoordinators(w.as(w.administrator), end))
  expect(await coordinates()).toBe(false)
})

it('does neither for anybody but an administrator', async () => {
  const w = await world()
  for (const asked of [
    { change: 'appoint', email: w.partner.email, reason: why },
    { change: 'end', userId: w.coordinator.userId, reason: why },
  ] as const)
    expect(await refused(w.db, async () => changeCoordinators(w.as(w.coordinator), asked))).toBe(
      'administrator-only',
    )
})
