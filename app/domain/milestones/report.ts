import { z } from 'zod'

import { refusalOf } from '../access/access.ts'
import { actForOrganisation, type Json } from '../acts/act.ts'
import type { CommitmentState } from '../commitments/commitment-state.ts'
import { typedNumber } from '../commitments/terms.ts'
import { nextEvidenceState, type EvidenceState } from '../evidence/evidence-state.ts'
import type { Actor } from '../shared/actor.ts'
import { addDays, dayOf, daySchema, type Day } from '../shared/dates.ts'
import { languageSchema } from '../shared/language.ts'
import { ok, refuse } from '../shared/result.ts'
import { written } from '../shared/written.ts'
import { isFinding, nextReportState, type ReportState } from './report-state.ts'

export const reachedAnswers = ['yes', 'partly', 'no', 'cannot-say'] as const

/** What a partner says of a milestone. Every way of answering has the same number of questions. */
export const reportInput = z
  .object({
    reached: z.enum(reachedAnswers, { error: 'missing' }),
    value: z.union([z.literal('').transform(() => null), typedNumber], { error: 'not-a-number' }),
    measuredOn: daySchema,
    lang: languageSchema,
    happened: written(20, 6000),
    behindReason: z.string().trim().max(2000, 'too-long').default(''),
    next: z.string().trim().max(2000, 'too-long').default(''),
  })
  .refine((report) => report.value !== null || report.reached === 'cannot-say', {
    path: ['value'],
    message: 'missing',
  })
  .refine((report) => report.reached === 'yes' || report.behindReason !== '', {
    path: ['behindReason'],
    message: 'reason-when-behind',
  })
export type ReportInput = z.infer<typeof reportInput>

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
  /** Null until the first answers are kept. */
  content: ReportInput | null
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
const isOverdue = (report: Report, milestone: Milestone, now: Date) =>
  report.rounds === 0 && dayOf(now) > addDays(milestone.dueOn, milestone.reportWithinDays)

export function editReport(
  report: Report,
  milestone: Milestone,
  actor: Actor,
  content: ReportInput,
  now: Date,
) {
  const refused = refusalOf(actor, 'draft-report', { organisationId: milestone.leadId }, now)
  if (refused) return refuse(refused)
  const state = nextReportState(report.state, 'edit')
  if (!state) return refuse('report-not-editable')
  if (content.measuredOn > dayOf(now)) return refuse('measured-in-the-future')
  if (isOverdue(report, milestone, now) && content.behindReason === '')
    return refuse('reason-when-late')
  const act = actForOrganisation('report.edited', report.id, actor, milestone.leadId, now, {
    commitmentId: milestone.commitmentId,
  })
  return ok({ report: { ...report, state, content }, act })
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
  const { content } = report
  if (!content) return refuse('report-incomplete')
  const late = dayOf(now) > milestone.dueOn && report.rounds === 0
  if (content.reached !== 'yes' && content.behindReason === '') return refuse('reason-when-behind')
  if (isOverdue(report, milestone, now) && content.behindReason === '')
    return refuse('reason-when-late')
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
  return ok({ report: { ...report, state, rounds }, released, act })
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
