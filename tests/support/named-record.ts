import { createHash } from 'node:crypto'
import { join } from 'node:path'

import { diskFiles } from '#app/adapters/files/disk-files.server.ts'
import { amendCommitment } from '#app/use-cases/commitments/amend-commitment.server.ts'
import { answerParty } from '#app/use-cases/commitments/answer-party.server.ts'
import { editCommitment } from '#app/use-cases/commitments/edit-commitment.server.ts'
import { inviteParty } from '#app/use-cases/commitments/invite-party.server.ts'
import { publishCommitment } from '#app/use-cases/commitments/publish-commitment.server.ts'
import { returnCommitment } from '#app/use-cases/commitments/return-commitment.server.ts'
import { submitCommitment } from '#app/use-cases/commitments/submit-commitment.server.ts'
import { attachFile } from '#app/use-cases/evidence/attach-file.server.ts'
import { attachLink } from '#app/use-cases/evidence/attach-link.server.ts'
import { draftReport } from '#app/use-cases/milestones/draft-report.server.ts'
import { editReport } from '#app/use-cases/milestones/edit-report.server.ts'
import { submitReport } from '#app/use-cases/milestones/submit-report.server.ts'
import { confirmFinding } from '#app/use-cases/reviews/confirm-finding.server.ts'
import { proposeFinding } from '#app/use-cases/reviews/propose-finding.server.ts'
import { replyToFinding } from '#app/use-cases/reviews/reply-to-finding.server.ts'
import { returnReport } from '#app/use-cases/reviews/return-report.server.ts'
import { sendBackFinding } from '#app/use-cases/reviews/send-back-finding.server.ts'
import { takeReport } from '#app/use-cases/reviews/take-report.server.ts'

import { file, link } from './pieces.ts'
import { folderOf } from './traces.ts'
import {
  daysFromNow,
  drafted,
  findingContent,
  granted,
  reportContent,
  terms,
  type World,
} from './world.ts'

/**
 * A record in which somebody is named wherever a record can hold words: public and private, kept
 * and replaced, in letters, in a file and in its name.
 */
export async function namedRecord(w: World, name: string) {
  const { as, partner, coordinator, secondCoordinator, otherPartner } = w
  const files = await diskFiles(join(await folderOf(w.db), 'files'))
  const at = (days: number) => daysFromNow(days)
  const by = (actor: World['partner'], days: number) => as(actor, at(days))
  const [one] = terms().milestones
  const named = terms({
    title: `Teachers trained by ${name}`,
    text: `${name} trains 12,000 primary teachers in rural districts, two weeks each. ${name} leads.`,
    milestones: [{ ...one!, title: `3,000 teachers (${name})`, responsible: name }],
    resources: [{ kind: 'financial', amount: 5, currency: 'KES', source: `A gift of ${name}` }],
  })
  const { id } = await drafted(w, named, at(-200))
  const party = { organisationId: w.otherOrganisationId, role: `Helps ${name}`, share: 'Half' }
  const invited = granted(await inviteParty(by(partner, -200), id, party)).party.id
  granted(await answerParty(by(otherPartner, -200), invited, 'accept', ''))
  granted(await submitCommitment(by(partner, -199), id))
  const asked = [{ field: 'text', text: `Who is ${name}, and in what office?` }]
  granted(await returnCommitment(by(coordinator, -199), id, asked))
  granted(await editCommitment(by(partner, -199), id, { ...named, translations: {} }))
  granted(await submitCommitment(by(partner, -199), id))
  const { commitment } = granted(await publishCommitment(by(coordinator, -198), id))
  const { milestones, title, text, endOn } = granted(
    await amendCommitment(by(partner, -197), id, {
      title: `Teachers, trained by ${name} and others`,
      text: named.text,
      endOn: named.endOn,
      reason: `The programme of ${name} takes others in.`,
      milestones: commitment.terms.milestones!,
    }),
  ).commitment.terms
  void [title, text, endOn]

  const { report } = granted(await draftReport(by(partner, -6), milestones![0]!.id))
  const content = { ...reportContent, happened: `${name} told us how each of the courses went.` }
  const early = { ...content, happened: `A first draft, in words ${name} would not like at all.` }
  granted(await editReport(by(partner, -6), report.id, early))
  granted(await editReport(by(partner, -6), report.id, content))
  const seen = granted(
    await attachLink(by(partner, -6), report.id, {
      ...link,
      title: `A page on ${name}`,
      url: `https://ministry.example/people?is=${encodeURIComponent(name)}`,
    }),
  ).evidence
  const arriving = await files.incoming()
  const bytes = Buffer.from(`What ${name} signed on each day of the course.\n`)
  await arriving.write(bytes)
  const kept = granted(
    await attachFile(by(partner, -6), report.id, {
      ...file,
      access: 'public',
      heldReason: '',
      title: `Signed by ${name}`,
      fileName: `signed by ${name}.txt`,
      mediaType: 'text/plain',
      storedName: await arriving.keep(),
      size: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    }),
  ).evidence
  granted(await submitReport(by(partner, -5), report.id))
  const first = granted(await takeReport(by(coordinator, -5), report.id)).review
  const questions = [{ field: 'happened', text: `Did ${name} count them alone?` }]
  granted(await returnReport(by(coordinator, -4), first.id, questions))
  granted(await submitReport(by(partner, -4), report.id))
  const { review } = granted(await takeReport(by(coordinator, -3), report.id))
  const { scores } = findingContent
  const found = {
    ...findingContent,
    reasons: `The lists of ${name} show 3,050 teachers who finished.`,
    scores: { ...scores, relevance: { score: 3, note: `Signed by ${name}` } },
  }
  granted(await proposeFinding(by(coordinator, -3), review.id, found))
  const why = `Ask ${name} first, please.`
  granted(await sendBackFinding(by(secondCoordinator, -3), review.id, why))
  granted(await proposeFinding(by(coordinator, -2), review.id, found))
  granted(await confirmFinding(by(secondCoordinator, -2), review.id))
  const reply = { stance: 'accepts', lang: 'en', text: `Thank you, ${name} will hear.` } as const
  granted(await replyToFinding(by(partner, -1), review.id, reply))
  return {
    id,
    number: commitment.number ?? '',
    files,
    link: seen.id,
    file: kept.id,
    storedName: kept.storedName ?? '',
    report: report.id,
    milestone: milestones![0]!.id,
  }
}
