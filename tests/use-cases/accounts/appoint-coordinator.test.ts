import { expect, it } from 'vitest'

import { actorOf, coordinatorsPage } from '#app/db/read/accounts.server.ts'
import { coordinators } from '#app/db/schema/accounts.ts'
import { acts } from '#app/db/schema/acts.ts'
import { appointCoordinator } from '#app/use-cases/accounts/appoint-coordinator.server.ts'
import { endCoordinator } from '#app/use-cases/accounts/end-coordinator.server.ts'
import { freshDatabase } from '#tests/support/database.ts'
import { person } from '#tests/support/people.ts'

const why = 'The members voted for it.'

const now = new Date('2027-03-01T08:00:00Z')

async function world() {
  const db = await freshDatabase()
  const administrator = await person(db, 'root', { administrator: true })
  const ada = await person(db, 'ada')
  const as = (actor: typeof ada) => ({ db, actor, now })
  return { db, administrator, ada, as }
}

it('makes a coordinator, once, and unmakes one', async () => {
  const { db, administrator, ada, as } = await world()
  expect((await appointCoordinator(as(administrator), ada.email, why)).ok).toBe(true)
  expect(await actorOf(db, ada.userId)).toMatchObject({ coordinator: true })
  expect(await appointCoordinator(as(administrator), ada.email, why)).toEqual({
    ok: false,
    code: 'already-a-coordinator',
  })
  expect(await coordinatorsPage(db, administrator, now)).toMatchObject([{ userId: ada.userId }])
  expect(await coordinatorsPage(db, ada, now)).toEqual([])

  expect((await endCoordinator(as(administrator), ada.userId, why)).ok).toBe(true)
  expect(await actorOf(db, ada.userId)).toMatchObject({ coordinator: false })
  expect((await appointCoordinator(as(administrator), ada.email, why)).ok).toBe(true)
  expect(await db.select().from(coordinators)).toHaveLength(2)
  expect((await db.select().from(acts)).map((act) => act.kind)).toEqual([
    'coordinator.appointed',
    'coordinator.ended',
    'coordinator.appointed',
  ])
})

it('refuses everybody else and writes nothing', async () => {
  const { db, ada, as } = await world()
  const coordinator = await person(db, 'grace', { coordinator: true })
  for (const actor of [ada, coordinator]) {
    const refused = { ok: false, code: 'administrator-only' }
    expect(await appointCoordinator(as(actor), ada.email, why)).toEqual(refused)
    expect(await endCoordinator(as(actor), coordinator.userId, why)).toEqual(refused)
  }
  expect(await db.select().from(acts)).toEqual([])
  expect(await actorOf(db, coordinator.userId)).toMatchObject({ coordinator: true })
})

it('knows nobody without an account', async () => {
  const { administrator, as } = await world()
  expect(await appointCoordinator(as(administrator), 'who@example.org', why)).toEqual({
    ok: false,
    code: 'account-missing',
  })
})

it('appoints once of fifty simultaneous wishes', async () => {
  const { db, administrator, ada, as } = await world()
  const results = await Promise.all(
    Array.from({ length: 50 }, () => appointCoordinator(as(administrator), ada.email, why)),
  )
  expect(results.filter((result) => result.ok)).toHaveLength(1)
  expect(await db.select().from(coordinators)).toHaveLength(1)
})
