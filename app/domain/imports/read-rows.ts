import type { ImportProblem } from './problem.ts'

/** A row of the table: what stands under each column, without space around it. */
export type ImportRow = { row: number; cells: Readonly<Record<string, string>> }

export type ReadTable =
  | { ok: true; columns: string[]; rows: ImportRow[] }
  | { ok: false; problems: ImportProblem[] }

const BYTE_ORDER_MARK = /^\u{feff}/u
const tidy = (cell: string) => cell.replaceAll(/\r\n?/g, '\n').trim()

/**
 * Names the cells of records already split from CSV, the header first. Hand over every record,
 * blank ones too, and of any length: rows are counted here, and ragged ones reported.
 */
export function readTable(records: readonly (readonly string[])[]): ReadTable {
  const [header, ...body] = records
  if (header === undefined || header.every((name) => tidy(name) === ''))
    return { ok: false, problems: [{ row: 0, column: '', value: '', code: 'empty-file' }] }

  const columns = header.map((name) => tidy(name.replace(BYTE_ORDER_MARK, '')))
  const problems: ImportProblem[] = []
  columns.forEach((column, at) => {
    if (column === '') problems.push({ row: 1, column, value: `${at + 1}`, code: 'unnamed-column' })
    else if (columns.indexOf(column) < at)
      problems.push({ row: 1, column, value: column, code: 'duplicate-column' })
  })

  const rows: ImportRow[] = []
  body.forEach((record, at) => {
    const row = at + 2
    const cells = record.map(tidy)
    if (cells.every((cell) => cell === '')) return
    if (cells.length !== columns.length)
      problems.push({ row, column: '', value: `${cells.length}`, code: 'wrong-cell-count' })
    else
      rows.push({
        row,
        cells: Object.fromEntries(columns.map((name, i) => [name, cells[i] ?? ''])),
      })
  })
  if (problems.length > 0) return { ok: false, problems }
  if (rows.length === 0)
    return { ok: false, problems: [{ row: 0, column: '', value: '', code: 'no-rows' }] }
  return { ok: true, columns, rows }
}
