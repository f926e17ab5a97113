import type { Terms } from '#app/domain/commitments/terms.ts'
import type { FileInput } from '#app/domain/evidence/evidence.ts'
import { amendCommitment } from '#app/use-cases/commitments/amend-commitment.server.ts'
import { answerParty } from '#app/use-cases/commitments/answer-party.server.ts'
import { inviteParty } from '#app/use-cases/commitments/invite-party.server.ts'
import { withdrawCommitment } from '#app/use-cases/commitments/withdraw-commitment.server.ts'
import { attachFile } from '#app/use-cases/evidence/attach-file.server.ts'
import { attachLink } from '#app/use-cases/evidence/attach-link.server.ts'
import { draftReport } from '#app/use-cases/milestones/draft-report.server.ts'
import { editReport } from '#app/use-cases/milestones/edit-report.server.ts'
import { submitReport } from '#app/use-cases/milestones/submit-report.server.ts'
import { confirmFinding } from '#app/use-cases/reviews/confirm-finding.server.ts'
import { proposeCorrection } from '#app/use-cases/reviews/propose-correction.server.ts'
import { proposeFinding } from '#app/use-cases/reviews/propose-finding.server.ts'
import { replyToFinding } from '#app/use-cases/reviews/reply-to-finding.server.ts'
import { returnReport } from '#app/use-cases/reviews/return-report.server.ts'
import { takeReport } from '#app/use-cases/reviews/take-report.server.ts'

import { file, link } from './pieces.ts'
import {
  dayFromNow,
  daysFromNow,
  findingContent,
  granted,
  published,
  reportContent,
  terms,
  world,
} from './world.ts'

/**
 * A register with one record that holds everything a record can: partner, amendment, a report sent
 * back and handed in again with evidence, a finding, a reply, a correction; and one withdrawn.
 */
export async function fullRecord(given: Partial<FileInput> = {}) {
  const w = await world()
  const { db, as, partner, coordinator, secondCoordinator, otherPartner } = w
  const [first] = terms().milestones
  const commitment = await published(w, {
    milestones: [first!, { ...first!, id: 'mls_2', title: 'All trained', dueOn: dayFromNow(100) }],
  })
  const { id } = commitment
  const number = commitment.number ?? ''
  const [one, two] = commitment.terms.milestones!
  const part = { organisationId: w.otherOrganisationId, role: 'Trains the trainers', share: '' }
  const { party } = granted(await inviteParty(as(partner, daysFromNow(-100)), id, part))
  granted(await answerParty(as(otherPartner, daysFromNow(-99)), party.id, 'accept', ''))

  const { title, text, endOn } = commitment.terms as Terms
  const later = { ...two!, dueOn: dayFromNow(130) }
  granted(
    await amendCommitment(as(partner, daysFromNow(-50)), id, {
      reason: 'The last district starts a month later than planned.',
      title: `${title} well`,
      text,
      endOn,
      milestones: [one!, later],
    }),
  )

  const { report } = granted(await draftReport(as(partner, daysFromNow(-9)), one!.id))
  const handIn = async (value: number, days: number) => {
    const content = { ...reportContent, value }
    granted(await editReport(as(partner, daysFromNow(days)), report.id, content))
    granted(await submitReport(as(partner, daysFromNow(days)), report.id))
    return granted(await takeReport(as(coordinator, daysFromNow(days)), report.id)).review.id
  }
  const pieces = {
    open: granted(
      await attachFile(as(partner, daysFromNow(-9)), report.id, {
        ...file,
        access: 'public',
        heldReason: '',
        ...given,
      }),
    ).evidence.id,
    held: granted(await attachFile(as(partner, daysFromNow(-9)), report.id, file)).evidence.id,
    link: granted(await attachLink(as(partner, daysFromNow(-9)), report.id, link)).evidence.id,
  }
  const questions = [{ field: 'value', text: 'How were they counted?' }]
  const returned = await handIn(3120, -9)
  granted(await returnReport(as(coordinator, daysFromNow(-8)), returned, questions))
  const review = await handIn(3100, -7)
  granted(await proposeFinding(as(coordinator, daysFromNow(-6)), review, findingContent))
  const reply = { stance: 'disputes', lang: 'en', text: 'We counted each of them twice.' } as const
  granted(await replyToFinding(as(partner, daysFromNow(-5)), review, reply))
  const correction = {
    finding: 'partly-achieved' as const,
    reviewedValue: 2900,
    reasons: 'One list was counted twice; 2,900 finished.',
  }
  const corrected = granted(
    await proposeCorrection(as(coordinator, daysFromNow(-4)), report.id, correction),
  ).review.id
  granted(await confirmFinding(as(secondCoordinator, daysFromNow(-4)), corrected))

  const other = await published(w, { title: 'Give every school a library' }, daysFromNow(-3))
  const reason = 'The programme lost its budget.'
  granted(await withdrawCommitment(as(partner, daysFromNow(-2)), other.id, reason))
  return {
    w,
    db,
    id,
    number,
    other: { id: other.id, number: other.number ?? '' },
    milestones: [one!.id, two!.id] as const,
    reportId: report.id,
    reviews: { returned, review, corrected },
    pieces,
  }
}
export type FullRecord = Awaited<ReturnType<typeof fullRecord>>
