import { and, eq } from 'drizzle-orm'
import { expect, it } from 'vitest'

import { newestCheckpoint } from '#app/db/read/log-tiles.server.ts'
import { commitments, parties } from '#app/db/schema/commitments.ts'
import { evidence } from '#app/db/schema/evidence.ts'
import { reports } from '#app/db/schema/milestones.ts'
import { reviews } from '#app/db/schema/reviews.ts'
import { writing } from '#app/db/transaction.server.ts'
import { answerParty } from '#app/use-cases/commitments/answer-party.server.ts'
import { inviteParty } from '#app/use-cases/commitments/invite-party.server.ts'
import { publishCommitment } from '#app/use-cases/commitments/publish-commitment.server.ts'
import { withdrawCommitment } from '#app/use-cases/commitments/withdraw-commitment.server.ts'
import { attachFile } from '#app/use-cases/evidence/attach-file.server.ts'
import { missingEntries } from '#app/use-cases/ledger/missing-entries.server.ts'
import { SOMEBODY } from '#app/use-cases/ledger/restore-commitment.server.ts'
import { restoreEntries } from '#app/use-cases/ledger/restore-entries.server.ts'
import { draftReport } from '#app/use-cases/milestones/draft-report.server.ts'
import { editReport } from '#app/use-cases/milestones/edit-report.server.ts'
import { submitReport } from '#app/use-cases/milestones/submit-report.server.ts'
import { confirmFinding } from '#app/use-cases/reviews/confirm-finding.server.ts'
import { proposeFinding } from '#app/use-cases/reviews/propose-finding.server.ts'
import { returnReport } from '#app/use-cases/reviews/return-report.server.ts'
import { takeOverReview } from '#app/use-cases/reviews/take-over-review.server.ts'
import { takeReport } from '#app/use-cases/reviews/take-report.server.ts'
import { checkLog } from '#tests/support/check-log.ts'
import { checkReplay } from '#tests/support/check-replay.ts'
import { backupOf, broughtBack } from '#tests/support/copies.ts'
import { mirrorOf } from '#tests/support/log-mirror.ts'
import { file } from '#tests/support/pieces.ts'
import { signedWorld } from '#tests/support/signed-world.ts'
import {
  findingContent,
  granted,
  NOW,
  published,
  reportContent,
  reported,
  submitted,
  terms,
  underReview,
} from '#tests/support/world.ts'

type Signed = Awaited<ReturnType<typeof signedWorld>>

/** What was backed up, brought back and filled with what happened meanwhile. */
async function restoredAfter(w: Signed, meanwhile: () => Promise<unknown>) {
  const backup = await backupOf(w.db)
  await meanwhile()
  await w.sign()
  const { db } = await broughtBack(backup)
  const missing = await missingEntries(db, mirrorOf(w.db), (await newestCheckpoint(w.db))!)
  await writing(db, (tx) => restoreEntries(tx, missing, NOW))
  await checkLog(db)
  await checkReplay(db, NOW)
  return { db, as: (actor: Signed['partner']) => ({ db, actor, now: NOW }) }
}
const two = () => {
  const [one] = terms().milestones
  return { milestones: [one!, { ...one!, id: 'mls_2', title: 'The other half' }] }
}

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

it('leaves what is being written on as it is', async () => {
  const w = await signedWorld()
  const commitment = await published(w, two())
  const { report, review } = await underReview(w, commitment)
  const asked = [{ field: 'value', text: 'How were they counted?' }]
  granted(await returnReport(w.as(w.coordinator), review.id, asked))
  const rewritten = { ...reportContent, happened: 'We count again, district by district.' }
  granted(await editReport(w.as(w.partner), report.id, rewritten))
  const party = { organisationId: w.otherOrganisationId, role: 'Trains', share: '' }
  const invited = granted(await inviteParty(w.as(w.partner), commitment.id, party)).party.id
  const { db, as } = await restoredAfter(w, () => reported(w, commitment, { index: 1, now: NOW }))

  const row = await db.select().from(reports).where(eq(reports.id, report.id)).get()
  expect(row).toMatchObject({ state: 'returned', content: rewritten })
  expect(await answerParty(as(w.otherPartner), invited, 'accept', '')).toMatchObject({ ok: true })
})

it('hands in the draft of the backup, with the file it had', async () => {
  const w = await signedWorld()
  const commitment = await published(w)
  const milestone = commitment.terms.milestones![0]!.id
  const { report } = granted(await draftReport(w.as(w.partner), milestone))
  granted(await editReport(w.as(w.partner), report.id, reportContent))
  const kept = granted(await attachFile(w.as(w.partner), report.id, file)).evidence.id
  let added = ''
  const { db } = await restoredAfter(w, async () => {
    const more = { ...file, storedName: 'bcdefgh012345678', sha256: 'cd'.repeat(32) }
    added = granted(await attachFile(w.as(w.partner), report.id, more)).evidence.id
    granted(await submitReport(w.as(w.partner), report.id))
  })
  const pieceOf = (id: string) => db.select().from(evidence).where(eq(evidence.id, id)).get()
  const { storedName, fileName, sha256 } = file
  expect(await pieceOf(kept)).toMatchObject({
    state: 'held',
    round: 1,
    storedName,
    fileName,
    sha256,
  })
  expect(await pieceOf(added)).toMatchObject({
    state: 'held',
    round: 1,
    storedName: null,
    fileName: null,
    sha256: 'cd'.repeat(32),
    size: file.size,
  })
})

it('gives a case that was begun meanwhile to whoever takes it over', async () => {
  const w = await signedWorld()
  const report = await reported(w, await published(w))
  const { db, as } = await restoredAfter(w, async () =>
    granted(await takeReport(w.as(w.coordinator), report.id)),
  )
  const review = (await db.select().from(reviews).get())!
  expect(review).toMatchObject({ state: 'open', coordinatorId: SOMEBODY })
  granted(await takeOverReview(as(w.secondCoordinator), review.id))
  granted(await proposeFinding(as(w.secondCoordinator), review.id, findingContent))
  granted(await confirmFinding(as(w.coordinator), review.id))
  await checkLog(db)
})

it('keeps a finding that was proposed in the backup, for the second person', async () => {
  const w = await signedWorld()
  const commitment = await published(w, two())
  const { review } = await underReview(w, commitment)
  granted(
    await proposeFinding(w.as(w.coordinator), review.id, {
      ...findingContent,
      finding: 'achieved',
    }),
  )
  const before = await w.db.select().from(reviews).get()
  const { db } = await restoredAfter(w, () => reported(w, commitment, { index: 1, now: NOW }))
  expect(await db.select().from(reviews).where(eq(reviews.id, review.id)).get()).toEqual(before)
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
