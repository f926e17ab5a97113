import { csvLine, type Cell } from './csv.ts'

/** The types of Frictionless Table Schema v1 that the register's tables use. */
export type FieldType =
  | 'string'
  | 'integer'
  | 'number'
  | 'boolean'
  | 'date'
  | 'datetime'
  | 'object'
  | 'array'
  | 'any'

export type Field = {
  type: FieldType
  /** One line in English: what stands in the column. It is the same in package, page and docs. */
  says: string
  /** Never empty. */
  required?: true
  /** Follows from other columns, from acts or from the day: an import passes over it. */
  derived?: true
  oneOf?: readonly string[]
}

/** Columns that name a row of another table. */
type Reference = { fields: readonly string[]; to: string; toFields: readonly string[] }

type Value = Cell | object
type Row<name extends string = string> = Readonly<Record<name, Value>>

/** One table of the register's Data Package: its columns, and the rows that a record has in it. */
export type Table<record> = {
  /** Of its resource and, with `.csv`, of its file. */
  name: string
  title: string
  says: string
  primaryKey: readonly string[]
  refers: readonly Reference[]
  /** Whether an import reads it; the texts of declarations it takes from their JSON. */
  imported: boolean
  fields: Readonly<Record<string, Field>>
  rows: (of: record) => readonly Row[]
}

/** Ties a table's rows to its columns: a row that lacks one of them does not compile. */
export const table = <record, name extends string>(
  described: Omit<Table<record>, 'fields' | 'rows' | 'primaryKey'> & {
    fields: Readonly<Record<name, Field>>
    primaryKey: readonly NoInfer<name>[]
    rows: (of: record) => readonly Row<NoInfer<name>>[]
  },
): Table<record> => described

/** The header line of a table's file. */
export const headerLine = ({ fields }: Pick<Table<never>, 'fields'>): string =>
  csvLine(Object.keys(fields))

/** The lines that a record has in a table's file; none, one or many. */
export const linesOf = <record>({ fields, rows }: Table<record>, of: record): string => {
  const columns = Object.entries(fields)
  return rows(of)
    .map((row) => csvLine(columns.map(([name, field]) => cellOf(row[name], field))))
    .join('')
}

/** Objects, lists and values of any kind stand as JSON, which a text of any kind does as well. */
function cellOf(value: Value, { type }: Field): Cell {
  if (type === 'any') return JSON.stringify(value)
  if (type === 'object' || type === 'array') return value === null ? '' : JSON.stringify(value)
  return value as Cell
}

/** Things in their order, which a table's rows have none of by themselves. */
export const numbered = <thing extends object>(things: readonly thing[]) =>
  things.map((thing, place) => ({ position: place + 1, ...thing }))
