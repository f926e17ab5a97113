import { sql, type SQL } from 'drizzle-orm'
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core'

import type { Transaction } from '../client.server.ts'

type Value = string | number | boolean | null

/**
 * Inserts many rows by one parameter, their JSON: with one for each value, binding them makes up
 * most of a statement's time. What is JSON itself is handed in as text.
 */
export async function insertRows(
  tx: Transaction,
  table: SQLiteTable,
  columns: readonly SQLiteColumn[],
  rows: readonly (readonly Value[])[],
  onConflict: SQL = sql``,
) {
  if (rows.length === 0) return
  const names = columns.map(({ name }) => `"${name}"`).join(', ')
  const values = columns.map((_, i) => `value ->> ${i}`).join(', ')
  // Without the condition SQLite would take ON CONFLICT for a join's.
  await tx.run(sql`INSERT INTO ${table} (${sql.raw(names)}) SELECT ${sql.raw(values)}
    FROM json_each(${JSON.stringify(rows)}) WHERE true ${onConflict}`)
}
