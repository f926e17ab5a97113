import { and, count, eq, gt, isNotNull, isNull, lt, or, sql, type SQL } from 'drizzle-orm'

import type { Declaration } from '#app/domain/declarations/declaration.ts'
import { dayOf } from '#app/domain/shared/dates.ts'
import type { Locale, LocalText } from '#app/domain/shared/language.ts'

import type { Database } from '../client.server.ts'
import { commitments } from '../schema/commitments.ts'
import { milestones, reports } from '../schema/milestones.ts'
import { organisations } from '../schema/organisations.ts'
import { clauseNames, openedDeclarations, type ClauseName } from './declarations.server.ts'
import {
  conditionOf,
  facetCounts,
  facetsOf,
  publicCommitment,
  readFilters,
} from './filters.server.ts'
import { PAGE_SIZE, readCursor, shownOf, type Cursor } from './keyset.server.ts'
import { recordState } from './log-head.server.ts'

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

export const sortNames = ['newest', 'due'] as const
export type SortName = (typeof sortNames)[number]

type Sort = {
  key: (row: Stored) => Cursor['key']
  order: Record<Cursor['direction'], SQL[]>
  /** The rows on one side of a cursor, in reading order. */
  beyond: (cursor: Cursor) => SQL | undefined
}

const { publishedAt, nextDueOn, id } = commitments

/** Each order with the index that gives it: `commitments_newest` and `commitments_by_due`. */
const sorts: ReadonlyMap<SortName, Sort> = new Map([
  [
    'newest',
    {
      key: (row) => row.publishedAt,
      order: {
        after: [sql`${publishedAt} desc`, sql`${id} desc`],
        before: [sql`${publishedAt} asc`, sql`${id} asc`],
      },
      beyond: ({ direction, key, id: at }) =>
        direction === 'after'
          ? sql`(${publishedAt}, ${id}) < (${key}, ${at})`
          : sql`(${publishedAt}, ${id}) > (${key}, ${at})`,
    },
  ],
  [
    'due',
    {
      key: (row) => row.nextDueOn,
      order: {
        after: [sql`${nextDueOn} asc nulls last`, sql`${id} asc`],
        before: [sql`${nextDueOn} desc nulls first`, sql`${id} desc`],
      },
      beyond: dueBeyond,
    },
  ],
])

/** Those with nothing left to report come last, as if due at the end of days. */
function dueBeyond({ direction, key, id: at }: Cursor): SQL | undefined {
  if (direction === 'after')
    return key === null
      ? and(isNull(nextDueOn), gt(id, at))
      : or(sql`(${nextDueOn}, ${id}) > (${key}, ${at})`, isNull(nextDueOn))
  return key === null
    ? or(isNotNull(nextDueOn), and(isNull(nextDueOn), lt(id, at)))
    : sql`(${nextDueOn}, ${id}) < (${key}, ${at})`
}

export const readSort = (search: URLSearchParams): SortName =>
  sortNames.find((name) => name === search.get('sort')) ?? 'newest'

/** One page of a list, read by key: its cost does not grow with how far the reader has come. */
export const pageStatement = (
  db: Database,
  where: SQL,
  locale: Locale,
  sort: SortName,
  cursor?: Cursor,
) => {
  const { order, beyond } = sorts.get(sort)!
  return commitmentRows(db, and(where, cursor && beyond(cursor)), locale)
    .orderBy(...order[cursor?.direction ?? 'after'])
    .limit(PAGE_SIZE)
}

const counted = (db: Database, where: SQL | undefined) =>
  db.select({ n: count() }).from(commitments).where(and(publicCommitment, where))

/** The rows a page shows and where it stands in the whole; a cursor past the end starts over. */
export async function commitmentList(
  db: Database,
  where: SQL,
  search: URLSearchParams,
  locale: Locale,
) {
  const sort = readSort(search)
  const { key, beyond } = sorts.get(sort)!
  const page = async (cursor?: Cursor) => {
    const [rows, [all], [rest]] = await db.batch([
      pageStatement(db, where, locale, sort, cursor),
      counted(db, where),
      counted(db, cursor ? and(where, beyond(cursor)) : sql`false`),
    ])
    if (cursor?.direction === 'before') rows.reverse()
    const keyed = rows.map((row) => ({ key: key(row), id: row.id }))
    return { rows, sort, shown: shownOf(keyed, all?.n ?? 0, cursor, rest?.n ?? 0) }
  }
  const cursor = readCursor(search)
  const found = await page(cursor)
  const short = cursor?.direction === 'before' && found.rows.length < PAGE_SIZE
  return cursor && (found.rows.length === 0 || short) ? page() : found
}

/** All public commitments, narrowed and sorted as the address says. */
export async function commitmentsPage(
  db: Database,
  search: URLSearchParams,
  locale: Locale,
  now: Date,
) {
  const today = dayOf(now)
  const [opened, [organisation]] = await db.batch([
    openedDeclarations(db),
    db
      .select({ id: organisations.id, names: organisations.names, lang: organisations.lang })
      .from(organisations)
      .where(
        and(
          eq(organisations.id, search.get('organisation') ?? ''),
          isNotNull(organisations.joinedAt),
        ),
      ),
  ])
  const bodies = opened.map(({ body }) => body)
  const filters = readFilters(search, { declarations: bodies, organisation: organisation?.id })
  const [list, facets] = await Promise.all([
    commitmentList(db, conditionOf(filters, today), search, locale),
    facetCounts(db, filters, today),
  ])
  const clauses = clauseNames(opened)
  return {
    ...list,
    rows: list.rows.map((row) => listed(row, clauses)),
    filters,
    facets: facetsOf(facets),
    organisation,
    declarations: bodies.map(titleOnly),
    clauses: [...clauses.values()],
    record: await recordState(db, now),
  }
}

export type CommitmentsPage = Awaited<ReturnType<typeof commitmentsPage>>

const titleOnly = ({
  key,
  code,
  title,
}: Declaration): { key: string; code: string; title: LocalText } => ({
  key,
  code,
  title,
})
