import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'

import { evidence } from '#app/db/schema/evidence.ts'
import { reports } from '#app/db/schema/milestones.ts'
import { doomedFiles } from '#app/db/schema/redactions.ts'
import { reviews } from '#app/db/schema/reviews.ts'
import { answerParty } from '#app/use-cases/commitments/answer-party.server.ts'
import { inviteParty } from '#app/use-cases/commitments/invite-party.server.ts'
import { attachFile } from '#app/use-cases/evidence/attach-file.server.ts'
import { removeEvidence } from '#app/use-cases/evidence/remove-evidence.server.ts'
import { SOMEBODY } from '#app/use-cases/ledger/restore-report.server.ts'
import { draftReport } from '#app/use-cases/milestones/draft-report.server.ts'
import { editReport } from '#app/use-cases/milestones/edit-report.server.ts'
import { submitReport } from '#app/use-cases/milestones/submit-report.server.ts'
import { confirmFinding } from '#app/use-cases/reviews/confirm-finding.server.ts'
import { proposeFinding } from '#app/use-cases/reviews/propose-finding.server.ts'
import { returnReport } from '#app/use-cases/reviews/return-report.server.ts'
import { takeOverReview } from '#app/use-cases/reviews/take-over-review.server.ts'
import { takeReport } from '#app/use-cases/reviews/take-report.server.ts'
import { checkLog } from '#tests/support/check-log.ts'
import { file } from '#tests/support/pieces.ts'
import { restoredAfter } from '#tests/support/restored.ts'
import { signedWorld } from '#tests/support/signed-world.ts'
import {
  findingContent,
  granted,
  NOW,
  published,
  reportContent,
  reported,
  terms,
  underReview,
} from '#tests/support/world.ts'

const two = () => {
  const [one] = terms().milestones
  return { milestones: [one!, { ...one!, id: 'mls_2', title: 'The other half' }] }
}

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

it('forgets evidence that was taken out before the report was handed in', async () => {
  const w = await signedWorld()
  const milestone = (await published(w)).terms.milestones![0]!.id
  const { report } = granted(await draftReport(w.as(w.partner), milestone))
  granted(await editReport(w.as(w.partner), report.id, reportContent))
  const wrong = granted(await attachFile(w.as(w.partner), report.id, file)).evidence.id
  const { db } = await restoredAfter(w, async () => {
    granted(await removeEvidence(w.as(w.partner), wrong))
    granted(await submitReport(w.as(w.partner), report.id))
  })
  expect(await db.$count(evidence)).toBe(0)
  expect(await db.select().from(doomedFiles)).toEqual([{ storedName: file.storedName, since: NOW }])
})
