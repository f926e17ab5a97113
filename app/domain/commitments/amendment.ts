import { z } from 'zod'

import { refusalOf } from '../access/access.ts'
import { actForOrganisation, type Json } from '../acts/act.ts'
import type { ReportState } from '../milestones/report-state.ts'
import type { Actor } from '../shared/actor.ts'
import { daysBetween, daySchema } from '../shared/dates.ts'
import { ok, refuse } from '../shared/result.ts'
import { addsSign, rewritten, SIGN_TYPED, typed, written } from '../shared/written.ts'
import { nextCommitmentState } from './commitment-state.ts'
import { clausesOfTerms, type Commitment } from './commitment.ts'
import { lacksOf, limits, milestoneInput, type MilestoneTerms, type Terms } from './terms.ts'

/** What may change after publication; each change is public with its old value and the reason. */
export const amendmentInput = z.object({
  reason: written(20, 2000),
  title: typed().trim().min(1, 'missing').max(limits.title, 'too-long'),
  text: rewritten(40, limits.text),
  endOn: daySchema,
  milestones: z
    .array(milestoneInput, { error: 'milestone-needed' })
    .min(1, 'milestone-needed')
    .max(limits.milestones, 'too-many'),
})
export type AmendmentInput = Omit<z.infer<typeof amendmentInput>, 'milestones'> & {
  milestones: MilestoneTerms[]
}

/** One field's old and new value; `slippageDays` where a deadline moved (positive is later). */
export type Change = { field: string; from: Json; to: Json; slippageDays?: number }

/** Equal as JSON, whatever order the keys were typed in. */
function same(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b
  const left = Object.entries(a)
  const right = new Map(Object.entries(b))
  return (
    left.length === right.size &&
    left.every(([key, value]) => right.has(key) && same(value, right.get(key)))
  )
}

/** Field by field what differs between two versions, milestones by their id. */
export function changesBetween(before: Terms, after: Terms): Change[] {
  const changes: Change[] = []
  const compare = (field: string, from: unknown, to: unknown) => {
    if (same(from, to)) return
    const change: Change = { field, from: (from ?? null) as Json, to: (to ?? null) as Json }
    if (field.endsWith('dueOn') || field === 'endOn')
      if (typeof from === 'string' && typeof to === 'string')
        change.slippageDays = daysBetween(from, to)
    changes.push(change)
  }
  for (const field of Object.keys(after) as (keyof Terms)[])
    if (field !== 'milestones') compare(field, before[field], after[field])
  for (const milestone of after.milestones) {
    const old = before.milestones.find(({ id }) => id === milestone.id)
    if (!old) {
      compare(`milestone.${milestone.id}`, null, milestone)
      continue
    }
    for (const field of Object.keys(milestone) as (keyof MilestoneTerms)[])
      compare(`milestone.${milestone.id}.${field}`, old[field], milestone[field])
  }
  return changes
}

/**
 * What the log is told of a new version: its reason, each change by the field's name, and in what
 * order the milestones stand now, since new ones come anywhere among them.
 */
export const amendmentFields = (
  version: number,
  reason: string,
  changes: readonly Change[],
  milestones: readonly { id: string }[],
): Record<string, Json> => ({
  version,
  reason,
  milestoneOrder: milestones.map(({ id }) => id),
  ...changeFields(changes),
})

/** One field for each milestone however much of it changed: a leaf holds about 170 digests. */
function changeFields(changes: readonly Change[]): Record<string, Json> {
  const fields: Record<string, Json> = {}
  const ofMilestones = new Map<string, Record<string, Json>>()
  for (const { field, from, to, slippageDays } of changes) {
    const said = { from, to, ...(slippageDays === undefined ? {} : { slippageDays }) }
    const [, milestone, name] = /^(milestone\.[^.]+)\.(.+)$/.exec(field) ?? []
    if (milestone === undefined || name === undefined) fields[field] = said
    else ofMilestones.set(milestone, { ...ofMilestones.get(milestone), [name]: said })
  }
  return { ...fields, ...Object.fromEntries(ofMilestones) }
}

/** The latest report of each milestone, by milestone id. */
export type ReportStates = Readonly<Record<string, ReportState | undefined>>

/** Handed in and not sent back: what it was measured against stays. */
export const isSettled = (state: ReportState | undefined) =>
  state !== undefined && state !== 'drafted' && state !== 'returned'

/**
 * A new version of a published commitment. Milestones can be changed and added, never dropped:
 * who gives one up reports so or withdraws. One that was reported on keeps its terms.
 */
export function amendCommitment(
  commitment: Commitment,
  latest: ReportStates,
  actor: Actor,
  input: AmendmentInput,
  now: Date,
) {
  const { leadId } = commitment
  const refused = refusalOf(actor, 'amend-commitment', { organisationId: leadId }, now)
  if (refused) return refuse(refused)
  const state = nextCommitmentState(commitment.state, 'amend')
  if (!state) return refuse('commitment-not-published')
  if (input.reason.trim() === '') return refuse('reason-needed')

  const before = commitment.terms as Terms
  const { reason, ...changed } = input
  const terms: Terms = { ...before, ...changed }
  if (before.milestones.some(({ id }) => !terms.milestones.some((kept) => kept.id === id)))
    return refuse('milestone-dropped')
  const touched = before.milestones.filter(
    (old) =>
      !same(
        old,
        terms.milestones.find(({ id }) => id === old.id),
      ),
  )
  if (touched.some(({ id }) => isSettled(latest[id]))) return refuse('milestone-already-reported')
  if (addsSign(before, terms)) return refuse(SIGN_TYPED)
  const changes = changesBetween(before, terms)
  if (changes.length === 0) return refuse('nothing-changed')
  if (lacksOf(terms).length > 0) return refuse('commitment-incomplete')

  const version = commitment.version + 1
  const act = actForOrganisation('commitment.amended', commitment.id, actor, leadId, now, {
    commitmentId: commitment.id,
    clauses: clausesOfTerms(terms),
    fields: amendmentFields(version, reason, changes, terms.milestones),
  })
  return ok({ commitment: { ...commitment, state, version, terms }, changes, reason, act })
}
