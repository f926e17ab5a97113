import type { Outcome } from '../accountability/outcome.ts'
import {
  clausesOf,
  stakeholderGroups,
  type CitedClause,
  type Declaration,
  type StakeholderGroup,
} from '../declarations/declaration.ts'
import { dueOutcomes, type CommitmentFilters } from './filters.ts'
import { countsOf, select, tableOf, type PublicIndex } from './public-index.ts'

/** What the matrix prints in each cell: commitments made, the share kept, those without a report. */
export const coverageViews = ['made', 'kept', 'silent'] as const
export type CoverageView = (typeof coverageViews)[number]

export const readCoverageView = (search: URLSearchParams): CoverageView =>
  coverageViews.find((view) => view === search.get('show')) ?? 'made'

/**
 * How many commitments a group leads under a clause, or under any for null: one under three
 * clauses counts in each of them, and once in all.
 */
export type CellCount = (clause: string | null, group: StakeholderGroup) => number

export type CoverageCell = {
  made: number
  /** Of those made, the ones an account is due for by today. */
  due: number
  /** Of those due, the ones found kept. */
  kept: number
  /** Of those due, the ones without a report. */
  silent: number
  /** The clause asks something of this group. */
  addressed: boolean
}
export type CoverageRow = {
  group: StakeholderGroup
  /** In the order of the clauses. */
  cells: readonly CoverageCell[]
  total: CoverageCell
}
export type Coverage = { clauses: readonly CitedClause[]; rows: readonly CoverageRow[] }

/** Every group that a clause addresses or that made something, against every clause. */
export function coverageOf(declaration: Declaration, counts: Counts): Coverage {
  const clauses = clausesOf(declaration)
  const cell = (key: string | null, group: StakeholderGroup, addressed: boolean) => ({
    made: counts.made(key, group),
    due: counts.due(key, group),
    kept: counts.kept(key, group),
    silent: counts.silent(key, group),
    addressed,
  })
  const rows = stakeholderGroups.map((group) => {
    const cells = clauses.map(({ key, addressees }) => cell(key, group, addressees.includes(group)))
    return {
      group,
      cells,
      total: cell(
        null,
        group,
        cells.some(({ addressed }) => addressed),
      ),
    }
  })
  return { clauses, rows: rows.filter((row) => row.cells.some((cell) => isConcerned(cell))) }
}

/** The matrix of one declaration, counted from the index; the filters narrow what is counted. */
export const coverageIn = (
  index: PublicIndex,
  declaration: Declaration,
  filters: CommitmentFilters = {},
): Coverage =>
  coverageOf(declaration, keptCounts(index, { ...filters, declaration: [declaration.key] }))

type Counts = Readonly<Record<'made' | 'due' | 'kept' | 'silent', CellCount>>

/** Few are ever asked for: each combination of a declaration, places and years. */
const MOST_KEPT = 64
const keptOf = new WeakMap<PublicIndex, { version: number; counts: Map<string, Counts> }>()

/** Counts are kept while nothing in the index changes, rather than taken again for each reader. */
function keptCounts(index: PublicIndex, filters: CommitmentFilters): Counts {
  let kept = keptOf.get(index)
  if (kept?.version !== index.version || kept.counts.size >= MOST_KEPT)
    keptOf.set(index, (kept = { version: index.version, counts: new Map() }))
  const key = JSON.stringify(filters)
  const counts = kept.counts.get(key) ?? countsOfCells(index, filters)
  kept.counts.set(key, counts)
  return counts
}

function countsOfCells(index: PublicIndex, filters: CommitmentFilters): Counts {
  const within = select(index, filters)
  const counting = (outcome?: readonly Outcome[]): CellCount => {
    const bits = outcome ? select(index, { outcome }, { within }) : within
    const byClause = tableOf(index, bits, 'group', 'clause')
    const inAll = new Map(countsOf(index, bits, 'group').map(({ value, count }) => [value, count]))
    const counted = new Map<string, number>()
    return (clause, group) => {
      if (clause === null) return inAll.get(group) ?? 0
      const cell = `${group} ${clause}`
      const count = counted.get(cell) ?? byClause(group, clause)
      counted.set(cell, count)
      return count
    }
  }
  return {
    made: counting(),
    due: counting(dueOutcomes),
    kept: counting(['kept']),
    silent: counting(['no-report']),
  }
}

const isConcerned = (cell: CoverageCell) => cell.addressed || cell.made > 0

/** Asked of the group, and nobody in it has promised anything. */
export const isGap = (cell: CoverageCell): boolean => cell.addressed && cell.made === 0

/**
 * Per cent kept of those due; null while nothing is due. Rounded, but one kept is never 0 and
 * one not kept never 100.
 */
export function sharePercent({ due, kept }: Pick<CoverageCell, 'due' | 'kept'>): number | null {
  if (due === 0) return null
  if (kept === 0 || kept === due) return kept === 0 ? 0 : 100
  return Math.min(99, Math.max(1, Math.round((100 * kept) / due)))
}

/** The cells of one clause, all groups together: exact, since each commitment has one lead. */
export const clauseTotal = ({ rows }: Coverage, place: number): CoverageCell =>
  together(rows.flatMap((row) => row.cells[place] ?? []))

/** Every commitment of the matrix, once. */
export const coverageTotal = ({ rows }: Coverage): CoverageCell =>
  together(rows.map((row) => row.total))

function together(cells: readonly CoverageCell[]): CoverageCell {
  const sum = (of: 'made' | 'due' | 'kept' | 'silent') =>
    cells.reduce((total, cell) => total + cell[of], 0)
  return {
    made: sum('made'),
    due: sum('due'),
    kept: sum('kept'),
    silent: sum('silent'),
    addressed: cells.some((cell) => cell.addressed),
  }
}

export type Gap = { group: StakeholderGroup; clauses: readonly CitedClause[]; addressed: number }

/** Which groups have nothing under which clauses that address them; the longest list first. */
export function gapsOf({ clauses, rows }: Coverage): Gap[] {
  return rows
    .map(({ group, cells }) => ({
      group,
      clauses: clauses.filter((_, place) => isGap(cells[place]!)),
      addressed: cells.filter((cell) => cell.addressed).length,
    }))
    .filter((gap) => gap.clauses.length > 0)
    .toSorted((a, b) => b.clauses.length - a.clauses.length)
}

export type Spot = { group: StakeholderGroup; clause: CitedClause; cell: CoverageCell }

const spotsOf = ({ clauses, rows }: Coverage): Spot[] =>
  rows.flatMap(({ group, cells }) =>
    cells.map((cell, place) => ({ group, clause: clauses[place]!, cell })),
  )

/** Where the smallest part of what fell due was kept; of equals, where most fell due. */
export const leastKept = (coverage: Coverage): Spot | undefined =>
  spotsOf(coverage)
    .filter(({ cell }) => cell.due > 0)
    .toSorted(
      (a, b) => a.cell.kept / a.cell.due - b.cell.kept / b.cell.due || b.cell.due - a.cell.due,
    )
    .at(0)

/** Where most commitments are without a report; of equals, where least else was made. */
export const mostSilent = (coverage: Coverage): Spot | undefined =>
  spotsOf(coverage)
    .filter(({ cell }) => cell.silent > 0)
    .toSorted((a, b) => b.cell.silent - a.cell.silent || a.cell.made - b.cell.made)
    .at(0)
