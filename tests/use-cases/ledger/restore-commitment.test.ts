import { and, eq } from 'drizzle-orm'
import { expect, it } from 'vitest'

import { commitments, parties } from '#app/db/schema/commitments.ts'
import { reviews } from '#app/db/schema/reviews.ts'
import { answerParty } from '#app/use-cases/commitments/answer-party.server.ts'
import { inviteParty } from '#app/use-cases/commitments/invite-party.server.ts'
import { publishCommitment } from '#app/use-cases/commitments/publish-commitment.server.ts'
import { submitCommitment } from '#app/use-cases/commitments/submit-commitment.server.ts'
import { withdrawCommitment } from '#app/use-cases/commitments/withdraw-commitment.server.ts'
import { SOMEBODY } from '#app/use-cases/ledger/restore-report.server.ts'
import { confirmFinding } from '#app/use-cases/reviews/confirm-finding.server.ts'
import { proposeFinding } from '#app/use-cases/reviews/propose-finding.server.ts'
import { restoredAfter } from '#tests/support/restored.ts'
import { signedWorld } from '#tests/support/signed-world.ts'
import {
  drafted,
  findingContent,
  granted,
  NOW,
  published,
  submitted,
  underReview,
} from '#tests/support/world.ts'

it('publishes a draft that was in the backup, and keeps who wrote it', async () => {
  const w = await signedWorld()
  const { id } = await submitted(w)
  const { db } = await restoredAfter(w, async () =>
    granted(await publishCommitment(w.as(w.coordinator), id)),
  )
  const row = await db.select().from(commitments).where(eq(commitments.id, id)).get()
  expect(row).toMatchObject({
    state: 'published',
    version: 1,
    createdBy: w.partner.userId,
    publishedAt: NOW,
    outcome: 'on-track',
  })
})

it('knows nobody by name of what came meanwhile', async () => {
  const w = await signedWorld()
  let id = ''
  const { db } = await restoredAfter(w, async () => {
    const commitment = await published(w)
    id = commitment.id
    const { review } = await underReview(w, commitment)
    granted(await proposeFinding(w.as(w.coordinator), review.id, findingContent))
    granted(await confirmFinding(w.as(w.secondCoordinator), review.id))
  })
  const row = await db.select().from(commitments).where(eq(commitments.id, id)).get()
  expect(row).toMatchObject({ createdBy: SOMEBODY, updatedBy: SOMEBODY })
  const review = await db.select().from(reviews).get()
  expect(review?.coordinatorId).toBe(SOMEBODY)
  expect(review?.confirmedById).not.toBe(SOMEBODY)
})

it('lets a partner leave, and a record end', async () => {
  const w = await signedWorld()
  const commitment = await published(w)
  const party = { organisationId: w.otherOrganisationId, role: 'Trains', share: '' }
  const invited = granted(await inviteParty(w.as(w.partner), commitment.id, party)).party.id
  granted(await answerParty(w.as(w.otherPartner), invited, 'accept', ''))
  const why = 'The donor closed the programme.'
  const { db } = await restoredAfter(w, async () => {
    granted(await answerParty(w.as(w.otherPartner), invited, 'leave', why))
    granted(await withdrawCommitment(w.as(w.partner), commitment.id, why))
  })
  expect(await db.select().from(parties).where(eq(parties.id, invited)).get()).toMatchObject({
    state: 'left',
    reason: why,
    answeredAt: NOW,
  })
  const ended = and(eq(commitments.id, commitment.id), eq(commitments.state, 'withdrawn'))
  expect(await db.select().from(commitments).where(ended).get()).toMatchObject({
    endReason: why,
    endedAt: NOW,
  })
})

it('leaves out a partner that took its consent back before the publication', async () => {
  const w = await signedWorld()
  const draft = await drafted(w)
  const party = { organisationId: w.otherOrganisationId, role: 'Trains', share: '' }
  const part = granted(await inviteParty(w.as(w.partner), draft.id, party)).party.id
  granted(await answerParty(w.as(w.otherPartner), part, 'accept', ''))
  const { db } = await restoredAfter(w, async () => {
    granted(await answerParty(w.as(w.otherPartner), part, 'leave', 'It is not ours.'))
    granted(await submitCommitment(w.as(w.partner), draft.id))
    granted(await publishCommitment(w.as(w.coordinator), draft.id))
  })
  expect(await db.select().from(parties).where(eq(parties.id, part)).get()).toMatchObject({
    state: 'refused',
  })
})
