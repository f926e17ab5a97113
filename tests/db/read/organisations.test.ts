import { inArray } from 'drizzle-orm'
import { expect, it } from 'vitest'

import {
  organisationPage,
  organisationRows,
  organisationsPage,
} from '#app/db/read/organisations.server.ts'
import { organisations } from '#app/db/schema/organisations.ts'
import { answerParty } from '#app/use-cases/commitments/answer-party.server.ts'
import { inviteParty } from '#app/use-cases/commitments/invite-party.server.ts'
import { decideOrganisation } from '#app/use-cases/organisations/decide-organisation.server.ts'
import { fullScans, planOf } from '#tests/support/query-plan.ts'
import { SECRET, worldWithSecrets } from '#tests/support/secrets.ts'
import { granted, NOW, published, world, type World } from '#tests/support/world.ts'

const list = (w: Pick<World, 'db'>, query: Record<string, string> = {}) =>
  organisationsPage(w.db, new URLSearchParams(query), NOW)
const open = (w: Pick<World, 'db'>, id: string) => organisationPage(w.db, id, 'en', NOW)

it('names verified and suspended organisations and no others, by name', async () => {
  const { w, db } = await worldWithSecrets()
  const reason = 'Its ministry was dissolved.'
  granted(await decideOrganisation(w.as(w.coordinator), w.otherOrganisationId, 'suspend', reason))
  const page = await list({ db })
  expect(JSON.stringify(page)).not.toContain(SECRET)
  expect(page.rows.map(({ id, state, made }) => [id, state, made])).toEqual([
    [w.organisationId, 'verified', 1],
    [w.otherOrganisationId, 'suspended', 0],
  ])
  const stored = await db
    .select({ id: organisations.id, state: organisations.state })
    .from(organisations)
  const hidden = stored.filter(({ state }) => state === 'registered' || state === 'refused')
  expect(hidden).toHaveLength(2)
  for (const { id } of hidden) expect(await open({ db }, id)).toBeUndefined()
  expect((await open({ db }, w.otherOrganisationId))?.history).toMatchObject([
    { kind: 'org.suspended', reason },
    { kind: 'org.verified', reason: null },
  ])
})

it('narrows by group, country and region, and takes no nonsense', async () => {
  const w = await world()
  const ids = async (query: Record<string, string>) =>
    (await list(w, query)).rows.map(({ id }) => id)
  expect(await ids({ group: 'teacher-organisation' })).toEqual([w.otherOrganisationId])
  expect(await ids({ country: '002' })).toHaveLength(2)
  expect(await ids({ country: 'CN' })).toEqual([])
  expect(await ids({ country: 'worldwide' })).toEqual([])
  expect(await ids({ country: 'XX', group: 'nobody', after: '???' })).toHaveLength(2)
  const { facets } = await list(w, { group: 'government' })
  expect(facets.country).toMatchObject([{ value: 'KE', count: 1 }])
  expect(facets.region).toEqual([{ value: '002', count: 1 }])
  expect(facets.group).toHaveLength(2)
})

it('keeps its account to what is public, and parts to those it accepted', async () => {
  const { w, db } = await worldWithSecrets()
  const lead = await open({ db }, w.organisationId)
  expect(JSON.stringify(lead)).not.toContain(SECRET)
  expect(JSON.stringify(lead)).not.toContain('official e-mail domain')
  expect(lead?.tally).toEqual({ 'on-track': 1 })
  expect(lead?.punctuality).toMatchObject({ onTime: 1, missing: 0 })
  const invited = await open({ db }, w.otherOrganisationId)
  expect(invited?.joined).toEqual([])
  expect(JSON.stringify(invited)).not.toContain(SECRET)
})

it('shows a part once it was accepted, until it is left', async () => {
  const w = await world()
  const commitment = await published(w)
  const { party } = granted(
    await inviteParty(w.as(w.partner), commitment.id, {
      organisationId: w.otherOrganisationId,
      role: 'Trains the trainers',
      share: '',
    }),
  )
  const parts = async () => (await open(w, w.otherOrganisationId))?.joined.map((row) => row.number)
  expect(await parts()).toEqual([])
  granted(await answerParty(w.as(w.otherPartner), party.id, 'accept', ''))
  expect(await parts()).toEqual([commitment.number])
  granted(await answerParty(w.as(w.otherPartner), party.id, 'leave', 'Our own funding ended.'))
  expect(await parts()).toEqual([])
})

it('reads no whole table', async () => {
  const { db } = await world()
  const where = inArray(organisations.state, ['verified', 'suspended'])
  expect(fullScans(await planOf(db, organisationRows(db, where)))).toEqual([])
})
