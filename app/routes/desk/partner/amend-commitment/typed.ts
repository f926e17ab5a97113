import type { DeskCommitment } from '#app/db/read/drafts.server.ts'
import {
  amendCommitment,
  amendmentInput,
  isSettled,
  type AmendmentInput,
  type Change,
} from '#app/domain/commitments/amendment.ts'
import { lacksOf, type MilestoneTerms } from '#app/domain/commitments/terms.ts'
import type { Actor } from '#app/domain/shared/actor.ts'
import {
  isBlankRow,
  rowsAfter,
  rowsOf,
  textIn,
  withRows,
  type FormRow,
} from '#app/http/form-rows.ts'
import { parseForm } from '#app/http/parse-form.ts'
import type { FormResult } from '#app/ui/form/form-state.ts'

/** What the action tells the page: what was typed, or the changes it would make. */
export type Answer = {
  result: FormResult | undefined
  /** The row just added. */
  fresh: number | undefined
  changes: Change[] | undefined
}

/** Milestones whose terms stay: the reports on them were measured against these. */
export const lockedIds = (page: DeskCommitment): string[] =>
  page.milestones.filter(({ report }) => isSettled(report?.state)).map(({ id }) => id)

/** A stored milestone as its fields hold it. */
export const rowOf = (milestone: MilestoneTerms): FormRow => ({
  id: milestone.id,
  title: milestone.title,
  dueOn: milestone.dueOn,
  indicator: milestone.indicator,
  unit: milestone.unit,
  baseline: milestone.baseline === null ? '' : String(milestone.baseline),
  target: String(milestone.target),
  evidenceExpected: milestone.evidenceExpected,
  responsible: milestone.responsible,
})

/** The form with locked milestones as they stand, and without new ones nobody wrote in. */
export function amended(form: FormData, page: DeskCommitment): FormData {
  const locked = new Set(lockedIds(page))
  const stored = new Map((page.commitment.terms.milestones ?? []).map((one) => [one.id, one]))
  const rows = rowsOf(form, 'milestones')
    .filter((row) => row['id'] || !isBlankRow(row))
    .map((row) => {
      const old = stored.get(row['id'] ?? '')
      return old && locked.has(old.id) ? rowOf(old) : row
    })
  return withRows(form, 'milestones', rows)
}

/** One row more or less, everything typed kept; a published milestone is never taken away. */
export function listAfter(form: FormData, page: DeskCommitment): Partial<Answer> | undefined {
  const filled = amended(form, page)
  const before = rowsOf(filled, 'milestones')
  const asked = textIn(form, 'intent')
  const rows = rowsAfter(before, 'milestones', asked)
  if (!rows) return undefined
  const kept = before.filter(({ id }) => id).every((row) => rows.includes(row)) ? rows : before
  const { payload } = parseForm(filled, amendmentInput)
  return {
    result: { initialValue: { ...payload, milestones: kept } },
    fresh: kept.length > before.length ? kept.length - 1 : undefined,
  }
}

type Typed = Omit<AmendmentInput, 'milestones'> & {
  milestones: (Omit<MilestoneTerms, 'id'> & { id?: string | undefined })[]
}

const ASKED = /^(?:title|text|endOn|milestones\b.*)$/

/** What the new version would lack, at fields of this form: a milestone outside the dates, mostly. */
export function lacksAfter(
  page: DeskCommitment,
  { title, text, endOn, milestones }: Typed,
): Record<string, string[]> | undefined {
  const numbered = milestones.map((typed, place) => ({ ...typed, id: `mls_${place}` }))
  const changed = { ...page.commitment.terms, title, text, endOn, milestones: numbered }
  const lacks = lacksOf(changed).filter(({ field }) => ASKED.test(field))
  return lacks.length > 0
    ? Object.fromEntries(lacks.map(({ field, code }) => [field, [code]]))
    : undefined
}

/** What publishing would change, or why it would be refused: the rule asked, nothing written. */
export function preview(page: DeskCommitment, actor: Actor, input: Typed, now: Date) {
  const stored = new Map((page.commitment.terms.milestones ?? []).map((one) => [one.id, one]))
  const milestones = input.milestones.map((typed, place) => {
    const old = stored.get(typed.id ?? '')
    if (!old) return { ...typed, id: `mls_new${place}` }
    const { id, code, indicators, translations } = old
    return { ...typed, id, code, indicators, translations }
  })
  const latest = Object.fromEntries(page.milestones.map(({ id, report }) => [id, report?.state]))
  return amendCommitment(page.commitment, latest, actor, { ...input, milestones }, now)
}
