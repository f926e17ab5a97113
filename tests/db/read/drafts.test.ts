import { expect, it } from 'vitest'

import {
  deskCommitment,
  draftingChoices,
  partnersPage,
  partyPage,
} from '#app/db/read/drafts.server.ts'
import { answerParty } from '#app/use-cases/commitments/answer-party.server.ts'
import { inviteParty } from '#app/use-cases/commitments/invite-party.server.ts'
import { returnCommitment } from '#app/use-cases/commitments/return-commitment.server.ts'
import { decideOrganisation } from '#app/use-cases/organisations/decide-organisation.server.ts'
import {
  drafted,
  granted,
  NOW,
  published,
  submitted,
  world,
  type World,
} from '#tests/support/world.ts'

const outsiders = (w: World) => [
  undefined,
  w.stranger,
  w.otherPartner,
  w.coordinator,
  w.administrator,
]

async function invited(w: World) {
  const commitment = await drafted(w)
  const { party } = granted(
    await inviteParty(w.as(w.partner), commitment.id, {
      organisationId: w.otherOrganisationId,
      role: 'Writes the courses',
      share: '',
    }),
  )
  return { commitment, party }
}

it('shows a commitment in any state to its own people and to nobody else', async () => {
  const w = await world()
  for (const { id } of [await drafted(w), await submitted(w), await published(w)]) {
    for (const who of [w.partner, w.editor, w.conflicted])
      expect((await deskCommitment(w.db, who, id, NOW))?.commitment.id).toBe(id)
    for (const who of outsiders(w)) {
      expect(await deskCommitment(w.db, who, id, NOW)).toBeUndefined()
      expect(await partnersPage(w.db, who, id, NOW)).toBeUndefined()
    }
  }
})

it('says what each member may do', async () => {
  const w = await world()
  const { id } = await drafted(w)
  const all = { submit: true, amend: true, withdraw: true }
  expect((await deskCommitment(w.db, w.partner, id, NOW))?.may).toEqual(all)
  expect((await deskCommitment(w.db, w.editor, id, NOW))?.may).toEqual({
    submit: false,
    amend: false,
    withdraw: false,
  })
})

it('carries the newest questions while it is returned, and none of a coordinator’s name', async () => {
  const w = await world()
  const { id } = await submitted(w)
  const questions = [{ field: 'title', text: 'Which districts?' }]
  granted(await returnCommitment(w.as(w.coordinator), id, questions))
  const page = await deskCommitment(w.db, w.partner, id, NOW)
  expect(page?.questions).toEqual(questions)
  expect(page?.saved.by).toBeNull()
})

it('offers partners that are verified and not asked yet', async () => {
  const w = await world()
  const { id } = await drafted(w)
  const candidates = async () =>
    (await partnersPage(w.db, w.partner, id, NOW))?.candidates.map((one) => one.id)
  expect(await candidates()).toEqual([w.otherOrganisationId])
  granted(
    await decideOrganisation(w.as(w.coordinator), w.otherOrganisationId, 'suspend', 'Unclear.'),
  )
  expect(await candidates()).toEqual([])
})

it('shows an invitation to the invited alone, and its draft only while it is open', async () => {
  const w = await world()
  const { party } = await invited(w)
  for (const who of [undefined, w.stranger, w.partner, w.editor, w.coordinator])
    expect(await partyPage(w.db, who, party.id, NOW)).toBeUndefined()
  const page = await partyPage(w.db, w.otherPartner, party.id, NOW)
  expect(page?.terms?.title).toBe('Train 12,000 primary teachers')
  expect(page?.may).toBe(true)
  granted(await answerParty(w.as(w.otherPartner), party.id, 'refuse', 'No time this year.'))
  expect((await partyPage(w.db, w.otherPartner, party.id, NOW))?.terms).toBeUndefined()
})

it('does not show the lead’s own part as an invitation', async () => {
  const w = await world()
  const { commitment } = await invited(w)
  const page = await deskCommitment(w.db, w.partner, commitment.id, NOW)
  expect(page?.partners.map(({ organisationId }) => organisationId)).toEqual([
    w.otherOrganisationId,
  ])
})

it('lets people begin for their own organisations that are not refused or suspended', async () => {
  const w = await world()
  const ids = async (who: World['partner']) =>
    (await draftingChoices(w.db, who)).organisations.map(({ id }) => id)
  expect(await ids(w.partner)).toEqual([w.organisationId])
  expect(await ids(w.stranger)).toEqual([])
  granted(await decideOrganisation(w.as(w.coordinator), w.organisationId, 'suspend', 'Unclear.'))
  expect(await ids(w.partner)).toEqual([])
})
