/** All that can be wrong with a table or one of its rows. Messages are keyed by these. */
export const importProblemCodes = [
  'empty-file',
  'broken-quotes',
  'no-rows',
  'unnamed-column',
  'duplicate-column',
  'missing-column',
  'wrong-cell-count',
  'wrong-declaration',
  'missing',
  'one-language-only',
  'too-long',
  'unknown-clause',
  'unknown-organisation',
  'unknown-department',
  'unmapped-deadline',
  'not-a-date',
  'date-out-of-range',
  'end-before-start',
  'milestone-outside-dates',
  'not-a-number',
  'number-out-of-range',
  'duplicate-code',
  'inconsistent-parent',
  'too-many-milestones',
  'lead-changed',
  'commitment-not-open',
  'milestone-dropped',
  'milestone-already-reported',
  'withheld-sign',
  'missing-file',
  'not-readable',
  'not-on-list',
  'refers-to-nothing',
  'history-broken',
  'account-broken',
  'number-taken',
  'declaration-differs',
] as const
export type ImportProblemCode = (typeof importProblemCodes)[number]

export type ImportProblem = {
  /** Of a package: which of its files. */
  file?: string
  /** As a spreadsheet numbers them: the header is row 1. 0 when it is the file as a whole. */
  row: number
  /** The column's name in the header; empty when no single column is to blame. */
  column: string
  /** What stands there. */
  value: string
  code: ImportProblemCode
  /** The earlier row that this one contradicts or repeats. */
  otherRow?: number
}

export type NoteProblem = (problem: ImportProblem) => void

const SHOWN = 200

/** A problem with one cell; a long value is cut for the report. */
export function problemAt(
  { row, cells }: { row: number; cells: Readonly<Record<string, string>> },
  column: string,
  code: ImportProblemCode,
  otherRow?: number,
): ImportProblem {
  const typed = Object.hasOwn(cells, column) ? (cells[column] ?? '') : ''
  const value = typed.length > SHOWN ? `${typed.slice(0, SHOWN)}…` : typed
  return { row, column, value, code, ...(otherRow !== undefined && { otherRow }) }
}
