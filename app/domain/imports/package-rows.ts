import { instantShape } from '../open-data/commitment.ts'
import { unguarded } from '../open-data/csv.ts'
import type { Field, Table } from '../open-data/table.ts'
import { daySchema } from '../shared/dates.ts'
import { parsedJson } from '../shared/written.ts'
import { importLimits } from './cells.ts'
import { problemAt, type ImportProblem, type ImportProblemCode } from './problem.ts'

/** A row of one of a package's tables: what its cells hold, each read as its column's type. */
export type PackageRow = {
  file: string
  row: number
  cells: Readonly<Record<string, string>>
  values: Readonly<Record<string, unknown>>
}
/** Rows by what they belong to. */
export type RowGroups = ReadonlyMap<string, readonly PackageRow[]>
type Note = (problem: ImportProblem) => void
/** Notes that a cell is wrong, and stands for what could not be read. */
export type Wrong = (at: PackageRow, column: string, code: ImportProblemCode) => undefined

/** Rows by what one of their columns says, in their order. */
export function grouped(rows: readonly PackageRow[], column: string): RowGroups {
  const groups = new Map<string, PackageRow[]>()
  for (const row of rows) {
    const key = row.cells[column] ?? ''
    const group = groups.get(key)
    if (group) group.push(row)
    else groups.set(key, [row])
  }
  return groups
}

/** A problem with one cell of a row. */
export const problemIn = (
  { file, ...row }: Pick<PackageRow, 'file' | 'row' | 'cells'>,
  column: string,
  code: ImportProblemCode,
  otherRow?: number,
): ImportProblem => ({ ...problemAt(row, column, code, otherRow), file })

/**
 * Reads a table by the same columns it is exported with. Columns that follow from others are passed
 * over, and so are columns nobody knows.
 * @param records as CSV was split, the header first
 * @returns only rows in which every cell could be read; the others are noted
 */
export function readPackageTable(
  table: Pick<Table<never>, 'name' | 'fields' | 'primaryKey'>,
  records: readonly (readonly string[])[],
  note: Note,
): PackageRow[] {
  const file = `${table.name}.csv`
  const [header = [], ...body] = records
  const columns = Object.entries(table.fields).filter(([, { derived }]) => !derived)
  const missing = columns.filter(([name]) => !header.includes(name))
  for (const [column] of missing) note({ file, row: 1, column, value: '', code: 'missing-column' })
  if (missing.length > 0) return []

  const firsts = new Map<string, number>()
  return body.flatMap((record, at) => {
    const row = at + 2
    if (record.length === 1 && record[0] === '') return []
    if (record.length !== header.length) {
      note({ file, row, column: '', value: `${record.length}`, code: 'wrong-cell-count' })
      return []
    }
    const cells = Object.fromEntries(header.map((name, i) => [name, unguarded(record[i] ?? '')]))
    const values: Record<string, unknown> = {}
    let whole = true
    for (const [name, field] of columns) {
      const read = readCell(cells[name] ?? '', field)
      if ('code' in read) note(problemIn({ file, row, cells }, name, read.code))
      else values[name] = read.value
      whole &&= !('code' in read)
    }
    const key = JSON.stringify(table.primaryKey.map((name) => cells[name]))
    const first = firsts.get(key)
    firsts.set(key, first ?? row)
    if (first !== undefined)
      note(problemIn({ file, row, cells }, table.primaryKey[0] ?? '', 'duplicate-code', first))
    return whole && first === undefined ? [{ file, row, cells, values }] : []
  })
}

type Read = { value: unknown } | { code: ImportProblemCode }

/** What a cell holds. Text stays text; an empty cell of any other type holds nothing: null. */
function readCell(text: string, { type, required, oneOf }: Field): Read {
  if (text === '') {
    if (required) return { code: 'missing' }
    return { value: type === 'string' ? '' : null }
  }
  if (oneOf && !oneOf.includes(text)) return { code: 'not-on-list' }
  if (text.length > importLimits.text && type === 'string') return { code: 'too-long' }
  switch (type) {
    case 'string':
      return { value: text }
    case 'integer':
    case 'number':
      return /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i.test(text) &&
        (type === 'number' || Number.isInteger(Number(text)))
        ? Math.abs(Number(text)) <= 1e12
          ? { value: Number(text) }
          : { code: 'number-out-of-range' }
        : { code: 'not-a-number' }
    case 'boolean':
      return text === 'true' || text === 'false'
        ? { value: text === 'true' }
        : { code: 'not-on-list' }
    case 'date':
      return daySchema.safeParse(text).success ? { value: text } : { code: 'not-a-date' }
    case 'datetime':
      return readInstant(text)
    case 'object':
    case 'array':
    case 'any':
      return readJson(text, type)
  }
}

/** Of the same years as any day here; that it has come already is asked where the day is known. */
function readInstant(text: string): Read {
  if (!instantShape.safeParse(text).success) return { code: 'not-a-date' }
  return daySchema.safeParse(text.slice(0, 10)).success
    ? { value: text }
    : { code: 'date-out-of-range' }
}

function readJson(text: string, type: 'object' | 'array' | 'any'): Read {
  try {
    const value = parsedJson(text)
    const isOfType =
      type === 'any' ||
      (typeof value === 'object' && value !== null && Array.isArray(value) === (type === 'array'))
    return isOfType ? { value } : { code: 'not-readable' }
  } catch {
    return { code: 'not-readable' }
  }
}
