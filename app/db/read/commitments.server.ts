import { and, eq, inArray, sql, type SQL } from 'drizzle-orm'

import { facetsOf, pageOf, sortNames, type SortName } from '#app/domain/browsing/public-index.ts'
import { dayOf } from '#app/domain/shared/dates.ts'
import type { Locale } from '#app/domain/shared/language.ts'

import type { Database } from '../client.server.ts'
import { commitments } from '../schema/commitments.ts'
import { milestones, reports } from '../schema/milestones.ts'
import { organisations } from '../schema/organisations.ts'
import { clauseNames, type ClauseName } from './declarations.server.ts'
import { publicCommitment } from './filters.server.ts'
import { PAGE_SIZE, readCursor, shownOn } from './keyset.server.ts'
import { recordState } from './log-head.server.ts'
import { readAsked, selectionOf, type Selection } from './selection.server.ts'

/** An organisation as it is named beside what it did. */
export const organisationName = {
  id: organisations.id,
  names: organisations.names,
  lang: organisations.lang,
  invented: organisations.invented,
  state: organisations.state,
}

const translated = (locale: Locale) =>
  sql`json_extract(${commitments.terms}, ${`$.translations.${locale}.title`})`

/** The title in the reader's language where it was translated, else as it was registered. */
export const titleIn = (locale: Locale) => ({
  title: sql<string>`coalesce(${translated(locale)}, ${commitments.title})`,
  lang: sql<string>`case when ${translated(locale)} is null then ${commitments.lang} else ${locale} end`,
})

const lastReportAt = sql<number | null>`(select max(${reports.lastReportedAt}) from ${reports}
  join ${milestones} on ${milestones.id} = ${reports.milestoneId}
  where ${milestones.commitmentId} = ${commitments.id})`

const rowColumns = (locale: Locale) => ({
  id: commitments.id,
  number: sql<string>`${commitments.number}`,
  ...titleIn(locale),
  clause: sql<string>`${commitments.clause}`,
  outcome: commitments.outcome,
  assurance: commitments.assurance,
  nextDueOn: commitments.nextDueOn,
  publishedAt: sql<number>`${commitments.publishedAt}`,
  lastReportAt,
  invented: commitments.invented,
  imported: sql<number>`${commitments.provenance} is not null`,
  lead: organisationName,
})

/** Public commitments as lists show them; `publicCommitment` is already in the condition. */
export const commitmentRows = (db: Database, where: SQL | undefined, locale: Locale) =>
  db
    .select(rowColumns(locale))
    .from(commitments)
    .innerJoin(organisations, eq(organisations.id, commitments.leadId))
    .where(and(publicCommitment, where))

type Stored = Awaited<ReturnType<typeof commitmentRows>>[number]

export function listed({ imported, ...row }: Stored, clauses: ReadonlyMap<string, ClauseName>) {
  return {
    ...row,
    clause: clauses.get(row.clause),
    imported: imported === 1,
    publishedOn: dayOf(new Date(row.publishedAt)),
    lastReportOn: row.lastReportAt === null ? null : dayOf(new Date(row.lastReportAt)),
  }
}

export const readSort = (search: URLSearchParams): SortName =>
  sortNames.find((name) => name === search.get('sort')) ?? 'newest'

/** The rows a page shows, by their ids, and where they stand in the whole. */
export async function commitmentList(
  db: Database,
  { index, selected }: Pick<Selection, 'index' | 'selected'>,
  search: URLSearchParams,
  locale: Locale,
) {
  const sort = readSort(search)
  const page = pageOf(index, selected, { sort, cursor: readCursor(search), limit: PAGE_SIZE })
  return { rows: await rowsOf(db, page.ids, locale), sort, shown: shownOn(page) }
}

/** These commitments as lists show them, in the order of their ids as given. */
export async function rowsOf(db: Database, ids: readonly string[], locale: Locale) {
  if (ids.length === 0) return []
  const rows = await commitmentRows(db, inArray(commitments.id, [...ids]), locale)
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

/** All public commitments, narrowed and sorted as the address says. */
export async function commitmentsPage(
  db: Database,
  search: URLSearchParams,
  locale: Locale,
  now: Date,
) {
  const { opened, organisation, filters } = await readAsked(db, search)
  const selection = await selectionOf(db, filters, now)
  const facets = facetsOf(selection.index, filters, selection.within)
  const list = await commitmentList(db, selection, search, locale)
  const clauses = clauseNames(opened)
  return {
    ...list,
    rows: list.rows.map((row) => listed(row, clauses)),
    filters,
    facets,
    organisation,
    declarations: opened.map(({ body: { key, code, title } }) => ({ key, code, title })),
    clauses: [...clauses.values()],
    record: await recordState(db, now),
  }
}

export type CommitmentsPage = Awaited<ReturnType<typeof commitmentsPage>>
