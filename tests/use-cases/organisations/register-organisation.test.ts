import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'

import { members, organisations } from '#app/db/schema/organisations.ts'
import { registerOrganisation } from '#app/use-cases/organisations/register-organisation.server.ts'
import { again } from '#tests/support/people.ts'
import { countActs, lastAct } from '#tests/support/recorded.ts'
import { granted, NOW, organisationInput, world } from '#tests/support/world.ts'

it('puts the organisation before the coordinators, not before the public', async () => {
  const w = await world()
  const before = await countActs(w.db)
  const { organisation } = granted(await registerOrganisation(w.as(w.stranger), organisationInput))
  expect(
    await w.db.select().from(organisations).where(eq(organisations.id, organisation.id)).get(),
  ).toMatchObject({
    state: 'registered',
    names: { en: organisationInput.name },
    sortName: 'ministry of learning',
    group: 'government',
    country: 'KE',
    invented: false,
    createdAt: NOW,
    joinedAt: null,
  })
  expect(organisation.id).toMatch(/^org_[0-9a-z]{8}$/)
  expect(await lastAct(w.db)).toMatchObject({
    kind: 'org.registered',
    subject: organisation.id,
    entry: null,
  })
  expect(await countActs(w.db)).toEqual({ all: before.all + 1, public: before.public })
})

it('makes whoever registers it its first focal point', async () => {
  const w = await world()
  const { organisation } = granted(await registerOrganisation(w.as(w.stranger), organisationInput))
  const rows = await w.db.select().from(members).where(eq(members.organisationId, organisation.id))
  expect(rows).toMatchObject([{ userId: w.stranger.userId, role: 'focal-point', until: null }])
  expect((await again(w.db, w.stranger.userId)).memberships).toHaveLength(1)
})

it('keeps a name of two hundred letters in any script', async () => {
  const w = await world()
  const name = '国家数字教育资源建设办公室'.repeat(16).slice(0, 200)
  const { organisation } = granted(
    await registerOrganisation(w.as(w.stranger), {
      ...organisationInput,
      name,
      lang: 'zh',
      nameInEnglish: 'Office for Open Resources',
    }),
  )
  expect(
    await w.db.select().from(organisations).where(eq(organisations.id, organisation.id)).get(),
  ).toMatchObject({
    names: { zh: name, en: 'Office for Open Resources' },
    sortName: 'office for open resources',
  })
})

it('registers once what is sent fifty times at once', async () => {
  const w = await world()
  const input = { ...organisationInput, name: 'Open Lessons Trust' }
  const register = async () =>
    granted(await registerOrganisation(w.as(w.stranger), input)).organisation.id
  const ids = await Promise.all(Array.from({ length: 50 }, register))
  expect(new Set(ids).size).toBe(1)
  // The same name, verified long ago by others, is no obstacle.
  const again = { ...input, name: organisationInput.name }
  const { organisation } = granted(await registerOrganisation(w.as(w.stranger), again))
  expect([w.organisationId, ids[0]]).not.toContain(organisation.id)
})
