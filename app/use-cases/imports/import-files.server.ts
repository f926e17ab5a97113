import { splitCsv } from '#app/adapters/tables/csv.server.ts'
import { parseMapping } from '#app/domain/imports/mapping.ts'
import { readTable } from '#app/domain/imports/read-rows.ts'
import { refuse } from '#app/domain/shared/result.ts'

import type { Acting } from '../acting.ts'
import { importCommitments, importProblems, type ImportOrder } from './import-commitments.server.ts'

/** The texts of a table and of the mapping that says how it is read. */
export type ImportFiles = { table: string; mapping: string }

/** Brings in a table as it comes from disk or from a form; what cannot be read is said at once. */
export async function importFiles(
  acting: Acting,
  files: ImportFiles,
  order: Omit<ImportOrder, 'mapping' | 'rows'> = {},
) {
  const parsed = parseMapping(files.mapping)
  if (!parsed.ok) return { ...refuse('mapping-problems'), problems: parsed.problems } as const
  const split = splitCsv(files.table)
  if (!split.ok)
    return importProblems([{ row: split.row, column: '', value: '', code: 'broken-quotes' }])
  const table = readTable(split.records)
  if (!table.ok) return importProblems(table.problems)
  return importCommitments(acting, { ...order, mapping: parsed.mapping, rows: table.rows })
}
export type ImportAnswer = Awaited<ReturnType<typeof importFiles>>
