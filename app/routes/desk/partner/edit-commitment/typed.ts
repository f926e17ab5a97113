import { termSteps, type TermStep } from '#app/domain/commitments/terms.ts'
import { isBlankRow, rowsAfter, rowsOf, textIn, withRows } from '#app/http/form-rows.ts'
import { parseForm } from '#app/http/parse-form.ts'
import type { FormResult } from '#app/ui/form/form-state.ts'

/** Questions that can be ticked more than once. */
export const LISTS = ['furtherClauses', 'places', 'sdgTargets']

/** Questions answered by choosing. */
export const CHOICES = ['lang', 'clause', 'scope', 'places', 'kind']

/** The step's list that grows and shrinks by buttons, if it has one. */
const listOf = (step: TermStep) =>
  step === 'milestones' || step === 'resources' ? step : undefined

/** Everything typed, with one row more or less, where that is what the button asked for. */
export function listAfter(
  form: FormData,
  step: TermStep,
): { result: FormResult; fresh: number | undefined } | undefined {
  const list = listOf(step)
  if (!list) return undefined
  const before = rowsOf(form, list)
  const rows = rowsAfter(before, list, textIn(form, 'intent'))
  if (!rows) return undefined
  const { payload } = parseForm(form, termSteps[step], { lists: LISTS })
  return {
    result: { initialValue: { ...payload, [list]: rows } },
    fresh: rows.length > before.length ? rows.length - 1 : undefined,
  }
}

/** The form without rows nobody wrote in; of milestones one stays, so that it says what it needs. */
export function answered(form: FormData, step: TermStep): FormData {
  const list = listOf(step)
  if (!list) return form
  const rows = rowsOf(form, list)
  const written = rows.filter((row) => !isBlankRow(row))
  return withRows(
    form,
    list,
    written.length > 0 || step === 'resources' ? written : rows.slice(0, 1),
  )
}
