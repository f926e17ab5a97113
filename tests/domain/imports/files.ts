import { readFileSync } from 'node:fs'

import { parse } from 'csv-parse/sync'

import { declarationSchema, type Declaration } from '#app/domain/declarations/declaration.ts'
import { parseMapping, type ImportMapping } from '#app/domain/imports/mapping.ts'
import { readTable, type ImportRow } from '#app/domain/imports/read-rows.ts'

const textOf = (file: string) =>
  readFileSync(new URL(`../../../declarations/${file}`, import.meta.url), 'utf8')

export const declarationFrom = (file: string): Declaration =>
  declarationSchema.parse(JSON.parse(textOf(file)))

export function mappingFrom(file: string): ImportMapping {
  const parsed = parseMapping(textOf(file))
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  return parsed.mapping
}

export function rowsFrom(file: string): ImportRow[] {
  const table = readTable(parse(textOf(file), { relax_column_count: true }))
  if (!table.ok) throw new Error(JSON.stringify(table.problems))
  return table.rows
}
