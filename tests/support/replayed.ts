import type { OpenedAct, Replayed } from '#app/domain/accountability/opened-act.ts'
import { actInRole, type Act, type Json } from '#app/domain/acts/act.ts'
import { amendCommitment, type AmendmentInput } from '#app/domain/commitments/amendment.ts'
import { publishCommitment, type Commitment } from '#app/domain/commitments/commitment.ts'
import type { MilestoneTerms, Terms } from '#app/domain/commitments/terms.ts'
import { evidenceFields, type Evidence } from '#app/domain/evidence/evidence.ts'
import type { ReportInput } from '#app/domain/milestones/report.ts'
import { submitReport } from '#app/domain/milestones/report.ts'
import { remainsField } from '#app/domain/redactions/withhold.ts'
import { replyToFinding } from '#app/domain/reviews/reply.ts'
import { confirmFinding, returnReport, takeReport, type Case } from '#app/domain/reviews/review.ts'
import type { Result } from '#app/domain/shared/result.ts'

import { cast, LEAD, NOW } from './cast.ts'
import {
  caseOf,
  commitment,
  declaration,
  milestone,
  report,
  reportContent,
  review,
  settings,
  terms,
} from './facts.ts'

/** The value of a success; a refusal fails the test with its code. */
export function allowed<result extends Result<unknown, string>>(
  result: result,
): Extract<result, { ok: true }>['value'] {
  if (!result.ok) throw new Error(`refused: ${result.code}`)
  return result.value
}

const lead = { id: LEAD, state: 'verified' as const, group: 'government' as const, invented: false }

export const publishing = (changes: Partial<Commitment> = {}, said: Partial<Terms> = {}): Act => {
  const of = commitment('submitted', { terms: terms(said), version: 0, number: null, ...changes })
  return allowed(publishCommitment(of, lead, declaration, 1, cast.coordinator, NOW)).act
}

export function amending(
  version: number,
  before: Terms,
  input: Partial<AmendmentInput> & { milestones?: MilestoneTerms[] },
): Act {
  const { title, text, endOn, milestones } = before
  const reason = 'The last district starts a month later than planned.'
  const of = commitment('published', { version, terms: before })
  const all = { reason, title, text, endOn, milestones, ...input }
  return allowed(amendCommitment(of, {}, cast.focalPoint, all, NOW)).act
}

export const reporting = (
  round = 1,
  changes: Partial<ReportInput> = {},
  pieces: readonly Evidence[] = [],
  milestoneId = 'mls_1',
): Act => {
  const content = { ...reportContent, behindReason: 'The rains came early.', ...changes }
  const of = report(round === 1 ? 'drafted' : 'returned', { content, rounds: round - 1 })
  const fields = evidenceFields(pieces.map((piece) => ({ ...piece, addedAt: NOW })))
  const on = milestone({ id: milestoneId })
  return allowed(submitReport(of, on, [], fields, cast.editor, NOW)).act
}

const about = (state: Parameters<typeof caseOf>[0]): Case => caseOf(state)

export const taking = (id = 'rvw_1'): Act =>
  allowed(takeReport(id, about('reported'), cast.coordinator, NOW)).act

export const returning = (id = 'rvw_1'): Act => {
  const questions = [{ field: 'value', text: 'How were they counted?' }]
  const it = about('under-review')
  return allowed(returnReport(review('open', { id }), it, cast.coordinator, questions, NOW)).act
}

export const deciding = (id = 'rvw_1', changes: Parameters<typeof review>[1] = {}): Act =>
  allowed(
    confirmFinding(
      review('proposed', { id, ...changes }),
      about('under-review'),
      cast.secondCoordinator,
      NOW,
    ),
  ).act

export const correcting = (id = 'rvw_2'): Act =>
  allowed(
    confirmFinding(
      review('proposed', { id, kind: 'correction', finding: 'not-achieved', reviewedValue: 10 }),
      about('achieved'),
      cast.secondCoordinator,
      NOW,
    ),
  ).act

export const replying = (id = 'rvw_1'): Act => {
  const input = { stance: 'disputes' as const, lang: 'en' as const, text: 'We counted them twice.' }
  const it = milestone()
  return allowed(
    replyToFinding(
      'rpl_1',
      review('decided', { id }),
      it,
      false,
      settings,
      cast.focalPoint,
      input,
      NOW,
    ),
  ).act
}

/** A redaction of some fields of an opened act, and that act as it reads afterwards. */
export function redacting(
  act: OpenedAct,
  remains: Record<string, Json>,
): { act: Act; left: OpenedAct } {
  const gone = Object.keys(remains)
  // Which digest is which field's does not matter to a reader who sees none of the withheld ones.
  const digests = act.entry.d.slice(0, gone.length)
  const said = gone.map((field, place) => [
    remainsField(digests[place] ?? ''),
    { field, value: remains[field] ?? null },
  ])
  const redaction = actInRole('content.redacted', 'cmt_1', cast.coordinator, 'coordinator', NOW, {
    commitmentId: 'cmt_1',
    fields: { reason: 'A person asked.', ...(Object.fromEntries(said) as Record<string, Json>) },
  })
  return {
    act: { ...redaction, redacts: { basis: 'gdpr-17', digests, of: act.index } },
    left: { ...act, fields: new Map([...act.fields].filter(([field]) => !gone.includes(field))) },
  }
}

/** What acts come to: the value, or the code of the problem and the entry it is in. */
export const outcomeOf = <value, told>(made: Replayed<value>, tell: (value: value) => told) =>
  made.ok
    ? tell(made.value)
    : `${made.problem.code} ${made.problem.index} ${made.problem.where}`.trim()
