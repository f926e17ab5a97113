import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'

import { parties } from '#app/db/schema/commitments.ts'
import { answerParty } from '#app/use-cases/commitments/answer-party.server.ts'
import { inviteParty } from '#app/use-cases/commitments/invite-party.server.ts'
import { decideOrganisation } from '#app/use-cases/organisations/decide-organisation.server.ts'
import { lastAct } from '#tests/support/recorded.ts'
import { refusals, refused } from '#tests/support/unchanged.ts'
import { drafted, granted, NOW, published, submitted, world } from '#tests/support/world.ts'

const proposal = { role: 'Trains the trainers', share: 'A third of the courses' }

it('proposes a role and a share, and tells the public nothing', async () => {
  const w = await world()
  const { id } = await published(w)
  const input = { organisationId: w.otherOrganisationId, ...proposal }
  const { party } = granted(await inviteParty(w.as(w.editor), id, input))
  expect(await w.db.select().from(parties).where(eq(parties.id, party.id)).get()).toMatchObject({
    commitmentId: id,
    organisationId: w.otherOrganisationId,
    kind: 'partner',
    state: 'invited',
    invitedAt: NOW,
    ...proposal,
  })
  expect(await lastAct(w.db)).toMatchObject({ kind: 'party.invited', subject: id, entry: null })
})

it('is for members of the lead', async () => {
  const w = await world()
  const { id } = await drafted(w)
  const input = { organisationId: w.otherOrganisationId, ...proposal }
  const people = ['stranger', 'otherPartner', 'coordinator', 'administrator'] as const
  expect(await refusals(w, people, (acting) => inviteParty(acting, id, input))).toEqual({
    stranger: 'not-your-organisation',
    otherPartner: 'not-your-organisation',
    coordinator: 'not-your-organisation',
    administrator: 'not-your-organisation',
  })
})

it('asks no organisation twice, and again only after a refusal', async () => {
  const w = await world()
  const { id } = await drafted(w)
  const input = { organisationId: w.otherOrganisationId, ...proposal }
  const { party } = granted(await inviteParty(w.as(w.partner), id, input))
  expect(await refused(w.db, () => inviteParty(w.as(w.partner), id, input))).toBe('already-a-party')
  granted(await answerParty(w.as(w.otherPartner), party.id, 'refuse', 'We have no staff.'))
  granted(await inviteParty(w.as(w.partner), id, input))
})

it('gives fifty simultaneous invitations one effect', async () => {
  const w = await world()
  const { id } = await drafted(w)
  const input = { organisationId: w.otherOrganisationId, ...proposal }
  const results = await Promise.all(
    Array.from({ length: 50 }, () => inviteParty(w.as(w.partner), id, input)),
  )
  expect(results.filter(({ ok }) => ok)).toHaveLength(1)
  expect(await w.db.select().from(parties).where(eq(parties.kind, 'partner'))).toHaveLength(1)
})

it('wants a commitment in hand and a verified organisation other than the lead', async () => {
  const w = await world()
  const { id } = await drafted(w)
  const { id: waiting } = await submitted(w)
  const invite = (of: string, organisationId: string) =>
    refused(w.db, () => inviteParty(w.as(w.partner), of, { organisationId, ...proposal }))
  expect(await invite('cmt_none', w.otherOrganisationId)).toBe('commitment-missing')
  expect(await invite(id, 'org_none')).toBe('organisation-missing')
  expect(await invite(id, w.organisationId)).toBe('party-is-lead')
  expect(await invite(waiting, w.otherOrganisationId)).toBe('commitment-not-editable')
  const why = 'Its domain lapsed.'
  granted(await decideOrganisation(w.as(w.coordinator), w.otherOrganisationId, 'suspend', why))
  expect(await invite(id, w.otherOrganisationId)).toBe('organisation-not-verified')
})
