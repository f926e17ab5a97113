import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'

import { organisations } from '#app/db/schema/organisations.ts'
import { decideOrganisation } from '#app/use-cases/organisations/decide-organisation.server.ts'
import { registerOrganisation } from '#app/use-cases/organisations/register-organisation.server.ts'
import { checkLog } from '#tests/support/check-log.ts'
import { again } from '#tests/support/people.ts'
import { countActs, lastAct } from '#tests/support/recorded.ts'
import { refusals, refused } from '#tests/support/unchanged.ts'
import {
  daysFromNow,
  granted,
  join,
  NOW,
  organisationInput,
  world,
  type World,
} from '#tests/support/world.ts'

const reason = 'The domain belongs to somebody else.'

async function registered(w: World) {
  const input = { ...organisationInput, name: 'Institute of Learning' }
  const acting = w.as(w.stranger, daysFromNow(-20))
  return granted(await registerOrganisation(acting, input)).organisation.id
}
const rowOf = (w: World, id: string) =>
  w.db.select().from(organisations).where(eq(organisations.id, id)).get()

it('lets an organisation join the public register', async () => {
  const w = await world()
  const id = await registered(w)
  granted(await decideOrganisation(w.as(w.coordinator), id, 'verify', ''))
  expect(await rowOf(w, id)).toMatchObject({ state: 'verified', joinedAt: NOW, decidedAt: NOW })
  expect(await lastAct(w.db)).toMatchObject({
    kind: 'org.verified',
    subject: id,
    role: 'coordinator',
    fields: { names: { en: 'Institute of Learning' }, country: 'KE' },
    entry: expect.any(Number),
  })
  await checkLog(w.db)
})

it('suspends and reinstates in public, and keeps the day it joined', async () => {
  const w = await world()
  const id = w.organisationId
  const { joinedAt } = (await rowOf(w, id))!
  granted(await decideOrganisation(w.as(w.coordinator, daysFromNow(-2)), id, 'suspend', reason))
  expect(await rowOf(w, id)).toMatchObject({ state: 'suspended', reason })
  expect(await lastAct(w.db)).toMatchObject({ kind: 'org.suspended', fields: { reason } })
  granted(await decideOrganisation(w.as(w.coordinator), id, 'reinstate', reason))
  expect(await rowOf(w, id)).toMatchObject({ state: 'verified', joinedAt })
  expect(await lastAct(w.db)).toMatchObject({ kind: 'org.reinstated', fields: { reason } })
  await checkLog(w.db)
})

it('refuses in private: the public never knew of it', async () => {
  const w = await world()
  const id = await registered(w)
  const before = await countActs(w.db)
  granted(await decideOrganisation(w.as(w.coordinator), id, 'refuse', reason))
  expect(await rowOf(w, id)).toMatchObject({ state: 'refused', joinedAt: null, reason })
  expect((await countActs(w.db)).public).toBe(before.public)
})

it('is a coordinator’s who is no member of it', async () => {
  const w = await world()
  const people = ['stranger', 'partner', 'otherPartner', 'conflicted', 'administrator'] as const
  const suspend = (acting: Parameters<typeof decideOrganisation>[0]) =>
    decideOrganisation(acting, w.organisationId, 'suspend', reason)
  expect(await refusals(w, people, suspend)).toEqual({
    stranger: 'coordinator-only',
    partner: 'coordinator-only',
    otherPartner: 'coordinator-only',
    conflicted: 'conflict-of-interest',
    administrator: 'coordinator-only',
  })
})

it('cannot be verified by a coordinator who registered it', async () => {
  const w = await world()
  const { organisation } = granted(
    await registerOrganisation(w.as(w.coordinator), organisationInput),
  )
  const self = await again(w.db, w.coordinator.userId)
  const verify = () => decideOrganisation(w.as(self), organisation.id, 'verify', '')
  expect(await refused(w.db, verify)).toBe('conflict-of-interest')
})

it('is no longer decided by a coordinator who has joined it', async () => {
  const w = await world()
  const joined = await join(w.db, w.otherOrganisationId, w.otherPartner, w.coordinator, 'editor')
  const suspend = () => decideOrganisation(w.as(joined), w.otherOrganisationId, 'suspend', reason)
  expect(await refused(w.db, suspend)).toBe('conflict-of-interest')
})

it('wants a reason, a move that is open, and an organisation', async () => {
  const w = await world()
  const id = await registered(w)
  const decide = (of: string, move: 'verify' | 'refuse' | 'suspend' | 'reinstate', why = reason) =>
    refused(w.db, () => decideOrganisation(w.as(w.coordinator), of, move, why))
  expect(await decide(id, 'refuse', ' ')).toBe('reason-needed')
  expect(await decide(w.organisationId, 'suspend', ' ')).toBe('reason-needed')
  expect(await decide(id, 'suspend')).toBe('organisation-move-not-allowed')
  expect(await decide(w.organisationId, 'verify')).toBe('organisation-move-not-allowed')
  expect(await decide('org_none', 'verify')).toBe('organisation-missing')
})

it('gives fifty simultaneous decisions one effect', async () => {
  const w = await world()
  const id = await registered(w)
  const before = await countActs(w.db)
  const results = await Promise.all(
    Array.from({ length: 50 }, (_, i) =>
      decideOrganisation(w.as(w.coordinator), id, i % 2 ? 'verify' : 'refuse', reason),
    ),
  )
  expect(results.filter(({ ok }) => ok)).toHaveLength(1)
  expect((await countActs(w.db)).all).toBe(before.all + 1)
})
