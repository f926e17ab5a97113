import { z } from 'zod'

import { refusalOf } from '../access/access.ts'
import { outcomeOfFindings } from '../accountability/outcome.ts'
import { actInRole, type Json } from '../acts/act.ts'
import { partyIdsOf, type Commitment, type Question } from '../commitments/commitment.ts'
import { typedNumber } from '../commitments/terms.ts'
import { findings, isFinding, nextReportState, type Finding } from '../milestones/report-state.ts'
import type { Milestone, Report } from '../milestones/report.ts'
import type { Actor } from '../shared/actor.ts'
import { ok, refuse } from '../shared/result.ts'
import { written } from '../shared/written.ts'
import { RUBRIC_VERSION, scoresSchema, type Scores } from './rubric.ts'

export const findingInput = z
  .object({
    finding: z.enum(findings, { error: 'missing' }),
    reviewedValue: z
      .union([z.literal('').transform(() => null), typedNumber], { error: 'not-a-number' })
      .default(null),
    reasons: written(20, 6000),
    scores: scoresSchema,
  })
  .refine((found) => found.reviewedValue !== null || found.finding === 'not-verifiable', {
    path: ['reviewedValue'],
    message: 'missing',
  })
export type FindingInput = z.infer<typeof findingInput>

/** A correction says what the finding should have been and why; it is always two people's. */
export const correctionInput = z
  .object({
    finding: z.enum(findings, { error: 'missing' }),
    reviewedValue: z
      .union([z.literal('').transform(() => null), typedNumber], { error: 'not-a-number' })
      .default(null),
    reasons: written(20, 6000),
  })
  .refine((found) => found.reviewedValue !== null || found.finding === 'not-verifiable', {
    path: ['reviewedValue'],
    message: 'missing',
  })
export type CorrectionInput = z.infer<typeof correctionInput>

/** Why the second person does not agree. */
export const sendBackInput = z.object({
  reason: written(20, 2000),
})

export const reviewStates = ['open', 'returned', 'proposed', 'decided', 'sent-back'] as const
export type ReviewState = (typeof reviewStates)[number]

/** One coordinator's look at one report, or a correction of what was found. */
export type Review = {
  id: string
  reportId: string
  kind: 'review' | 'correction'
  state: ReviewState
  coordinatorId: string
  confirmedById: string | null
  finding: Finding | null
  reviewedValue: number | null
  reasons: string
  scores: Scores | null
  rubricVersion: number
  questions: readonly Question[]
  openedAt: Date
  decidedAt: Date | null
}

/** A case: the report, the milestone it is about, and the commitment with all its parties. */
export type Case = {
  commitment: Pick<Commitment, 'id' | 'leadId' | 'parties' | 'state'>
  milestone: Milestone
  report: Report
  /** The newest finding of each OTHER milestone of the commitment; null where there is none. */
  otherFindings: readonly (Finding | null)[]
}

const refusedTo = (
  actor: Actor,
  permission: 'review-report' | 'confirm-finding' | 'correct-finding',
  it: Case,
  now: Date,
) => refusalOf(actor, permission, { partyIds: partyIdsOf(it.commitment) }, now)

/** Each act names its review: what is decided, corrected or answered later can be told apart. */
const said = (it: Case, reviewId: string, fields: Record<string, Json> = {}) => ({
  commitmentId: it.commitment.id,
  clauses: it.milestone.clauses,
  fields: { report: it.report.id, review: reviewId, round: it.report.rounds, ...fields },
})

/** A coordinator opens a reported case; from then on the public reads "under review". */
export function takeReport(id: string, it: Case, actor: Actor, now: Date) {
  const refused = refusedTo(actor, 'review-report', it, now)
  if (refused) return refuse(refused)
  const state = nextReportState(it.report.state, 'take')
  if (!state) return refuse('report-not-waiting')
  const review: Review = {
    id,
    reportId: it.report.id,
    kind: 'review',
    state: 'open',
    coordinatorId: actor.userId,
    confirmedById: null,
    finding: null,
    reviewedValue: null,
    reasons: '',
    scores: null,
    rubricVersion: RUBRIC_VERSION,
    questions: [],
    openedAt: now,
    decidedAt: null,
  }
  const act = actInRole('review.opened', it.milestone.id, actor, 'coordinator', now, said(it, id))
  return ok({ report: { ...it.report, state }, review, act })
}

/** A case left open by a colleague goes on in another's hands. */
export function takeOverReview(review: Review, it: Case, actor: Actor, now: Date) {
  const refused = refusedTo(actor, 'review-report', it, now)
  if (refused) return refuse(refused)
  if (review.state !== 'open') return refuse('review-not-open')
  if (review.coordinatorId === actor.userId) return refuse('review-already-yours')
  const act = actInRole(
    'review.taken-over',
    it.report.id,
    actor,
    'coordinator',
    now,
    said(it, review.id),
  )
  return ok({ review: { ...review, coordinatorId: actor.userId, openedAt: now }, act })
}

export function returnReport(
  review: Review,
  it: Case,
  actor: Actor,
  questions: readonly Question[],
  now: Date,
) {
  const refused = refusedTo(actor, 'review-report', it, now)
  if (refused) return refuse(refused)
  if (review.state !== 'open') return refuse('review-not-open')
  if (review.coordinatorId !== actor.userId) return refuse('review-not-yours')
  const state = nextReportState(it.report.state, 'return')
  if (!state) return refuse('review-not-open')
  if (questions.length === 0) return refuse('question-needed')
  const act = actInRole(
    'review.returned',
    it.milestone.id,
    actor,
    'coordinator',
    now,
    said(it, review.id, { questions: questions.map(({ field, text }) => ({ field, text })) }),
  )
  return ok({
    report: { ...it.report, state },
    review: { ...review, state: 'returned' as const, questions, decidedAt: now },
    act,
  })
}

/** What a finding would make of the whole commitment, where that is never one person's (rule 2). */
export function wholeBy(
  finding: Finding,
  otherFindings: readonly (Finding | null)[],
): 'kept' | 'not-kept' | undefined {
  const whole = outcomeOfFindings([...otherFindings, finding].map((found) => ({ finding: found })))
  return whole === 'partly-kept' ? undefined : whole
}

export const needsSecondPerson = (finding: Finding, otherFindings: readonly (Finding | null)[]) =>
  wholeBy(finding, otherFindings) !== undefined

const findingFields = (review: Review, people: 1 | 2): Record<string, Json> => ({
  finding: review.finding ?? '',
  ...(review.reviewedValue === null ? {} : { reviewedValue: review.reviewedValue }),
  reasons: review.reasons,
  rubricVersion: review.rubricVersion,
  decidedBy: people,
  ...(review.scores ? { scores: JSON.parse(JSON.stringify(review.scores)) as Json } : {}),
})

export function proposeFinding(
  review: Review,
  it: Case,
  actor: Actor,
  input: FindingInput,
  now: Date,
) {
  const refused = refusedTo(actor, 'review-report', it, now)
  if (refused) return refuse(refused)
  if (review.state !== 'open') return refuse('review-not-open')
  if (review.coordinatorId !== actor.userId) return refuse('review-not-yours')
  const state = nextReportState(it.report.state, `find-${input.finding}`)
  if (!state) return refuse('review-not-open')
  if (input.reasons.trim() === '') return refuse('reason-needed')

  const found: Review = { ...review, ...input }
  if (needsSecondPerson(input.finding, it.otherFindings)) {
    const act = actInRole(
      'review.proposed',
      it.report.id,
      actor,
      'coordinator',
      now,
      said(it, review.id),
    )
    return ok({ report: it.report, review: { ...found, state: 'proposed' as const }, act })
  }
  const act = actInRole(
    'review.decided',
    it.milestone.id,
    actor,
    'coordinator',
    now,
    said(it, review.id, findingFields(found, 1)),
  )
  return ok({
    report: { ...it.report, state },
    review: { ...found, state: 'decided' as const, decidedAt: now },
    act,
  })
}

function second(review: Review, it: Case, actor: Actor, now: Date) {
  const refused = refusedTo(actor, 'confirm-finding', it, now)
  if (refused) return refused
  if (review.state !== 'proposed' || !review.finding) return 'finding-not-proposed'
  return review.coordinatorId === actor.userId ? 'same-person' : undefined
}

/** The second of two people agrees: only now does the finding become public. */
export function confirmFinding(review: Review, it: Case, actor: Actor, now: Date) {
  const refused = second(review, it, actor, now)
  if (refused) return refuse(refused)
  const finding = review.finding as Finding
  const isCorrection = review.kind === 'correction'
  // A correction replaces a frozen finding, which no move of the table can do.
  const state = isCorrection
    ? isFinding(it.report.state) && finding
    : nextReportState(it.report.state, `find-${finding}`)
  if (!state) return refuse('review-not-open')
  const act = actInRole(
    isCorrection ? 'correction.made' : 'review.decided',
    it.milestone.id,
    actor,
    'coordinator',
    now,
    said(it, review.id, findingFields(review, 2)),
  )
  return ok({
    report: { ...it.report, state },
    review: { ...review, state: 'decided' as const, confirmedById: actor.userId, decidedAt: now },
    act,
  })
}

/** The second person does not agree and says why; the first goes on with the case. */
export function sendBackFinding(review: Review, it: Case, actor: Actor, reason: string, now: Date) {
  const refused = second(review, it, actor, now)
  if (refused) return refuse(refused)
  if (reason.trim() === '') return refuse('reason-needed')
  const act = actInRole(
    'review.sent-back',
    it.report.id,
    actor,
    'coordinator',
    now,
    said(it, review.id, { reason }),
  )
  const state = review.kind === 'correction' ? ('sent-back' as const) : ('open' as const)
  return ok({ review: { ...review, state }, act })
}

/** Overriding a finding that was decided: proposed by one coordinator, confirmed by another. */
export function proposeCorrection(
  id: string,
  it: Case,
  openCorrections: number,
  actor: Actor,
  input: CorrectionInput,
  now: Date,
) {
  const refused = refusedTo(actor, 'correct-finding', it, now)
  if (refused) return refuse(refused)
  if (!isFinding(it.report.state)) return refuse('nothing-to-correct')
  if (openCorrections > 0) return refuse('correction-already-proposed')
  if (input.reasons.trim() === '') return refuse('reason-needed')
  const review: Review = {
    id,
    reportId: it.report.id,
    kind: 'correction',
    state: 'proposed',
    coordinatorId: actor.userId,
    confirmedById: null,
    ...input,
    scores: null,
    rubricVersion: RUBRIC_VERSION,
    questions: [],
    openedAt: now,
    decidedAt: null,
  }
  const act = actInRole(
    'correction.proposed',
    it.report.id,
    actor,
    'coordinator',
    now,
    said(it, id),
  )
  return ok({ review, act })
}
