import { z } from 'zod'

import { refusalOf } from '../access/access.ts'
import { actForOrganisation, type Json } from '../acts/act.ts'
import type { CommitmentState } from '../commitments/commitment-state.ts'
import { optionalNumber } from '../commitments/terms.ts'
import { nextEvidenceState, type EvidenceState } from '../evidence/evidence-state.ts'
import type { Actor } from '../shared/actor.ts'
import { addDays, dayOf, daySchema, type Day } from '../shared/dates.ts'
import { languageSchema } from '../shared/language.ts'
import { ok, refuse } from '../shared/result.ts'
import { addsSign, rewritten, SIGN_TYPED, typed } from '../shared/written.ts'
import { isFinding, nextReportState, type ReportState } from './report-state.ts'

export const reachedAnswers = ['yes', 'partly', 'no', 'cannot-say'] as const

const optionalText = (most: number) => typed().trim().max(most, 'too-long').default('')

/** What a partner says of a milestone. Every way of answering has the same number of questions. */
export const reportInput = z
  .object({
    reached: z.enum(reachedAnswers, { error: 'missing' }),
    value: optionalNumber,
    measuredOn: daySchema,
    lang: languageSchema,
    happened: rewritten(20, 6000),
    behindReason: optionalText(2000),
    next: optionalText(2000),
  })
  .refine((report) => report.value !== null || report.reached === 'cannot-say', {
    path: ['value'],
    message: 'missing',
    // Asked whatever else is missing, so that everything is told at once.
    when: () => true,
  })
  .refine((report) => report.reached === 'yes' || report.behindReason !== '', {
    path: ['behindReason'],
    message: 'reason-when-behind',
  })
export type ReportInput = z.infer<typeof reportInput>

const soFar = <schema extends z.ZodType>(schema: schema) =>
  z.preprocess((given) => (given === '' ? undefined : given), schema.optional())

/** The same answers while they are being written: any may be missing, none may be unreadable. */
export const reportDraftInput = z.object({
  reached: soFar(z.enum(reachedAnswers, { error: 'missing' })),
  value: optionalNumber,
  measuredOn: soFar(daySchema),
  lang: soFar(languageSchema),
  happened: optionalText(6000),
  behindReason: optionalText(2000),
  next: optionalText(2000),
})
/** What has been answered so far. */
export type ReportDraft = { [answer in keyof ReportInput]?: ReportInput[answer] | undefined }

/** What a coordinator's question can be about, in the order the form asks. */
export const reportFields = [
  'reached',
  'value',
  'measuredOn',
  'happened',
  'behindReason',
  'next',
  'evidence',
] as const
export type ReportField = (typeof reportFields)[number]

export const handInInput = z.object({
  confirmed: z.literal('on', { error: 'not-accepted' }),
})

/** A milestone as a report needs to know it. */
export type Milestone = {
  id: string
  commitmentId: string
  leadId: string
  commitmentState: CommitmentState
  clauses: readonly string[]
  title: string
  dueOn: Day
  unit: string
  baseline: number | null
  target: number
  /** The declaration's: a first report later than this is behind, and needs a reason. */
  reportWithinDays: number
}

export type Report = {
  id: string
  milestoneId: string
  state: ReportState
  /** Null until the first answers are kept; complete once it has been handed in. */
  content: ReportDraft | null
  /** How often it has been handed in. */
  rounds: number
}

export type ReportEvidence = { id: string; state: EvidenceState; access: 'public' | 'held' }

/** Opens a report on a milestone, unless one is already on its way or everything was achieved. */
export function draftReport(
  id: string,
  milestone: Milestone,
  earlier: readonly Pick<Report, 'state'>[],
  actor: Actor,
  now: Date,
) {
  const refused = refusalOf(actor, 'draft-report', { organisationId: milestone.leadId }, now)
  if (refused) return refuse(refused)
  if (milestone.commitmentState !== 'published') return refuse('commitment-not-published')
  const latest = earlier.at(-1)
  if (latest && !isFinding(latest.state)) return refuse('report-already-open')
  if (latest?.state === 'achieved') return refuse('milestone-achieved')

  const report: Report = {
    id,
    milestoneId: milestone.id,
    state: 'drafted',
    content: null,
    rounds: 0,
  }
  const act = actForOrganisation('report.drafted', id, actor, milestone.leadId, now, {
    commitmentId: milestone.commitmentId,
  })
  return ok({ report, act })
}

/** A first report that comes after its window: rule 4 asks why, even where the target was met. */
const isOverdue = (report: Answered, milestone: Due, now: Date) =>
  report.rounds === 0 && dayOf(now) > addDays(milestone.dueOn, milestone.reportWithinDays)

type Answered = Pick<Report, 'content' | 'rounds'>
type Due = Pick<Milestone, 'dueOn' | 'reportWithinDays'>

/** What cannot be true on the day it is said, or needs a reason by then. */
function untimely(report: Answered, milestone: Due, content: ReportInput, now: Date) {
  if (content.measuredOn > dayOf(now))
    return { field: 'measuredOn', code: 'measured-in-the-future' } as const
  if (isOverdue(report, milestone, now) && content.behindReason === '')
    return { field: 'behindReason', code: 'reason-when-late' } as const
  return undefined
}

/** What is said by its own name where it alone is wrong; anything else is an incomplete report. */
const ownRefusals = ['reason-when-behind', 'reason-when-late', 'measured-in-the-future'] as const

/** One thing that keeps a report from being handed in, and the answer that mends it. */
export type ReportLack = { field: string; code: string }

/** Every answer still missing or wrong, in the order of the form. Empty: it can be handed in. */
export function reportLacks(report: Answered, milestone: Due, now: Date): ReportLack[] {
  const parsed = reportInput.safeParse(report.content ?? {})
  if (parsed.success) return [untimely(report, milestone, parsed.data, now) ?? []].flat()
  const asked = Object.keys(reportInput.shape)
  return parsed.error.issues
    .map(({ path, message }) => ({ field: String(path[0]), code: message }))
    .toSorted((a, b) => asked.indexOf(a.field) - asked.indexOf(b.field))
}

/** Keeps what is written so far, complete or not; whether it is enough is asked at handing in. */
export function keepReport(
  report: Report,
  milestone: Milestone,
  actor: Actor,
  content: ReportDraft,
  now: Date,
) {
  const refused = refusalOf(actor, 'draft-report', { organisationId: milestone.leadId }, now)
  if (refused) return refuse(refused)
  const state = nextReportState(report.state, 'edit')
  if (!state) return refuse('report-not-editable')
  if (addsSign(report.content, content)) return refuse(SIGN_TYPED)
  const act = actForOrganisation('report.edited', report.id, actor, milestone.leadId, now, {
    commitmentId: milestone.commitmentId,
  })
  return ok({ report: { ...report, state, content }, act })
}

/** Keeps answers that are complete, and refuses at once what handing in would refuse. */
export function editReport(
  report: Report,
  milestone: Milestone,
  actor: Actor,
  content: ReportInput,
  now: Date,
) {
  const kept = keepReport(report, milestone, actor, content, now)
  if (!kept.ok) return kept
  const wrong = untimely(report, milestone, content, now)
  return wrong ? refuse(wrong.code) : kept
}

/** Handing in: what is claimed becomes public, with the evidence that backs it. */
export function submitReport(
  report: Report,
  milestone: Milestone,
  evidence: readonly ReportEvidence[],
  evidenceFields: Record<string, Json>,
  actor: Actor,
  now: Date,
) {
  const refused = refusalOf(actor, 'submit-report', { organisationId: milestone.leadId }, now)
  if (refused) return refuse(refused)
  if (milestone.commitmentState !== 'published') return refuse('commitment-not-published')
  const state = nextReportState(report.state, 'submit')
  if (!state) return refuse('report-not-editable')
  const [lack] = reportLacks(report, milestone, now)
  if (lack) return refuse(ownRefusals.find((code) => code === lack.code) ?? 'report-incomplete')
  const content = reportInput.parse(report.content)
  const late = dayOf(now) > milestone.dueOn && report.rounds === 0
  if (evidence.some((item) => item.state === 'uploaded')) return refuse('evidence-not-checked')

  const released = evidence.map((item) =>
    item.state === 'scanned'
      ? {
          id: item.id,
          state:
            nextEvidenceState(item.state, item.access === 'held' ? 'hold' : 'publish') ??
            item.state,
        }
      : { id: item.id, state: item.state },
  )
  const rounds = report.rounds + 1
  const act = actForOrganisation('milestone.reported', milestone.id, actor, milestone.leadId, now, {
    commitmentId: milestone.commitmentId,
    clauses: milestone.clauses,
    fields: {
      report: report.id,
      round: rounds,
      ...(JSON.parse(JSON.stringify(content)) as Record<string, Json>),
      late,
      ...evidenceFields,
    },
  })
  return ok({ report: { ...report, state, rounds, content }, released, act })
}

/** Claims worth a second look before handing in: asked, never refused. */
export function doubtsAbout(
  content: ReportInput,
  milestone: Pick<Milestone, 'baseline' | 'target' | 'dueOn'>,
  previous: number | null,
): string[] {
  const { value, reached } = content
  const doubts: string[] = []
  if (value === null) return doubts
  const rising = milestone.target >= (milestone.baseline ?? 0)
  const met = rising ? value >= milestone.target : value <= milestone.target
  if (reached === 'yes' && !met) doubts.push('doubt-below-target')
  if (reached === 'no' && met) doubts.push('doubt-target-met')
  const from = previous ?? milestone.baseline
  if (from !== null && from !== 0 && Math.abs(value) > Math.abs(from) * 3 && !met)
    doubts.push('doubt-jump')
  return doubts
}
