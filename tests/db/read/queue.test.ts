import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'

import { queuePage } from '#app/db/read/queue.server.ts'
import { parties } from '#app/db/schema/commitments.ts'
import { members } from '#app/db/schema/organisations.ts'
import type { Viewer } from '#app/domain/shared/actor.ts'
import { answerParty } from '#app/use-cases/commitments/answer-party.server.ts'
import { inviteParty } from '#app/use-cases/commitments/invite-party.server.ts'
import { returnCommitment } from '#app/use-cases/commitments/return-commitment.server.ts'
import { submitCommitment } from '#app/use-cases/commitments/submit-commitment.server.ts'
import { registerOrganisation } from '#app/use-cases/organisations/register-organisation.server.ts'
import { proposeFinding } from '#app/use-cases/reviews/propose-finding.server.ts'
import { again, person } from '#tests/support/people.ts'
import {
  daysFromNow,
  drafted,
  findingContent,
  granted,
  NOW,
  organisationInput,
  published,
  reported,
  submitted,
  underReview,
  world,
  type World,
} from '#tests/support/world.ts'

const waiting = async (w: World, viewer: Viewer) =>
  (await queuePage(w.db, viewer, NOW))?.items.map(({ kind, id }) => [kind, id])

/** One case of every kind, the oldest first. */
async function filled() {
  const w = await world()
  const founder = await person(w.db, 'founder')
  const input = {
    ...organisationInput,
    name: 'Open Books Institute',
    website: 'https://books.example',
  }
  const { organisation } = granted(
    await registerOrganisation(w.as(founder, daysFromNow(-9)), input),
  )
  const commitment = await submitted(w, { title: 'Wait for screening' }, daysFromNow(-8))
  const report = await reported(w, await published(w), { now: daysFromNow(-7) })
  const { report: mine } = await underReview(w, await published(w))
  const { review, report: second } = await underReview(w, await published(w))
  granted(await proposeFinding(w.as(w.coordinator), review.id, findingContent))
  return { w, organisation, commitment, report, mine, second }
}

it('lists what waits, oldest first, what a colleague holds only when asked for', async () => {
  const { w, organisation, commitment, report, mine, second } = await filled()
  expect(await waiting(w, w.coordinator)).toEqual([
    ['organisation', organisation.id],
    ['commitment', commitment.id],
    ['report', report.id],
    ['report', mine.id],
  ])
  expect(await waiting(w, w.secondCoordinator)).toEqual([
    ['organisation', organisation.id],
    ['commitment', commitment.id],
    ['report', report.id],
    ['second', second.id],
  ])
  const held = await queuePage(w.db, w.secondCoordinator, NOW, 'colleague')
  expect(held?.items).toMatchObject([{ id: mine.id, heldBy: 'Person coordinator' }])
  expect(held?.counts).toEqual({
    organisation: 1,
    commitment: 1,
    report: 1,
    second: 1,
    colleague: 1,
  })
})

it('tells days, size, round and language of each', async () => {
  const { w } = await filled()
  const queue = await queuePage(w.db, w.coordinator, NOW)
  expect(queue?.items).toMatchObject([
    {
      days: 9,
      size: null,
      lang: 'en',
      heldBy: null,
      organisation: { names: { en: 'Open Books Institute' } },
    },
    { days: 8, size: 1, round: 1, title: 'Wait for screening', number: null },
    { days: 7, size: 0, round: 1, heldBy: null },
    { days: 5, size: 0, round: 1, heldBy: 'Person coordinator' },
  ])
  expect(queue?.total).toBe(4)
})

it('shows nothing to anybody else', async () => {
  const { w } = await filled()
  for (const viewer of [undefined, w.stranger, w.partner, w.otherPartner, w.administrator])
    expect(await queuePage(w.db, viewer, NOW)).toBeUndefined()
})

it('never lists a case of one’s own organisation, of any kind, nor its decisions', async () => {
  const { w, organisation } = await filled()
  const queue = await queuePage(w.db, w.conflicted, NOW)
  expect(queue?.items.map(({ kind, id }) => [kind, id])).toEqual([
    ['organisation', organisation.id],
  ])
  expect(queue?.counts).toEqual({ organisation: 1 })
  expect(new Set(queue?.decisions.map((one) => one.organisation.id))).toEqual(
    new Set([w.otherOrganisationId]),
  )
})

it('does not list an organisation of one’s own that waits to be verified', async () => {
  const w = await world()
  const { coordinator } = w
  granted(await registerOrganisation(w.as(coordinator, daysFromNow(-1)), organisationInput))
  expect(await waiting(w, await again(w.db, coordinator.userId))).toEqual([])
  expect(await waiting(w, w.secondCoordinator)).toHaveLength(1)
})

it('counts a former membership for 24 months, and every party that has not refused', async () => {
  const w = await world()
  const { id } = await drafted(w)
  const { party } = granted(
    await inviteParty(w.as(w.partner, daysFromNow(-20)), id, {
      organisationId: w.otherOrganisationId,
      role: 'Writes the materials',
      share: '',
    }),
  )
  granted(await submitCommitment(w.as(w.partner, daysFromNow(-19)), id))
  const left = (months: number) =>
    w.db
      .insert(members)
      .values({
        id: 'mbr_left',
        organisationId: w.otherOrganisationId,
        userId: w.secondCoordinator.userId,
        role: 'editor',
        since: daysFromNow(-1000),
        until: daysFromNow(-30 * months),
      })
      .onConflictDoUpdate({ target: members.id, set: { until: daysFromNow(-30 * months) } })
  const seenBy = async () => waiting(w, await again(w.db, w.secondCoordinator.userId))

  await left(23)
  expect(await seenBy()).toEqual([])
  await left(25)
  expect(await seenBy()).toHaveLength(1)
  await left(23)
  granted(await answerParty(w.as(w.otherPartner), party.id, 'refuse', 'We have no people for it.'))
  expect(await seenBy()).toHaveLength(1)
  await w.db.update(parties).set({ state: 'left' }).where(eq(parties.id, party.id))
  expect(await seenBy()).toEqual([])
})

it('counts how often a commitment came back', async () => {
  const w = await world()
  const { id } = await submitted(w)
  const asked = [{ field: 'title', text: 'Which teachers?' }]
  granted(await returnCommitment(w.as(w.coordinator, daysFromNow(-100)), id, asked))
  expect(await waiting(w, w.coordinator)).toEqual([])
  granted(await submitCommitment(w.as(w.partner, daysFromNow(-3)), id))
  expect((await queuePage(w.db, w.coordinator, NOW))?.items).toMatchObject([
    { id, round: 2, days: 3 },
  ])
})

it('tells the last decisions, newest first, with who took them', async () => {
  const w = await world()
  const { number } = await published(w)
  const queue = await queuePage(w.db, w.secondCoordinator, NOW)
  expect(queue?.decisions.map(({ kind, by, number: about }) => [kind, by, about])).toEqual([
    ['commitment.published', 'Person coordinator', number],
    ['org.verified', 'Person coordinator', null],
    ['org.verified', 'Person coordinator', null],
  ])
})
