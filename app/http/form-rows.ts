export type FormRow = Record<string, string>

/** One plain field of a form; '' where there is none. */
export function textIn(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}

/** The rows of a repeated part of a form, `milestones[0].title` and so on, in their order. */
export function rowsOf(form: FormData, list: string): FormRow[] {
  const rows: FormRow[] = []
  for (const [name, value] of form) {
    const [, place, field] = /^(\d{1,3})\]\.(\w+)$/.exec(partAfter(name, `${list}[`)) ?? []
    if (place === undefined || field === undefined || typeof value !== 'string') continue
    ;(rows[Number(place)] ??= {})[field] = value
  }
  // A gap in the numbers is a row that was taken away.
  return rows.filter(Boolean)
}

const partAfter = (name: string, start: string) =>
  name.startsWith(start) ? name.slice(start.length) : ''

/** The same form with these rows instead, numbered from 0. */
export function withRows(form: FormData, list: string, rows: readonly FormRow[]): FormData {
  const changed = new FormData()
  for (const [name, value] of form) if (!name.startsWith(`${list}[`)) changed.append(name, value)
  rows.forEach((row, place) => {
    for (const [field, value] of Object.entries(row))
      changed.append(`${list}[${place}].${field}`, value)
  })
  return changed
}

/** Nothing but what the page itself put there. */
export const isBlankRow = (row: FormRow): boolean =>
  Object.entries(row).every(([field, value]) => field === 'id' || value.trim() === '')

/** What a button of a list asks for: `add-milestones`, `remove-milestones-3`, or nothing of it. */
export function rowsAfter(
  rows: readonly FormRow[],
  list: string,
  intent: string,
): FormRow[] | undefined {
  if (intent === `add-${list}`) return [...rows, {}]
  if (!intent.startsWith(`remove-${list}-`)) return undefined
  const place = Number(intent.slice(`remove-${list}-`.length))
  return rows.filter((_, at) => at !== place)
}
