/** A conform `SubmissionResult`, as far as a page needs it; a route's reply fits as it is. */
export type FormResult = {
  status?: 'error' | 'success' | undefined
  initialValue?: Record<string, unknown> | null | undefined
  error?: Record<string, string[] | null> | null | undefined
}

/** What a control is given: its typed value (else the default), and codes of what is wrong. */
export type FieldState = {
  id: string
  name: string
  value: string
  values: readonly string[]
  errors: readonly string[]
}

export type Problem = { name: string; href: string | undefined; code: string }

export type FormState = {
  field: (name: string) => FieldState
  problems: readonly Problem[]
  failed: boolean
}

/** `milestones[0].title` becomes an id that CSS and URLs accept: `f-milestones-0-title`. */
export const fieldId = (name: string, among = 'f'): string =>
  `${among}-${name.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-+|-+$/g, '')}`

export function fieldErrors(result: FormResult | null | undefined, name: string): string[] {
  return result?.error?.[name] ?? []
}

/**
 * A form as its page shows it: what was typed if it came back, else what is stored.
 * `defaults` nests as the names do: `{ milestones: [{ title: '…' }] }`. A second form on a page
 * says `among` which its ids stand.
 */
export function formState(
  result: FormResult | null | undefined,
  defaults: object = {},
  among = 'f',
): FormState {
  const typed = result?.initialValue
  const problems = Object.entries(result?.error ?? {}).flatMap(([name, codes]) =>
    (codes ?? []).map((code) => ({
      name,
      href: name === '' ? undefined : `#${fieldId(name, among)}`,
      code,
    })),
  )
  return {
    problems,
    failed: problems.length > 0,
    field: (name) => {
      const values = textsOf(typed ? at(typed, name) : at(defaults, name))
      return {
        id: fieldId(name, among),
        name,
        value: values[0] ?? '',
        values,
        errors: fieldErrors(result, name),
      }
    },
  }
}

function at(root: object, name: string): unknown {
  const steps = name.split(/[.[\]]+/).filter(Boolean)
  return steps.reduce<unknown>(
    (value, step) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, step)
        ? (value as Record<string, unknown>)[step]
        : undefined,
    root,
  )
}

function textsOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(textsOf)
  if (value === true) return ['on']
  if (typeof value === 'string' || typeof value === 'number') return [String(value)]
  return value instanceof Date ? [value.toISOString().slice(0, 10)] : []
}
