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
  const { columns, read, spell } = shapeOf(table, first)
  const names = columns.map(({ name }) => `"${name}"`).join(', ')
  // Without the condition SQLite would take ON CONFLICT for a join's.
  await tx.run(sql`INSERT INTO ${table} (${sql.raw(names)}) SELECT ${sql.raw(read.join(', '))}
    FROM json_each(${JSON.stringify(rows.map(spell))}) WHERE true ${onConflict}`)
}

/** Changes the columns named here in the row of this id, by two parameters. */
export async function updateRow<table extends SQLiteTable & { id: SQLiteColumn }>(
  tx: Transaction,
  table: table,
  id: string,
  changed: Partial<table['$inferInsert']>,
) {
  const { columns, read, spell } = shapeOf(table, changed)
  const set = columns.map(({ name }, i) => `"${name}" = ${read[i]}`).join(', ')
  await tx.run(sql`UPDATE ${table} SET ${sql.raw(set)}
    FROM json_each(${JSON.stringify([spell(changed)])}) WHERE ${table.id} = ${id}`)
}

/** The columns a row names, how SQLite reads each from a row's JSON, and how that is written. */
function shapeOf(table: SQLiteTable, example: object) {
  const named = Object.entries(getTableColumns(table)).filter(([name]) => name in example)
  return {
    columns: named.map(([, column]) => column),
    read: named.map(([, column], i) =>
      isBytes(column) ? `unhex(value ->> ${i})` : `value ->> ${i}`,
    ),
    spell: (row: Readonly<Record<string, unknown>>) =>
      named.map(([name, column]) => spelled(column, row[name])),
  }
}

const isBytes = ({ dataType }: SQLiteColumn) => dataType === 'buffer'

/** A value as its column keeps it, bytes as the hexadecimal that JSON can hold. */
function spelled(column: SQLiteColumn, value: unknown): unknown {
  if (value === null || value === undefined) return null
  return isBytes(column) ? (value as Buffer).toString('hex') : column.mapToDriverValue(value)
}
