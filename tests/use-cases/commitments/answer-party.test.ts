import { eq, isNotNull } from 'drizzle-orm'
import { expect, it } from 'vitest'

import { acts } from '#app/db/schema/acts.ts'
import { parties } from '#app/db/schema/commitments.ts'
import { disclosures } from '#app/db/schema/log.ts'
import { openDisclosure } from '#app/domain/ledger/disclosure.ts'
import { answerParty } from '#app/use-cases/commitments/answer-party.server.ts'
import { inviteParty } from '#app/use-cases/commitments/invite-party.server.ts'
import { publishCommitment } from '#app/use-cases/commitments/publish-commitment.server.ts'
import { submitCommitment } from '#app/use-cases/commitments/submit-commitment.server.ts'
import { checkLog } from '#tests/support/check-log.ts'
import { checkStanding } from '#tests/support/check-standing.ts'
import { countActs, lastAct } from '#tests/support/recorded.ts'
import { refusals, refused } from '#tests/support/unchanged.ts'
import {
  daysFromNow,
  drafted,
  granted,
  NOW,
  published,
  TODAY,
  world,
  type World,
} from '#tests/support/world.ts'

const proposal = { role: 'Trains the trainers', share: 'A third of the courses' }
const reason = 'We have no staff for it this year.'

async function invited(w: World, commitmentId: string, now = daysFromNow(-100)) {
  const input = { organisationId: w.otherOrganisationId, ...proposal }
  return granted(await inviteParty(w.as(w.partner, now), commitmentId, input)).party
}
const stateOf = async (w: World, id: string) =>
  (await w.db.select().from(parties).where(eq(parties.id, id)).get())?.state

/** Everything the public log says, opened. */
const saidInPublic = async (w: World) =>
  (await w.db.select().from(disclosures)).map(({ disclosure }) => openDisclosure(disclosure!))

it('accepts its own role and share in public', async () => {
  const w = await world()
  const { id } = await published(w)
  const party = await invited(w, id)
  granted(await answerParty(w.as(w.otherPartner), party.id, 'accept', ''))
  expect(await w.db.select().from(parties).where(eq(parties.id, party.id)).get()).toMatchObject({
    state: 'accepted',
    answeredAt: NOW,
    ...proposal,
  })
  expect(await lastAct(w.db)).toMatchObject({
    kind: 'party.accepted',
    subject: id,
    organisationId: w.otherOrganisationId,
    fields: { organisation: w.otherOrganisationId, ...proposal },
    entry: expect.any(Number),
  })
  await checkLog(w.db)
  await checkStanding(w.db, TODAY)
})

it('leaves in public, with its reason', async () => {
  const w = await world()
  const { id } = await published(w)
  const party = await invited(w, id)
  granted(await answerParty(w.as(w.otherPartner, daysFromNow(-9)), party.id, 'accept', ''))
  granted(await answerParty(w.as(w.otherPartner), party.id, 'leave', reason))
  expect(await stateOf(w, party.id)).toBe('left')
  expect(await lastAct(w.db)).toMatchObject({ kind: 'party.left', fields: { reason } })
  await checkLog(w.db)
})

it('refuses without the public ever reading that it was asked', async () => {
  const w = await world()
  const { id } = await published(w)
  const party = await invited(w, id)
  const before = await countActs(w.db)
  granted(await answerParty(w.as(w.otherPartner), party.id, 'refuse', reason))
  expect(await stateOf(w, party.id)).toBe('refused')
  expect((await countActs(w.db)).public).toBe(before.public)
  const said = JSON.stringify(await saidInPublic(w))
  expect(said).not.toContain(proposal.role)
  expect(said).not.toContain(reason)
})

it('is named at publication only if it has consented by then', async () => {
  const w = await world()
  const { id } = await drafted(w)
  const accepting = await invited(w, id)
  granted(await answerParty(w.as(w.otherPartner, daysFromNow(-50)), accepting.id, 'accept', ''))
  expect(await lastAct(w.db)).toMatchObject({ kind: 'party.consented', entry: null })
  granted(await submitCommitment(w.as(w.partner), id))
  granted(await publishCommitment(w.as(w.coordinator), id))
  const [act] = await w.db.select().from(acts).where(eq(acts.kind, 'commitment.published'))
  expect(act?.fields['parties']).toEqual([{ organisationId: w.otherOrganisationId, ...proposal }])
  await checkLog(w.db)
})

it.each(['', 'refuse', 'leave'] as const)(
  'is not named at publication after the answer "%s"',
  async (answer) => {
    const w = await world()
    const { id } = await drafted(w)
    const party = await invited(w, id)
    const now = daysFromNow(-50)
    if (answer === 'leave')
      granted(await answerParty(w.as(w.otherPartner, now), party.id, 'accept', ''))
    if (answer !== '')
      granted(await answerParty(w.as(w.otherPartner, now), party.id, answer, reason))
    granted(await submitCommitment(w.as(w.partner), id))
    granted(await publishCommitment(w.as(w.coordinator), id))
    const logged = await w.db.select().from(acts).where(isNotNull(acts.entry))
    const published = logged.find(({ kind }) => kind === 'commitment.published')
    expect(published?.fields['parties']).toEqual([])
    expect(JSON.stringify(published)).not.toContain(w.otherOrganisationId)
  },
)

it('tells nobody that it consented when it takes its consent back before publication', async () => {
  const w = await world()
  const { id } = await drafted(w)
  const party = await invited(w, id)
  granted(await answerParty(w.as(w.otherPartner), party.id, 'accept', ''))
  granted(await answerParty(w.as(w.otherPartner), party.id, 'leave', reason))
  expect(await stateOf(w, party.id)).toBe('left')
  expect(await lastAct(w.db)).toMatchObject({ kind: 'party.refused', entry: null })
})

it('is the invited organisation’s own focal point’s', async () => {
  const w = await world()
  const { id } = await published(w)
  const party = await invited(w, id)
  const people = ['stranger', 'partner', 'coordinator', 'conflicted', 'administrator'] as const
  for (const move of ['accept', 'refuse'] as const)
    expect(
      await refusals(w, people, (acting) => answerParty(acting, party.id, move, reason)),
    ).toEqual({
      stranger: 'not-your-organisation',
      partner: 'not-your-organisation',
      coordinator: 'not-your-organisation',
      conflicted: 'not-your-organisation',
      administrator: 'not-your-organisation',
    })
})

it('wants a reason for going, and a part to answer for', async () => {
  const w = await world()
  const { id } = await published(w)
  const party = await invited(w, id)
  const answer = (of: string, move: 'accept' | 'refuse' | 'leave', why: string) =>
    refused(w.db, () => answerParty(w.as(w.otherPartner), of, move, why))
  expect(await answer(party.id, 'refuse', ' ')).toBe('reason-needed')
  expect(await answer(party.id, 'leave', reason)).toBe('party-move-not-allowed')
  expect(await answer('pty_none', 'accept', '')).toBe('party-missing')
})

it('gives fifty simultaneous answers one effect', async () => {
  const w = await world()
  const { id } = await published(w)
  const party = await invited(w, id)
  const before = await countActs(w.db)
  const results = await Promise.all(
    Array.from({ length: 50 }, (_, i) =>
      answerParty(w.as(w.otherPartner), party.id, i % 2 ? 'accept' : 'refuse', reason),
    ),
  )
  expect(results.filter(({ ok }) => ok)).toHaveLength(1)
  expect((await countActs(w.db)).all).toBe(before.all + 1)
  await checkLog(w.db)
})
