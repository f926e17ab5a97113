import { asc, eq } from 'drizzle-orm'

import { outcomes, type Outcome } from '#app/domain/accountability/outcome.ts'
import { coverageIn } from '#app/domain/browsing/coverage.ts'
import { tableOf, type PublicIndex } from '#app/domain/browsing/public-index.ts'
import { clausesOf, type Clause, type Declaration } from '#app/domain/declarations/declaration.ts'
import type { LocalText } from '#app/domain/shared/language.ts'

import type { Database } from '../client.server.ts'
import { declarations } from '../schema/declarations.ts'
import { recordState } from './log-head.server.ts'
import { publicIndex } from './public-index.server.ts'

/** Every declaration that was opened, the first one first; its clauses come with it. */
export const openedDeclarations = (db: Database) =>
  db
    .select({ body: declarations.body, openedAt: declarations.openedAt })
    .from(declarations)
    .orderBy(asc(declarations.openedAt), asc(declarations.key))

/** What a clause is called wherever it is only named. */
export type ClauseName = { key: string; number: string; code: string; summary: LocalText }

export const clauseNames = (opened: readonly { body: Declaration }[]): Map<string, ClauseName> =>
  new Map(
    opened.flatMap(({ body }) =>
      clausesOf(body).map(({ key, number, summary }) => [
        key,
        { key, number, summary, code: body.code },
      ]),
    ),
  )

export type OutcomeTally = Partial<Record<Outcome, number>>

/** Commitments by declaration and outcome, of the declarations named. */
export function outcomesIn(index: PublicIndex, keys: readonly string[]) {
  const counted = tableOf(index, index.all, 'declaration', 'outcome')
  return keys.flatMap((declaration) =>
    outcomes.map((outcome) => ({ declaration, outcome, count: counted(declaration, outcome) })),
  )
}

type Counted = { outcome: Outcome | null; count: number }

export function tallyOf(rows: readonly Counted[]): OutcomeTally {
  const tally: OutcomeTally = {}
  for (const { outcome, count: n } of rows)
    if (outcome && n > 0) tally[outcome] = (tally[outcome] ?? 0) + n
  return tally
}

/** The declarations of this register, each with its own numbers. */
export async function declarationsPage(db: Database, now: Date) {
  const [opened, index] = await Promise.all([openedDeclarations(db), publicIndex(db, now)])
  const counted = outcomesIn(
    index,
    opened.map(({ body }) => body.key),
  )
  return {
    declarations: opened.map(({ body, openedAt }) => summaryOf(body, openedAt, counted)),
    record: await recordState(db, now),
  }
}

/** The days each declaration allows: what the page about the register explains. */
export async function declarationRules(db: Database, now: Date) {
  const opened = await openedDeclarations(db)
  return {
    declarations: opened.map(({ body: { key, title, settings } }) => ({ key, title, settings })),
    record: await recordState(db, now),
  }
}

export function summaryOf(
  body: Declaration,
  openedAt: Date,
  counted: readonly (Counted & { declaration: string })[],
) {
  const { key, code, title, motto, adopted, place, occasion } = body
  return {
    key,
    code,
    title,
    motto,
    adopted,
    place,
    occasion,
    openedAt,
    clauses: clausesOf(body).length,
    tally: tallyOf(counted.filter((row) => row.declaration === key)),
  }
}

/** One declaration with its clauses, what was promised under each, and by whom. */
export async function declarationPage(db: Database, key: string, now: Date) {
  const [found] = await openedDeclarations(db).where(eq(declarations.key, key))
  if (!found) return undefined
  const index = await publicIndex(db, now)
  const byClause = tableOf(index, index.all, 'clause', 'outcome')
  const tallyUnder = (clause: string) =>
    tallyOf(outcomes.map((outcome) => ({ outcome, count: byClause(clause, outcome) })))
  const { themes, preamble, ...head } = found.body
  return {
    declaration: { ...head, openedAt: found.openedAt },
    preamble: preamble.map(publicClause),
    themes: themes.map((theme) => ({
      number: theme.number,
      title: theme.title,
      clauses: theme.clauses.map((clause, position) => ({
        ...publicClause(clause),
        number: `${theme.number}.${position + 1}`,
        tally: tallyUnder(clause.key),
      })),
    })),
    tally: tallyOf(outcomesIn(index, [key])),
    coverage: coverageIn(index, found.body),
    record: await recordState(db, now),
  }
}

export type DeclarationPage = NonNullable<Awaited<ReturnType<typeof declarationPage>>>

const publicClause = ({ key, summary, addressees, officialParagraph }: Clause) => ({
  key,
  summary,
  addressees,
  officialParagraph,
})
