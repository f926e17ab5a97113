import type { Coverage, CoverageCell } from '../browsing/coverage.ts'
import type { StakeholderGroup } from '../declarations/declaration.ts'
import type { Columns } from './csv.ts'

/** One cell of the coverage matrix as data: a clause and a stakeholder group. */
export type CoverageDatum = CoverageCell & {
  /** The clause's stable key, such as `qd2015/oer/1`. */
  clause: string
  /** The number it is cited by, such as `2.1`. */
  number: string
  group: StakeholderGroup
  /** Addressed by the clause, and nothing was made. */
  gap: boolean
}

/**
 * Every cell of a matrix, clause by clause, groups in their fixed order. Counts are of commitments;
 * one under several clauses counts in each.
 */
export const coverageData = ({ clauses, rows }: Coverage): CoverageDatum[] =>
  clauses.flatMap(({ key, number }, place) =>
    rows.flatMap(({ group, cells }) => {
      const cell = cells[place]
      return cell
        ? [{ clause: key, number, group, ...cell, gap: cell.addressed && cell.made === 0 }]
        : []
    }),
  )

/** The same as the columns of a table. */
export const coverageColumns: Columns<CoverageDatum> = [
  ['clause', ({ clause }) => clause],
  ['number', ({ number }) => number],
  ['group', ({ group }) => group],
  ['addressed', ({ addressed }) => addressed],
  ['made', ({ made }) => made],
  ['due', ({ due }) => due],
  ['kept', ({ kept }) => kept],
  ['silent', ({ silent }) => silent],
  ['gap', ({ gap }) => gap],
]
