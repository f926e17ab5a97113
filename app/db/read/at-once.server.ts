import { fillPlaceholders, is, type Placeholder, type SQL } from 'drizzle-orm'
import { SQLiteBlobBuffer, SQLiteColumn, SQLiteReal } from 'drizzle-orm/sqlite-core'

import type { Database } from '../client.server.ts'

/** What this needs of a drizzle select. */
type Question = {
  prepare(): {
    getQuery(): { sql: string; params: unknown[] }
    mapResult(response: unknown, isFromBatch?: boolean): unknown
  }
  readonly _: { readonly selectedFields: Record<string, unknown> }
}
export type Answers<questions extends readonly unknown[]> = {
  -readonly [place in keyof questions]: Awaited<questions[place]>
}

/** A value of a question, or its name where the question is asked again and again. */
export type Given = string | Placeholder

type Kind = 'plain' | 'bytes' | 'real'
type Prepared = {
  sql: string
  params: unknown[]
  read: ((rows: unknown[][]) => unknown)[]
}

/**
 * Several questions as one statement, from one snapshot. It is written once for each database; its
 * answers come as one line of JSON. A page that asks ten things otherwise spends most of its time on
 * writing, compiling and unpacking ten statements (docs/performance.md).
 *
 * `ask` is given the names of `values` as placeholders, and has to be the same function each time.
 */
export async function atOnce<
  const questions extends readonly Question[],
  values extends Readonly<Record<string, string | number>>,
>(db: Database, ask: (db: Database) => questions, values: values): Promise<Answers<questions>> {
  const known = written.get(db) ?? new Map<unknown, Prepared>()
  written.set(db, known)
  const statement = known.get(ask) ?? write(ask(db))
  known.set(ask, statement)
  const { rows } = await db.$client.execute({
    sql: statement.sql,
    args: fillPlaceholders(statement.params, values) as (string | number | null)[],
  })
  const told = JSON.parse(rows[0]?.[0] as string) as unknown[][][]
  return statement.read.map((read, place) => read(told[place] ?? [])) as Answers<questions>
}

const written = new WeakMap<Database, Map<unknown, Prepared>>()

function write(questions: readonly Question[]): Prepared {
  const parts = questions.map((question, place) => {
    const prepared = question.prepare()
    const { sql: text, params } = prepared.getQuery()
    const kinds = kindsOf(question._.selectedFields)
    const names = kinds.map((_, column) => `c${column}`)
    return {
      params,
      table: `asked${place}(${names.join(', ')}) as (${text})`,
      told: `(select json_group_array(json_array(${kinds.map(told).join(', ')})) from asked${place})`,
      read: (rows: unknown[][]) =>
        prepared.mapResult(
          { rows: rows.map((row) => row.map((value, i) => heard(value, kinds[i]))) },
          true,
        ),
    }
  })
  return {
    sql: `with ${parts.map(({ table }) => table).join(',\n')}
select json_array(${parts.map((part) => part.told).join(',\n')})`,
    params: parts.flatMap(({ params }) => params),
    read: parts.map(({ read }) => read),
  }
}

/** JSON has no bytes, and SQLite writes a number with a fraction into it shortened. */
function told(kind: Kind, column: number): string {
  const name = `c${column}`
  if (kind === 'plain') return name
  const written = kind === 'bytes' ? `hex(${name})` : `format('%!.17g', ${name})`
  return `iif(${name} is null, null, ${written})`
}

function heard(value: unknown, kind: Kind = 'plain'): unknown {
  if (value === null) return null
  if (kind === 'bytes') return Buffer.from(value as string, 'hex')
  if (kind === 'real') return Number(value)
  // What SQLite knows to be JSON it puts in as such; a column has it as text.
  return typeof value === 'object' ? JSON.stringify(value) : value
}

/** In the order in which drizzle selects them: those of a group where the group stands. */
const kindsOf = (fields: Record<string, unknown>): Kind[] =>
  Object.values(fields).flatMap((field) => {
    if (is(field, SQLiteColumn))
      return is(field, SQLiteBlobBuffer) ? 'bytes' : is(field, SQLiteReal) ? 'real' : 'plain'
    return isExpression(field) ? 'plain' : kindsOf(field as Record<string, unknown>)
  })

const isExpression = (field: unknown): field is SQL =>
  typeof field === 'object' && field !== null && 'getSQL' in field
