import { and, asc, count, eq, type SQL } from 'drizzle-orm'

import { outcomes, type Outcome } from '#app/domain/accountability/outcome.ts'
import {
  clausesOf,
  gapsOf,
  stakeholderGroups,
  type Clause,
  type Declaration,
  type StakeholderGroup,
} from '#app/domain/declarations/declaration.ts'
import type { LocalText } from '#app/domain/shared/language.ts'

import type { Database } from '../client.server.ts'
import { commitmentClauses, commitments } from '../schema/commitments.ts'
import { declarations } from '../schema/declarations.ts'
import { publicCommitment } from './filters.server.ts'
import { recordState } from './log-head.server.ts'

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

/** Commitments by declaration and outcome. */
export const outcomesByDeclaration = (db: Database, which?: SQL) =>
  db
    .select({ declaration: commitments.declaration, outcome: commitments.outcome, count: count() })
    .from(commitments)
    .where(and(publicCommitment, which))
    .groupBy(commitments.declaration, commitments.outcome)

/** Commitments by clause, the lead's group and outcome; one under three clauses counts in each. */
export const coverage = (db: Database, which?: SQL) =>
  db
    .select({
      clause: commitmentClauses.clause,
      group: commitments.group,
      outcome: commitments.outcome,
      count: count(),
    })
    .from(commitmentClauses)
    .innerJoin(commitments, eq(commitments.id, commitmentClauses.commitmentId))
    .where(and(publicCommitment, which))
    .groupBy(commitmentClauses.clause, commitments.group, commitments.outcome)

type Counted = { outcome: Outcome | null; count: number }

export function tallyOf(rows: readonly Counted[]): OutcomeTally {
  const tally: OutcomeTally = {}
  for (const { outcome, count: n } of rows) if (outcome) tally[outcome] = (tally[outcome] ?? 0) + n
  return tally
}

export const totalOf = (tally: OutcomeTally): number =>
  outcomes.reduce((sum, outcome) => sum + (tally[outcome] ?? 0), 0)

type Covered = Counted & { clause: string; group: StakeholderGroup }

/** Clause by group for all groups concerned, and where an addressed group has promised nothing. */
export function matrixOf(declaration: Declaration, covered: readonly Covered[]) {
  const cells = new Map<string, number>()
  const keys = new Set(clausesOf(declaration).map(({ key }) => key))
  const rows = covered.filter(({ clause }) => keys.has(clause))
  for (const { clause, group, count: n } of rows)
    cells.set(`${clause} ${group}`, (cells.get(`${clause} ${group}`) ?? 0) + n)
  const cell = (clause: string, group: StakeholderGroup) => cells.get(`${clause} ${group}`) ?? 0
  const concerned = new Set([
    ...clausesOf(declaration).flatMap((clause) => clause.addressees),
    ...rows.map(({ group }) => group),
  ])
  return {
    counts: Object.fromEntries(cells),
    groups: stakeholderGroups.filter((group) => concerned.has(group)),
    gaps: gapsOf(declaration, cell).map(({ clause, groups }) => ({
      clause: { key: clause.key, number: clause.number },
      groups,
    })),
  }
}

/** The declarations of this register, each with its own numbers. */
export async function declarationsPage(db: Database, now: Date) {
  const [opened, counted] = await db.batch([openedDeclarations(db), outcomesByDeclaration(db)])
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
  const [rows, counted, covered] = await db.batch([
    openedDeclarations(db).where(eq(declarations.key, key)),
    outcomesByDeclaration(db, eq(commitments.declaration, key)),
    coverage(db, eq(commitments.declaration, key)),
  ])
  const [found] = rows
  if (!found) return undefined
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
        tally: tallyOf(covered.filter((row) => row.clause === clause.key)),
      })),
    })),
    tally: tallyOf(counted),
    matrix: matrixOf(found.body, covered),
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
