import { expect, it } from 'vitest'

import { organisationCase, screeningPage } from '#app/db/read/screening.server.ts'
import { editCommitment } from '#app/use-cases/commitments/edit-commitment.server.ts'
import { inviteParty } from '#app/use-cases/commitments/invite-party.server.ts'
import { returnCommitment } from '#app/use-cases/commitments/return-commitment.server.ts'
import { submitCommitment } from '#app/use-cases/commitments/submit-commitment.server.ts'
import { decideOrganisation } from '#app/use-cases/organisations/decide-organisation.server.ts'
import { removeMember } from '#app/use-cases/organisations/remove-member.server.ts'
import { again } from '#tests/support/people.ts'
import {
  daysFromNow,
  drafted,
  granted,
  NOW,
  published,
  submitted,
  terms,
  world,
} from '#tests/support/world.ts'

it('tells coordinators all of an organisation, its people and its history', async () => {
  const w = await world()
  const id = w.otherOrganisationId
  granted(
    await decideOrganisation(
      w.as(w.coordinator, daysFromNow(-3)),
      id,
      'suspend',
      'Its site is gone.',
    ),
  )
  const found = await organisationCase(w.db, w.coordinator, id, NOW)
  expect(found).toMatchObject({
    conflicted: false,
    organisation: { id, state: 'suspended', identityCheck: expect.any(String) },
    people: [
      { name: 'Person other', email: 'other@people.example', role: 'focal-point', until: null },
    ],
    history: [
      { kind: 'org.suspended', reason: 'Its site is gone.', by: 'Person coordinator' },
      { kind: 'org.verified', reason: null },
      { kind: 'org.registered', by: 'Person other', entry: null },
    ],
    published: 0,
  })
})

it('tells a coordinator of the organisation nothing but that, for 24 months', async () => {
  const w = await world()
  const ask = async () =>
    organisationCase(w.db, await again(w.db, w.conflicted.userId), w.organisationId, NOW)
  expect(await ask()).toEqual({ conflicted: true })
  const found = await organisationCase(w.db, w.coordinator, w.organisationId, NOW)
  const members = found?.conflicted === false ? found.people : []
  const { id } = members.find(({ name }) => name === 'Person conflicted') ?? { id: '' }
  granted(await removeMember(w.as(w.partner, daysFromNow(-30 * 23)), id))
  expect(await ask()).toEqual({ conflicted: true })
})

it('tells nobody else of organisations and commitments, and nobody of what is not there', async () => {
  const w = await world()
  const { id } = await submitted(w)
  for (const viewer of [undefined, w.stranger, w.partner, w.otherPartner, w.administrator]) {
    expect(await organisationCase(w.db, viewer, w.organisationId, NOW)).toBeUndefined()
    expect(await screeningPage(w.db, viewer, id, NOW)).toBeUndefined()
  }
  expect(await organisationCase(w.db, w.coordinator, 'org_none', NOW)).toBeUndefined()
  expect(await screeningPage(w.db, w.coordinator, 'cmt_none', NOW)).toBeUndefined()
})

it('shows a commitment at the door whole, with its partners and the SMART check', async () => {
  const w = await world()
  const { id } = await drafted(w)
  granted(
    await inviteParty(w.as(w.partner, daysFromNow(-150)), id, {
      organisationId: w.otherOrganisationId,
      role: 'Writes the materials',
      share: 'Four authors',
    }),
  )
  granted(await submitCommitment(w.as(w.partner, daysFromNow(-149)), id))
  expect(await screeningPage(w.db, w.coordinator, id, NOW)).toMatchObject({
    commitment: { id, state: 'submitted', terms: { title: 'Train 12,000 primary teachers' } },
    lead: { id: w.organisationId, state: 'verified' },
    declaration: { key: 'qd2015' },
    partners: [
      { organisation: { id: w.otherOrganisationId }, state: 'invited', share: 'Four authors' },
    ],
    looks: [],
    changes: undefined,
    smart: { lines: expect.arrayContaining([{ line: 'dates', clear: true, why: 'clear' }]) },
  })
})

it('does not know drafts, and tells nothing of a case of one’s own', async () => {
  const w = await world()
  const draft = await drafted(w)
  expect(await screeningPage(w.db, w.coordinator, draft.id, NOW)).toBeUndefined()
  const { id } = await submitted(w)
  expect(await screeningPage(w.db, w.conflicted, id, NOW)).toEqual({ conflicted: true })
  expect(await screeningPage(w.db, w.conflicted, (await published(w)).id, NOW)).toEqual({
    conflicted: true,
  })
})

it('shows what was asked and what changed since the last return', async () => {
  const w = await world()
  const { id } = await submitted(w)
  const questions = [{ field: 'beneficiaries', text: 'Which districts do they work in?' }]
  granted(await returnCommitment(w.as(w.coordinator, daysFromNow(-90)), id, questions))
  const answers = { beneficiaries: 'Primary teachers in the northern districts' }
  granted(await editCommitment(w.as(w.partner, daysFromNow(-80)), id, answers))
  granted(await submitCommitment(w.as(w.partner, daysFromNow(-79)), id))
  expect(await screeningPage(w.db, w.secondCoordinator, id, NOW)).toMatchObject({
    looks: [{ decision: 'returned', by: 'Person coordinator', questions }],
    changes: {
      changed: [{ field: 'beneficiaries', from: terms().beneficiaries, to: answers.beneficiaries }],
      removed: [],
    },
  })
})

it('names milestones that were taken out since', async () => {
  const w = await world()
  const [milestone] = terms().milestones
  const two = [
    milestone!,
    { ...milestone!, id: 'mls_2', title: '6,000 teachers trained', target: 6000 },
  ]
  const { id } = await submitted(w, { milestones: two })
  const asked = [{ field: 'milestones', text: 'Is the second one realistic?' }]
  granted(await returnCommitment(w.as(w.coordinator, daysFromNow(-90)), id, asked))
  const page = await screeningPage(w.db, w.coordinator, id, NOW)
  const [kept] = (page?.conflicted === false && page.commitment.terms.milestones) || []
  granted(await editCommitment(w.as(w.partner, daysFromNow(-80)), id, { milestones: [kept!] }))
  expect(await screeningPage(w.db, w.coordinator, id, NOW)).toMatchObject({
    changes: { changed: [], removed: [{ title: '6,000 teachers trained' }] },
  })
})
