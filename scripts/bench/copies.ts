import { asc, eq, isNotNull, sql } from 'drizzle-orm'

import type { Database, Transaction } from '#app/db/client.server.ts'
import { acts } from '#app/db/schema/acts.ts'
import { logEntries } from '#app/db/schema/log.ts'
import { recordActs } from '#app/db/write/acts.server.ts'
import type { Act } from '#app/domain/acts/act.ts'
import type { StakeholderGroup } from '#app/domain/declarations/declaration.ts'
import { readEntry } from '#app/domain/ledger/entry.ts'

/** Every table that tells of a commitment, each after those its rows point at. */
const TABLES = [
  'commitments',
  'commitment_clauses',
  'commitment_places',
  'commitment_versions',
  'parties',
  'screenings',
  'milestones',
  'reports',
  'report_rounds',
  'reviews',
  'replies',
]

/** What stands in a model's words where each copy has its own. */
export const stand = {
  group: 'teacher-organisation',
  country: 'KE',
  clause: 'qd2015/quality/2',
  furtherClause: 'qd2015/oer/1',
  title: 'Xylotitle',
  words: 'Xylowords',
} as const

export type Copy = {
  model: Model
  /** What its ids end in, and its place in its year's numbers. */
  serial: number
  number: number
  organisationId: string
  group: StakeholderGroup
  country: string
  clause: string
  furtherClause: string
  title: string
  words: string
  /** All of it happens so much later, on the same days. */
  later: number
}

/** A text in which every other piece is a copy's own. */
type Pattern = { fixed: readonly string[]; own: readonly ((copy: Copy) => string)[] }

/** One commitment with its life, as it was really lived: rows, and the acts that made them. */
export type Model = {
  /** Of its number; undefined while it was not published. */
  year: number | undefined
  tables: readonly { name: string; columns: readonly string[]; rows: Pattern }[]
  acts: readonly { at: number; said: Pattern }[]
}

/** Reads one commitment and what the log says of it from the entry `before` on. */
export async function modelOf(
  db: Database,
  { id, organisationId, before }: { id: string; organisationId: string; before: number },
): Promise<Model> {
  const ids = new Set([id])
  let number: string | undefined
  const tables = []
  for (const name of TABLES) {
    const { columns, rows } = await db.$client.execute(`SELECT * FROM ${name}`)
    const own = rows
      .map((row) => columns.map((_, i) => row[i] as unknown))
      .filter((row) => [...ids].some((known) => row.includes(known)))
    for (const row of own) {
      const rowId = row[columns.indexOf('id')]
      if (typeof rowId === 'string') ids.add(rowId)
      const given = row[columns.indexOf('number')]
      if (typeof given === 'string') number = given
    }
    tables.push({ name, columns, rows: JSON.stringify(own).slice(1, -1) })
  }
  const recorded = await db
    .select()
    .from(acts)
    .innerJoin(logEntries, eq(logEntries.idx, acts.entry))
    .where(isNotNull(acts.entry))
    .orderBy(asc(acts.entry))
  const compile = compiler([...ids], organisationId, number)
  return {
    year: number === undefined ? undefined : Number(number.split('-')[1]),
    tables: tables.map((table) => ({ ...table, rows: compile(table.rows) })),
    acts: recorded
      .slice(before)
      .map(({ acts: { kind, subject, at, role, fields, ...act }, log_entry: { leaf } }) => ({
        at: at.getTime(),
        said: compile(
          JSON.stringify({
            kind,
            subject,
            commitmentId: act.commitmentId,
            by: { userId: act.userId, organisationId: act.organisationId, role },
            clauses: readEntry(new Uint8Array(leaf)).clauses,
            fields,
          } satisfies Omit<Act, 'at'>),
        ),
      })),
  }
}

/** Makes patterns of a model's texts. Ids keep their length: the last eight digits make room. */
function compiler(ids: readonly string[], organisationId: string, number: string | undefined) {
  const series = number?.slice(0, number.lastIndexOf('-') + 1) ?? ''
  const own = new Map<string, (copy: Copy) => string>([
    ...ids.map((id): [string, (copy: Copy) => string] => [
      id,
      ({ serial }) => `${id.slice(0, -8)}${serial.toString(16).padStart(8, '0')}`,
    ]),
    [organisationId, (copy) => copy.organisationId],
    [stand.group, ({ group }) => group],
    [stand.country, ({ country }) => country],
    [stand.clause, ({ clause }) => clause],
    [stand.furtherClause, ({ furtherClause }) => furtherClause],
    [stand.title, ({ title }) => title],
    [stand.words, ({ words }) => words],
  ])
  if (number !== undefined)
    own.set(number, (copy) => `${series}${String(copy.number).padStart(4, '0')}`)
  // Two letters are the country only as a whole value, which may stand in a text within a text.
  const names = [...own.keys()].filter((name) => name !== stand.country).join('|')
  const marked = new RegExp(`(${names}|(?<=")${stand.country}(?=\\\\*")|\\b1[4-9]\\d{11}\\b)`)
  return (text: string): Pattern => {
    const parts = text.split(marked)
    return {
      fixed: parts.filter((_, i) => i % 2 === 0),
      own: parts
        .filter((_, i) => i % 2 === 1)
        .map((mark) => own.get(mark) ?? (({ later }: Copy) => String(Number(mark) + later))),
    }
  }
}

function write({ fixed, own }: Pattern, copy: Copy): string {
  let text = fixed[0] ?? ''
  for (let i = 0; i < own.length; i += 1) text += own[i]!(copy) + (fixed[i + 1] ?? '')
  return text
}

/** Inserts the copies' rows, one statement a table. */
export async function insertCopies(tx: Transaction, copies: readonly Copy[]) {
  for (const [at, name] of TABLES.entries()) {
    const columns = copies[0]?.model.tables[at]?.columns ?? []
    const all = copies
      .map((copy) => write(copy.model.tables[at]!.rows, copy))
      .filter(Boolean)
      .join(',')
    const values = columns.map((_, i) => sql.raw(`value ->> ${i}`))
    await tx.run(
      sql`INSERT INTO ${sql.raw(name)} (${sql.raw(columns.map((one) => `"${one}"`).join(', '))})
        SELECT ${sql.join(values, sql`, `)} FROM json_each(${`[${all}]`})`,
    )
  }
}

/** Puts acts of copies into the log, by the function that makes every entry. */
export const recordCopies = (tx: Transaction, said: readonly { copy: Copy; act: number }[]) =>
  recordActs(
    tx,
    said.map(({ copy, act }) => {
      const one = copy.model.acts[act]!
      const at = new Date(one.at + copy.later)
      return { ...(JSON.parse(write(one.said, copy)) as Omit<Act, 'at'>), at }
    }),
  )
