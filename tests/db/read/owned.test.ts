import { expect, it } from 'vitest'

import { deskPage } from '#app/db/read/desk.server.ts'
import { answerParty } from '#app/use-cases/commitments/answer-party.server.ts'
import { inviteParty } from '#app/use-cases/commitments/invite-party.server.ts'
import { granted, NOW, published, world, type World } from '#tests/support/world.ts'

const deskOf = async (w: World, who = w.partner) => (await deskPage(w.db, who, NOW))!

it('counts a commitment as owned by its lead and by partners that accepted', async () => {
  const w = await world()
  const commitment = await published(w)
  const { party } = granted(
    await inviteParty(w.as(w.partner), commitment.id, {
      organisationId: w.otherOrganisationId,
      role: 'Writes the courses',
      share: '',
    }),
  )
  const before = await deskOf(w, w.otherPartner)
  expect(before.sections.invitations).toMatchObject([{ kind: 'invitation', id: party.id }])
  expect(before.owned).toEqual([])
  granted(await answerParty(w.as(w.otherPartner), party.id, 'accept', ''))
  const after = await deskOf(w, w.otherPartner)
  expect(after.sections.invitations).toEqual([])
  expect(after.owned).toMatchObject([
    { id: commitment.id, part: 'partner', partyId: party.id, clause: '3.2' },
  ])
  expect((await deskOf(w)).owned).toMatchObject([{ part: 'lead', partyId: null }])
})
