import type { Terms } from '#app/domain/commitments/terms.ts'
import type { Result } from '#app/domain/shared/result.ts'
import { turnTheDay } from '#app/use-cases/accountability/turn-the-day.server.ts'
import { amendCommitment } from '#app/use-cases/commitments/amend-commitment.server.ts'
import { answerParty } from '#app/use-cases/commitments/answer-party.server.ts'
import { inviteParty } from '#app/use-cases/commitments/invite-party.server.ts'
import { publishCommitment } from '#app/use-cases/commitments/publish-commitment.server.ts'
import { withdrawCommitment } from '#app/use-cases/commitments/withdraw-commitment.server.ts'
import { openDeclaration } from '#app/use-cases/declarations/open-declaration.server.ts'
import { attachFile } from '#app/use-cases/evidence/attach-file.server.ts'
import { attachLink } from '#app/use-cases/evidence/attach-link.server.ts'
import { draftReport } from '#app/use-cases/milestones/draft-report.server.ts'
import { editReport } from '#app/use-cases/milestones/edit-report.server.ts'
import { submitReport } from '#app/use-cases/milestones/submit-report.server.ts'
import { decideOrganisation } from '#app/use-cases/organisations/decide-organisation.server.ts'
import { registerOrganisation } from '#app/use-cases/organisations/register-organisation.server.ts'
import { carryOutRedaction } from '#app/use-cases/redactions/carry-out-redaction.server.ts'
import { proposeRedaction } from '#app/use-cases/redactions/propose-redaction.server.ts'
import { confirmFinding } from '#app/use-cases/reviews/confirm-finding.server.ts'
import { proposeCorrection } from '#app/use-cases/reviews/propose-correction.server.ts'
import { proposeFinding } from '#app/use-cases/reviews/propose-finding.server.ts'
import { replyToFinding } from '#app/use-cases/reviews/reply-to-finding.server.ts'
import { returnReport } from '#app/use-cases/reviews/return-report.server.ts'
import { takeReport } from '#app/use-cases/reviews/take-report.server.ts'

import { declaration } from './facts.ts'
import { file, link } from './pieces.ts'
import {
  dayFromNow,
  daysFromNow,
  findingContent,
  granted,
  organisationInput,
  reportContent,
  submitted,
  terms,
  type World,
} from './world.ts'

const reason = 'The rains came early and the roads are closed.'

/**
 * Every kind of public act, once or more, each at a moment of its own, with private ones between.
 * `then` is called after each of them, with what was done.
 */
export async function story(w: World, then: (what: string) => Promise<void>) {
  const { partner, coordinator, secondCoordinator, otherPartner, otherOrganisationId } = w
  let minutes = 0
  const now = () => new Date(daysFromNow(-5).getTime() + (minutes += 1) * 60_000)
  const by = (actor: World['partner']) => w.as(actor, now())
  const did = async <result extends Result<unknown, string>>(
    what: string,
    doing: Promise<result>,
  ): Promise<Extract<result, { ok: true }>['value']> => {
    const value = granted(await doing)
    await then(what)
    return value
  }

  await did('open a declaration', openDeclaration(by(w.administrator), declaration))
  const { organisation } = granted(
    await registerOrganisation(by(w.stranger), { ...organisationInput, name: 'A new ministry' }),
  )
  for (const move of ['verify', 'suspend', 'reinstate', 'suspend'] as const)
    await did(move, decideOrganisation(by(coordinator), organisation.id, move, reason))

  const [one] = terms().milestones
  const two = { ...one!, id: 'mls_2', title: 'The other half', dueOn: dayFromNow(-8) }
  const { id } = await submitted(w, { milestones: [one!, two] }, now())
  const party = { organisationId: otherOrganisationId, role: 'Trains', share: 'A third' }
  const invite = async () => granted(await inviteParty(by(partner), id, party)).party.id
  const { commitment } = await did('publish', publishCommitment(by(coordinator), id))
  const { text, endOn, milestones } = commitment.terms as Terms
  const changed = { reason, title: 'Train them all, in two years', text, endOn, milestones }
  await did('amend', amendCommitment(by(partner), id, changed))
  const first = await invite()
  await did('take part', answerParty(by(otherPartner), first, 'accept', ''))
  await did('leave', answerParty(by(otherPartner), first, 'leave', reason))
  const second = await invite()
  await then('invite again')
  await did('take part again', answerParty(by(otherPartner), second, 'accept', ''))

  const [firstStone, secondStone] = milestones.map((milestone) => milestone.id)
  const { report } = granted(await draftReport(by(partner), firstStone!))
  granted(await editReport(by(partner), report.id, reportContent))
  granted(await attachFile(by(partner), report.id, file))
  granted(await attachLink(by(partner), report.id, link))
  await then('draft a report')
  await did('report', submitReport(by(partner), report.id))
  const asked = [{ field: 'value', text: 'How were they counted?' }]
  const look = (await did('take', takeReport(by(coordinator), report.id))).review.id
  await did('return', returnReport(by(coordinator), look, asked))
  granted(await editReport(by(partner), report.id, { ...reportContent, value: 2990 }))
  granted(await attachLink(by(partner), report.id, { ...link, title: 'The lists again' }))
  await then('edit the report')
  await did('report again', submitReport(by(partner), report.id))
  const review = (await did('take again', takeReport(by(secondCoordinator), report.id))).review.id
  await did('find', proposeFinding(by(secondCoordinator), review, findingContent))
  const reply = { stance: 'disputes' as const, lang: 'en' as const, text: reason }
  await did('reply', replyToFinding(by(partner), review, reply))
  const corrected = { finding: 'partly-achieved' as const, reviewedValue: 900, reasons: reason }
  const correction = granted(await proposeCorrection(by(coordinator), report.id, corrected)).review
  await then('propose a correction')
  await did('correct', confirmFinding(by(secondCoordinator), correction.id))

  const other = granted(await draftReport(by(partner), secondStone!)).report
  granted(await editReport(by(partner), other.id, reportContent))
  await did('report on the other', submitReport(by(partner), other.id))
  const otherLook = (await did('take the other', takeReport(by(coordinator), other.id))).review.id
  const failed = { ...findingContent, finding: 'not-achieved' as const }
  const decided = granted(await proposeFinding(by(coordinator), otherLook, failed)).review
  if (decided.state === 'proposed')
    await did('confirm', confirmFinding(by(secondCoordinator), otherLook))
  else await then('find the other')

  const withholding = async (words: string, evidenceIds: string[] = []) => {
    const wish = { words: [words], evidenceIds, basis: 'court' as const, reason: 'As ordered.' }
    const { redaction } = granted(await proposeRedaction(by(coordinator), id, wish))
    await then('propose to withhold')
    await did('withhold', carryOutRedaction(by(secondCoordinator), redaction.id))
  }
  await withholding('two weeks each')
  await withholding('rural districts')

  const later = daysFromNow(15)
  const more = await submitted(w, { title: 'A promise that is taken back' }, later)
  await did('publish more', publishCommitment(w.as(coordinator, later), more.id))
  await did('withdraw', withdrawCommitment(w.as(partner, later), more.id, reason))
  await turnTheDay({ db: w.db, now: daysFromNow(16) })
  await then('close')
}
