import { getTableColumns, sql, type SQL } from 'drizzle-orm'
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core'

import type { Transaction } from '../client.server.ts'

/**
 * Inserts rows by one parameter, their JSON: with one for each value, naming and binding them makes
 * up most of a statement's time. All rows have the first one's columns; the others keep their default.
 */
export async function insertRows<table extends SQLiteTable>(
  tx: Transaction,
  table: table,
  rows: readonly table['$inferInsert'][],
  onConflict: SQL = sql``,
) {
  const [first] = rows
  if (!first) return
  const columns = Object.entries(getTableColumns(table)).filter(([name]) => name in first)
  const names = columns.map(([, { name }]) => `"${name}"`).join(', ')
  const values = columns.map(([, column], i) =>
    isBytes(column) ? `unhex(value ->> ${i})` : `value ->> ${i}`,
  )
  const given = rows.map((row: Readonly<Record<string, unknown>>) =>
    columns.map(([name, column]) => spelled(column, row[name])),
  )
  // Without the condition SQLite would take ON CONFLICT for a join's.
  await tx.run(sql`INSERT INTO ${table} (${sql.raw(names)}) SELECT ${sql.raw(values.join(', '))}
    FROM json_each(${JSON.stringify(given)}) WHERE true ${onConflict}`)
}

const isBytes = ({ dataType }: SQLiteColumn) => dataType === 'buffer'

/** A value as its column keeps it, bytes as the hexadecimal that JSON can hold. */
function spelled(column: SQLiteColumn, value: unknown): unknown {
  if (value === null || value === undefined) return null
  return isBytes(column) ? (value as Buffer).toString('hex') : column.mapToDriverValue(value)
}
