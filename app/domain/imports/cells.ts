import { typedNumber } from '../commitments/terms.ts'
import { daySchema, type Day } from '../shared/dates.ts'
import type { LocalText } from '../shared/language.ts'
import { readDeadline, type DeadlineRule, type ReadDeadline } from './deadline.ts'
import { problemAt, type ImportProblemCode, type NoteProblem } from './problem.ts'
import type { ImportRow } from './read-rows.ts'

export const importLimits = { code: 100, title: 1000, text: 6000, unit: 120 } as const

export type Deadline = ReadDeadline & { words: LocalText }
type Columns = Readonly<Record<string, string>>

/** The codes that zod gives a cell are the importer's own; anything else is not a date or number. */
function codeOf(message: string | undefined, otherwise: ImportProblemCode): ImportProblemCode {
  if (message === 'missing' || message === 'date-out-of-range' || message === 'number-out-of-range')
    return message
  return otherwise
}

/** Reads the cells of one row. What cannot be read is noted, with its column, and undefined. */
export function cellsOf(row: ImportRow, languages: readonly string[], note: NoteProblem) {
  const at = (column: string) => (Object.hasOwn(row.cells, column) ? (row.cells[column] ?? '') : '')
  // Two levels may read the same column: its fault is reported once.
  const noted = new Set<string>()
  const wrong = (column: string, code: ImportProblemCode): undefined => {
    if (!noted.has(`${code} ${column}`)) note(problemAt(row, column, code))
    noted.add(`${code} ${column}`)
  }

  function code(column: string): string | undefined {
    const value = at(column)
    if (value === '') return wrong(column, 'missing')
    return value.length > importLimits.code ? wrong(column, 'too-long') : value
  }

  /** The same words in every language of the table, or none of them. */
  function words(columns: Columns, limit: number, all = languages): LocalText | undefined {
    const wanted = all.map((language) => [language, columns[language] ?? ''] as const)
    const [first] = wanted
    if (first === undefined || wanted.every(([, column]) => at(column) === ''))
      return wrong(first?.[1] ?? '', 'missing')
    let whole = true
    for (const [, column] of wanted) {
      if (at(column) !== '' && at(column).length <= limit) continue
      wrong(column, at(column) === '' ? 'one-language-only' : 'too-long')
      whole = false
    }
    return whole
      ? Object.fromEntries(wanted.map(([language, column]) => [language, at(column)]))
      : undefined
  }

  const isBlank = (columns: Columns): boolean =>
    Object.values(columns).every((column) => at(column) === '')

  function day(source: Day | { column: string }): Day | undefined {
    if (typeof source === 'string') return source
    const parsed = daySchema.safeParse(at(source.column))
    if (parsed.success) return parsed.data
    return wrong(source.column, codeOf(parsed.error.issues[0]?.message, 'not-a-date'))
  }

  /** Deadlines stand in one column for all languages, or in one for each; the first is read. */
  function deadline(
    columns: string | Columns,
    rules: readonly DeadlineRule[],
  ): Deadline | undefined {
    const [main = ''] = languages
    const typed =
      typeof columns === 'string'
        ? words({ [main]: columns }, importLimits.title, [main])
        : words(columns, importLimits.title)
    if (typed === undefined) return undefined
    const column = typeof columns === 'string' ? columns : (columns[main] ?? '')
    const read = readDeadline(rules, at(column))
    if (read === undefined) return wrong(column, 'unmapped-deadline')
    if (!daySchema.safeParse(read.due).success) return wrong(column, 'date-out-of-range')
    return { ...read, words: typed }
  }

  function number(column: string): number | undefined {
    const parsed = typedNumber.safeParse(at(column))
    if (parsed.success) return parsed.data
    return wrong(column, codeOf(parsed.error.issues[0]?.message, 'not-a-number'))
  }

  /** What a table of the mapping has under the code in this column. */
  function lookUp<found>(
    column: string,
    table: Readonly<Record<string, found>>,
    otherwise: ImportProblemCode,
  ): found | undefined {
    const value = code(column)
    if (value === undefined) return undefined
    return Object.hasOwn(table, value) ? table[value] : wrong(column, otherwise)
  }

  return { at, wrong, code, words, isBlank, day, deadline, number, lookUp }
}
export type Cells = ReturnType<typeof cellsOf>
