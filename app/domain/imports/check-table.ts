import { limits } from '../commitments/terms.ts'
import { hasClause, type Declaration } from '../declarations/declaration.ts'
import type { ImportMapping } from './mapping.ts'
import { problemAt, type ImportProblem } from './problem.ts'
import type { ImportRow } from './read-rows.ts'

type Named = string | Readonly<Record<string, string>> | undefined
const named = (sources: readonly Named[]): string[] =>
  sources.flatMap((source) => (typeof source === 'string' ? [source] : Object.values(source ?? {})))

/** The columns a mapping names, by the level whose rows repeat them. */
function columnsOf({ levels }: ImportMapping) {
  const { commitment, milestone, indicator } = levels
  const { responsible } = milestone
  const writtenOut = responsible !== undefined && 'columns' in responsible
  return {
    commitment: named([
      commitment.code,
      commitment.title,
      commitment.text,
      'column' in commitment.clause ? commitment.clause.column : undefined,
      typeof commitment.startOn === 'object' ? commitment.startOn.column : undefined,
      typeof commitment.endOn === 'object' ? commitment.endOn.column : undefined,
      'column' in commitment.lead ? commitment.lead.column : undefined,
    ]),
    milestone: named([
      milestone.code,
      milestone.title,
      writtenOut ? responsible.columns : undefined,
    ]),
    leaf: named([
      writtenOut ? undefined : responsible?.column,
      milestone.due,
      milestone.unit,
      milestone.baseline,
      milestone.target,
      indicator?.code,
      indicator?.words,
      indicator?.due,
    ]),
  }
}

/** Whether mapping, declaration and table belong together at all. */
export function checkTable(
  mapping: ImportMapping,
  declaration: Declaration,
  rows: readonly ImportRow[],
): ImportProblem[] {
  if (mapping.declaration !== declaration.key)
    return [{ row: 0, column: '', value: mapping.declaration, code: 'wrong-declaration' }]
  const { clause } = mapping.levels.commitment
  if ('key' in clause && !hasClause(declaration, clause.key))
    return [{ row: 0, column: '', value: clause.key, code: 'unknown-clause' }]
  const [first] = rows
  if (first === undefined) return [{ row: 0, column: '', value: '', code: 'no-rows' }]
  const wanted = new Set(Object.values(columnsOf(mapping)).flat())
  return [...wanted]
    .filter((column) => !Object.hasOwn(first.cells, column))
    .map((column) => ({ row: 1, column, value: '', code: 'missing-column' }))
}

/** Rows that repeat a code, and rows that say something else of a parent than an earlier row. */
export function contradictionsIn(
  mapping: ImportMapping,
  rows: readonly ImportRow[],
): ImportProblem[] {
  const { commitment, milestone, indicator } = mapping.levels
  const columns = columnsOf(mapping)
  const inOrder = rows.toSorted((a, b) => a.row - b.row)
  const ofCommitments = [
    ...differing(inOrder, commitment.code, columns.commitment),
    ...crowding(inOrder, commitment.code, milestone.code),
  ]
  if (indicator === undefined) return [...ofCommitments, ...repeating(inOrder, milestone.code)]
  return [
    ...ofCommitments,
    ...differing(inOrder, milestone.code, [commitment.code, ...columns.milestone]),
    ...repeating(inOrder, indicator.code),
  ]
}

const differing = (rows: readonly ImportRow[], code: string, columns: readonly string[]) =>
  againstFirst(rows, code, (row, first) =>
    columns
      .filter((column) => row.cells[column] !== first.cells[column])
      .map((column) => problemAt(row, column, 'inconsistent-parent', first.row)),
  )

const repeating = (rows: readonly ImportRow[], code: string) =>
  againstFirst(rows, code, (row, first) => [problemAt(row, code, 'duplicate-code', first.row)])

/** The first row of each commitment that names one milestone more than a commitment can hold. */
function crowding(rows: readonly ImportRow[], commitment: string, milestone: string) {
  const named = new Map<string, Set<string>>()
  return rows.flatMap((row) => {
    const code = row.cells[commitment] ?? ''
    const milestones = named.get(code) ?? new Set()
    const before = milestones.size
    named.set(code, milestones.add(row.cells[milestone] ?? ''))
    return before === limits.milestones && milestones.size > before
      ? [problemAt(row, milestone, 'too-many-milestones')]
      : []
  })
}

/** Holds each row against the first one with the same code. */
function againstFirst(
  rows: readonly ImportRow[],
  code: string,
  hold: (row: ImportRow, first: ImportRow) => ImportProblem[],
): ImportProblem[] {
  const firsts = new Map<string, ImportRow>()
  return rows.flatMap((row) => {
    const value = row.cells[code] ?? ''
    const first = firsts.get(value)
    if (first === undefined) firsts.set(value, row)
    return value === '' || first === undefined ? [] : hold(row, first)
  })
}
