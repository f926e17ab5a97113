/** What a cell can hold; null and undefined are an empty one. */
export type Cell = string | number | boolean | null | undefined

/** A table's columns by the names of its header line, in the order they stand in. */
export type Columns<row> = readonly (readonly [name: string, cell: (row: row) => Cell])[]

/**
 * Before a list that people open by a click: without it spreadsheets take UTF-8 for something
 * else, and Arabic, Chinese and Cyrillic come out as nonsense. Tables meant for programs alone
 * (a Data Package) go without.
 */
export const BYTE_ORDER_MARK = '\uFEFF'

/** Signs a spreadsheet takes for the beginning of a formula, the wide ones of Asian keyboards too. */
const FORMULA = '=+\\-@＝＋－＠'
/**
 * Where a formula could begin: at the head of a cell, and within it after whatever parts cells or
 * rows in a country whose spreadsheets do not part them by commas.
 */
const PLACES = [`(?<=^)(?='*[${FORMULA}\\t\\r\\n])`, `(?<=[;\\t\\r\\n])(?='*[${FORMULA}])`]
const DANGERS = new RegExp(PLACES.join('|'), 'gu')
const GUARDS = new RegExp(PLACES.map((place) => place.replace('(?=', "'(?=")).join('|'), 'gu')

/**
 * A text that no spreadsheet runs: an apostrophe is put before every sign that could begin a
 * formula, however many apostrophes stand there already. {@link unguarded} takes exactly those out.
 */
export const guarded = (text: string): string => text.replaceAll(DANGERS, "'")

/** The text that was {@link guarded}. */
export const unguarded = (text: string): string => text.replaceAll(GUARDS, '')

/**
 * One line of a table as RFC 4180 writes it, its CRLF included. Texts are guarded; numbers are
 * not, since none can be a formula; truth is `true` or `false`.
 */
export const csvLine = (cells: readonly Cell[]): string => `${cells.map(written).join(',')}\r\n`

function written(cell: Cell): string {
  if (typeof cell !== 'string') return cell === null || cell === undefined ? '' : String(cell)
  const text = guarded(cell)
  return /[",;'\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** The header line of a table. */
export const csvHeader = <row>(columns: Columns<row>): string =>
  csvLine(columns.map(([name]) => name))

/** The line of one row. */
export const csvRow = <row>(columns: Columns<row>, row: row): string =>
  csvLine(columns.map(([, cell]) => cell(row)))
