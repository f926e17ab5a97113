import { createHash } from 'node:crypto'

import { amendmentInput } from '#app/domain/commitments/amendment.ts'
import { questionsInput } from '#app/domain/commitments/commitment.ts'
import { invitePartyInput } from '#app/domain/commitments/party.ts'
import { termSteps, type MilestoneTerms } from '#app/domain/commitments/terms.ts'
import { linkInput } from '#app/domain/evidence/evidence.ts'
import { reportInput } from '#app/domain/milestones/report.ts'
import { reasonInput } from '#app/domain/organisations/organisation.ts'
import { redactionInput } from '#app/domain/redactions/redaction.ts'
import { replyInput } from '#app/domain/reviews/reply.ts'
import { correctionInput, findingInput, sendBackInput } from '#app/domain/reviews/review.ts'
import { addDays, dayOf } from '#app/domain/shared/dates.ts'
import { typed } from '#app/domain/shared/written.ts'
import { baseName } from '#app/http/file-name.ts'
import { amendCommitment } from '#app/use-cases/commitments/amend-commitment.server.ts'
import { answerParty } from '#app/use-cases/commitments/answer-party.server.ts'
import { declineCommitment } from '#app/use-cases/commitments/decline-commitment.server.ts'
import { draftCommitment } from '#app/use-cases/commitments/draft-commitment.server.ts'
import { editCommitment } from '#app/use-cases/commitments/edit-commitment.server.ts'
import { inviteParty } from '#app/use-cases/commitments/invite-party.server.ts'
import { publishCommitment } from '#app/use-cases/commitments/publish-commitment.server.ts'
import { returnCommitment } from '#app/use-cases/commitments/return-commitment.server.ts'
import { submitCommitment } from '#app/use-cases/commitments/submit-commitment.server.ts'
import { withdrawCommitment } from '#app/use-cases/commitments/withdraw-commitment.server.ts'
import { attachFile } from '#app/use-cases/evidence/attach-file.server.ts'
import { attachLink } from '#app/use-cases/evidence/attach-link.server.ts'
import { draftReport } from '#app/use-cases/milestones/draft-report.server.ts'
import { editReport } from '#app/use-cases/milestones/edit-report.server.ts'
import { submitReport } from '#app/use-cases/milestones/submit-report.server.ts'
import { carryOutRedaction } from '#app/use-cases/redactions/carry-out-redaction.server.ts'
import { proposeRedaction } from '#app/use-cases/redactions/propose-redaction.server.ts'
import { refuseRedaction } from '#app/use-cases/redactions/refuse-redaction.server.ts'
import { confirmFinding } from '#app/use-cases/reviews/confirm-finding.server.ts'
import { proposeCorrection } from '#app/use-cases/reviews/propose-correction.server.ts'
import { proposeFinding } from '#app/use-cases/reviews/propose-finding.server.ts'
import { replyToFinding } from '#app/use-cases/reviews/reply-to-finding.server.ts'
import { returnReport } from '#app/use-cases/reviews/return-report.server.ts'
import { sendBackFinding } from '#app/use-cases/reviews/send-back-finding.server.ts'
import { takeReport } from '#app/use-cases/reviews/take-report.server.ts'
import { granted } from '#scripts/demonstration/stage.ts'

import type { Say, Stage } from './hostile-voice.ts'

const today = dayOf(new Date())
const inDays = (days: number) => addDays(today, days)

/** Every answer of the registration form, as its own schemas take it. */
function answersIn(say: Say, clause: string) {
  const milestone = (name: string, dueOn: string) => ({
    title: say(`${name}.title`, { most: 1000 }),
    dueOn,
    indicator: say(`${name}.indicator`, { most: 1000 }),
    unit: say(`${name}.unit`, { most: 120 }),
    baseline: '0',
    target: '10',
    evidenceExpected: say(`${name}.evidenceExpected`, { most: 1000 }),
    responsible: say(`${name}.responsible`),
  })
  return {
    ...termSteps.words.parse({
      lang: 'en',
      title: say('title'),
      text: say('text', { least: 40 }),
      problem: say('problem'),
    }),
    ...termSteps.clauses.parse({ clause }),
    ...termSteps.places.parse({
      scope: 'places',
      places: ['KE'],
      beneficiaries: say('beneficiaries'),
      beneficiaryCount: '10',
    }),
    ...termSteps.dates.parse({ startOn: inDays(-300), endOn: inDays(300) }),
    ...termSteps.milestones.parse({
      milestones: [milestone('milestone', inDays(-9))],
    }),
    ...termSteps.resources.parse({
      resources: [
        { kind: 'financial', amount: '5', currency: 'KES', source: say('resource.source') },
      ],
      responsible: say('responsible'),
      contactRole: say('contactRole'),
      sdgTargets: ['4.c'],
    }),
    translations: {},
  }
}

type Place = { organisation: string; partner: string; clause: string }

async function drafted({ by, people }: Stage, say: Say, { organisation, clause }: Place) {
  const { id } = granted(
    'draft',
    await draftCommitment(await by(people.partner), {
      organisationId: organisation,
      declaration: 'hostile',
    }),
  ).commitment
  const answers = answersIn(say, clause)
  granted('answers', await editCommitment(await by(people.partner), id, answers))
  return { id, answers }
}

async function submitted(stage: Stage, say: Say, place: Place) {
  const { id } = await drafted(stage, say, place)
  granted('submit', await submitCommitment(await stage.by(stage.people.partner), id))
  return id
}

async function published(stage: Stage, say: Say, place: Place) {
  const id = await submitted(stage, say, place)
  return granted('publish', await publishCommitment(await stage.by(stage.people.coordinator), id))
    .commitment
}

const reasonFrom = (say: Say, field: string) =>
  reasonInput.parse({ reason: say(field, { least: 10 }) }).reason

async function invited({ by, people }: Stage, say: Say, id: string, organisationId: string) {
  const input = invitePartyInput.parse({
    organisationId,
    role: say('party.role', { least: 3 }),
    share: say('party.share'),
  })
  return granted('invite', await inviteParty(await by(people.partner), id, input)).party.id
}

/** A record with everything that can be said of one, and everything said. */
export async function wholeRecord(stage: Stage, say: Say, place: Place) {
  const { by, people } = stage
  const { partner, coordinator, second } = people
  const { id, answers } = await drafted(stage, say, place)
  const party = await invited(stage, say, id, place.partner)
  granted('join', await answerParty(await by(partner), party, 'accept', ''))
  granted('submit', await submitCommitment(await by(partner), id))
  const asked = (field: string) => {
    const text = say(`question.${field}`, { least: 5 })
    // Nothing but the form keeps a question to the fields there are.
    const strange = { field: say('question.field', { most: 80 }), text }
    return questionsInput.parse({ questions: [{ field, text }, strange] }).questions
  }
  granted('return', await returnCommitment(await by(coordinator), id, asked('title')))
  granted('answer', await editCommitment(await by(partner), id, answers))
  granted('submit', await submitCommitment(await by(partner), id))
  const { commitment } = granted('publish', await publishCommitment(await by(coordinator), id))
  const milestones = commitment.terms.milestones as MilestoneTerms[]
  const amendment = amendmentInput.parse({
    reason: say('amendment.reason', { least: 20 }),
    title: say('amendment.title'),
    text: say('amendment.text', { least: 40 }),
    endOn: inDays(320),
    milestones: milestones.map((one, index) => ({
      ...one,
      title: say(`amendment.milestone.${index}`),
    })),
  })
  const amended = { ...amendment, milestones: amendment.milestones as MilestoneTerms[] }
  granted('amend', await amendCommitment(await by(partner), id, amended))
  granted(
    'leave',
    await answerParty(await by(partner), party, 'leave', typed().trim().parse(say('left'))),
  )
  await reported(stage, say, milestones[0]?.id ?? '', asked)
  const wish = redactionInput.parse({
    words: [amendment.title.slice(0, 12)],
    basis: 'safety',
    reason: `${say('redaction.reason', { least: 10 })} `.replaceAll(amendment.title, 'It'),
  })
  const { redaction } = granted('wish', await proposeRedaction(await by(coordinator), id, wish))
  const why = reasonFrom(say, 'redaction.refused')
  granted('not so', await refuseRedaction(await by(second), redaction.id, why))
}

type Asked = (field: string) => { field: string; text: string }[]

async function reported(stage: Stage, say: Say, milestone: string, asked: Asked) {
  const { by, people } = stage
  const { partner, coordinator, second } = people
  const id = await handedIn(stage, say, milestone)
  const first = granted('take', await takeReport(await by(coordinator), id)).review
  granted('ask', await returnReport(await by(coordinator), first.id, asked('happened')))
  granted('again', await submitReport(await by(partner), id))
  const { review } = granted('take', await takeReport(await by(coordinator), id))
  const note = (of: string) => ({ score: '2', note: say(`score.${of}`) })
  const finding = findingInput.parse({
    // It decides the record, so that a second person is asked.
    finding: 'achieved',
    reviewedValue: '10',
    reasons: say('finding.reasons', { least: 20 }),
    scores: {
      relevance: note('relevance'),
      sufficiency: note('sufficiency'),
      reliability: note('reliability'),
      measurement: note('measurement'),
    },
  })
  await found(stage, review.id, finding, say)
  const reply = replyInput.parse({
    stance: 'disputes',
    lang: 'en',
    text: say('reply', { least: 20 }),
  })
  granted('reply', await replyToFinding(await by(partner), review.id, reply))
  const correction = correctionInput.parse({
    finding: 'not-achieved',
    reviewedValue: '4',
    reasons: say('correction.reasons', { least: 20 }),
  })
  const corrected = granted(
    'correct',
    await proposeCorrection(await by(coordinator), id, correction),
  )
  await confirmed(stage, corrected.review.id, second)
}

async function handedIn(stage: Stage, say: Say, milestone: string) {
  const { partner } = stage.people
  const { by } = stage
  const { id } = granted('report', await draftReport(await by(partner), milestone)).report
  const content = reportInput.parse({
    reached: 'yes',
    value: '10',
    measuredOn: inDays(-9),
    lang: 'en',
    happened: say('report.happened', { least: 20 }),
    behindReason: say('report.behindReason'),
    next: say('report.next'),
  })
  granted('report', await editReport(await by(partner), id, content))
  await evidence(stage, say, id)
  granted('hand in', await submitReport(await by(partner), id))
  return id
}

/** Where one person is enough there is nothing to send back or to confirm. */
async function found(
  stage: Stage,
  id: string,
  finding: Parameters<typeof proposeFinding>[2],
  say: Say,
) {
  const { by, people } = stage
  const { coordinator, second } = people
  const { review } = granted('find', await proposeFinding(await by(coordinator), id, finding))
  if (review.state !== 'proposed') return
  const { reason } = sendBackInput.parse({ reason: say('sent back', { least: 20 }) })
  granted('send back', await sendBackFinding(await by(second), id, reason))
  granted('find', await proposeFinding(await by(coordinator), id, finding))
  await confirmed(stage, id, second)
}

const confirmed = async ({ by }: Stage, id: string, second: string) =>
  granted('confirm', await confirmFinding(await by(second), id))

async function evidence({ by, people, files }: Stage, say: Say, reportId: string) {
  const link = linkInput.parse({
    kind: 'link',
    title: say('link.title', { least: 3 }),
    lang: 'en',
    access: 'held',
    heldReason: say('link.heldReason'),
    url: `https://evil.example/?${say('link.url')}`,
  })
  granted('link', await attachLink(await by(people.partner), reportId, link))
  const bytes = Buffer.from(say('file.content'))
  const arriving = await files.incoming()
  await arriving.write(bytes)
  const file = {
    title: say('file.title', { least: 3 }),
    lang: 'en' as const,
    access: 'public' as const,
    heldReason: '',
    fileName: baseName(`${say('file.name')}.txt`),
    storedName: await arriving.keep(),
    mediaType: 'text/plain',
    size: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    scan: 'not-scanned' as const,
  }
  granted('file', await attachFile(await by(people.partner), reportId, file))
}

/** Two records that came to nothing: one turned down at the door, one given up. */
export async function endedRecords(stage: Stage, say: Say, place: Place) {
  const { by, people } = stage
  const { partner, coordinator, second } = people
  const refused = await drafted(stage, say, place)
  const party = await invited(stage, say, refused.id, place.partner)
  const no = typed().trim().parse(say('party.reason'))
  granted('refuse', await answerParty(await by(partner), party, 'refuse', no))
  granted('submit', await submitCommitment(await by(partner), refused.id))
  const bad = reasonFrom(say, 'declined')
  granted('decline', await declineCommitment(await by(coordinator), refused.id, bad))

  const over = await published(stage, say, place)
  const why = reasonFrom(say, 'ended')
  granted('withdraw', await withdrawCommitment(await by(partner), over.id, why))
  const words = [over.terms.contactRole ?? '']
  const reason = say('redaction.waiting', { least: 10 }).replaceAll(words[0] ?? '', 'It')
  const wish = redactionInput.parse({ words, basis: 'safety', reason })
  const { redaction } = granted(
    'wish',
    await proposeRedaction(await by(coordinator), over.id, wish),
  )
  return async () => granted('withhold', await carryOutRedaction(await by(second), redaction.id))
}

/** Records that are still with somebody: a draft, one at the door, one whose report is begun. */
export async function waitingRecords(stage: Stage, say: Say, place: Place) {
  const { by, people } = stage
  const draft = await drafted(stage, say, place)
  await invited(stage, say, draft.id, place.partner)
  await submitted(stage, say, place)
  const open = await published(stage, say, place)
  const [milestone] = open.terms.milestones ?? []
  granted('report', await draftReport(await by(people.partner), milestone?.id ?? ''))
  const handed = await published(stage, say, place)
  const reportId = await handedIn(stage, say, handed.terms.milestones?.[0]?.id ?? '')
  granted('take', await takeReport(await by(people.coordinator), reportId))
}
