import { and, asc, count, desc, eq, gt, gte, inArray, lt, or, sql, type SQL } from 'drizzle-orm'
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'

import { can } from '#app/domain/access/access.ts'
import { actKinds, type ActKind } from '#app/domain/acts/act.ts'
import { changeIn } from '#app/domain/audit/change.ts'
import { isOrganisationId } from '#app/domain/organisations/organisation.ts'
import type { Viewer } from '#app/domain/shared/actor.ts'
import { addDays, isDay } from '#app/domain/shared/dates.ts'

import type { Database } from '../client.server.ts'
import { signIns, users } from '../schema/accounts.ts'
import { acts, refusedAttempts } from '../schema/acts.ts'
import { organisations } from '../schema/organisations.ts'
import { PAGE_SIZE, readCursor, shownOf, type Cursor } from './keyset.server.ts'

export type AuditFilters = Partial<{
  person: string
  kind: ActKind
  organisation: string
  since: string
  until: string
}>

/** What an address asks to see; what cannot be read is left out. */
export function readAuditFilters(search: URLSearchParams): AuditFilters {
  const filters: AuditFilters = {}
  const person = search.get('person')?.trim().toLowerCase() ?? ''
  if (person !== '' && person.length <= 254) filters.person = person
  const kind = actKinds.find((one) => one === search.get('kind'))
  if (kind) filters.kind = kind
  const organisation = search.get('organisation')?.trim() ?? ''
  if (isOrganisationId(organisation)) filters.organisation = organisation
  for (const end of ['since', 'until'] as const) {
    const day = search.get(end)?.trim() ?? ''
    if (isDay(day)) filters[end] = day
  }
  return filters
}

const startOf = (day: string) => new Date(`${day}T00:00:00Z`)

const within = (at: SQLiteColumn, { since, until }: AuditFilters) =>
  and(
    since === undefined ? undefined : gte(at, startOf(since)),
    until === undefined ? undefined : lt(at, startOf(addDays(until, 1))),
  )

/** By account, or by the address it has now. */
const byPerson = (userId: SQLiteColumn, { person }: AuditFilters) =>
  person === undefined
    ? undefined
    : or(
        eq(userId, person),
        sql`${userId} = (SELECT id FROM ${users} WHERE ${users.email} = ${person})`,
      )

const asked = (filters: AuditFilters) =>
  and(
    byPerson(acts.userId, filters),
    filters.kind && eq(acts.kind, filters.kind),
    filters.organisation === undefined
      ? undefined
      : or(eq(acts.organisationId, filters.organisation), eq(acts.subject, filters.organisation)),
    within(acts.at, filters),
  )

type Place = Cursor & { key: number }

function placeOf(search: URLSearchParams): Place | undefined {
  const cursor = readCursor(search)
  // A date that JavaScript cannot hold is no place in the list.
  return typeof cursor?.key === 'number' && Math.abs(cursor.key) < 8.64e15
    ? { ...cursor, key: cursor.key }
    : undefined
}

function beyond(at: SQLiteColumn, id: SQLiteColumn, { direction, key, id: from }: Place) {
  const instant = new Date(key)
  return direction === 'after'
    ? or(lt(at, instant), and(eq(at, instant), lt(id, from)))
    : or(gt(at, instant), and(eq(at, instant), gt(id, from)))
}

const person = { id: users.id, name: users.name, email: users.email, erasedAt: users.erasedAt }

const actsWhere = (db: Database, where: SQL | undefined, backwards = false, limit = PAGE_SIZE) =>
  db
    .select({
      id: acts.id,
      at: acts.at,
      kind: acts.kind,
      subject: acts.subject,
      role: acts.role,
      userId: acts.userId,
      person,
      organisationId: acts.organisationId,
      organisation: organisations.names,
      commitmentId: acts.commitmentId,
      address: acts.address,
      entry: acts.entry,
      fields: acts.fields,
    })
    .from(acts)
    .leftJoin(users, eq(users.id, acts.userId))
    .leftJoin(organisations, eq(organisations.id, acts.organisationId))
    .where(where)
    .orderBy(...(backwards ? [asc(acts.at), asc(acts.id)] : [desc(acts.at), desc(acts.id)]))
    .limit(limit)

type Row = Awaited<ReturnType<typeof actsWhere>>[number]

function told({ fields, person: who, ...row }: Row) {
  const known = who && who.erasedAt === null ? { name: who.name, email: who.email } : null
  return { ...row, person: known, change: changeIn(row.kind, fields) }
}
export type AuditedAct = ReturnType<typeof told>

/** One page of all that was done, public or not, newest first. For administrators alone. */
export async function auditPage(db: Database, viewer: Viewer, search: URLSearchParams, now: Date) {
  if (!can(viewer, 'see-audit', {}, now)) return undefined
  const filters = readAuditFilters(search)
  const counted = async (where: SQL | undefined) =>
    (await db.select({ n: count() }).from(acts).where(where).get())?.n ?? 0
  const total = await counted(asked(filters))
  const page = async (place?: Place) => {
    const backwards = place?.direction === 'before'
    const past = place && beyond(acts.at, acts.id, place)
    const rows = await actsWhere(db, and(asked(filters), past), backwards)
    if (backwards) rows.reverse()
    const rest = place ? await counted(and(asked(filters), past)) : total
    const keyed = rows.map(({ at, id }) => ({ key: at.getTime(), id }))
    return { rows: rows.map(told), shown: shownOf(keyed, total, place, rest) }
  }
  const found = await page(placeOf(search))
  const shown = found.rows.length === 0 && total > 0 ? await page() : found
  return { filters, ...shown }
}
export type AuditPage = NonNullable<Awaited<ReturnType<typeof auditPage>>>

const EXPORT_SLICE = 500

/** The same acts, all of them, a slice at a time. */
export async function* auditSlices(
  db: Database,
  viewer: Viewer,
  filters: AuditFilters,
  now: Date,
): AsyncGenerator<AuditedAct[]> {
  if (!can(viewer, 'see-audit', {}, now)) return
  let place: Place | undefined
  for (;;) {
    const past = place && beyond(acts.at, acts.id, place)
    const rows = await actsWhere(db, and(asked(filters), past), false, EXPORT_SLICE)
    yield rows.map(told)
    const last = rows.at(-1)
    if (!last || rows.length < EXPORT_SLICE) return
    place = { direction: 'after', key: last.at.getTime(), id: last.id }
  }
}

const failures = ['wrong-password', 'wrong-code', 'wrong-passkey', 'throttled', 'disabled'] as const
export type FailedSignIn = (typeof failures)[number]

/** What known people tried and were refused: pages and acts closed to them, and failed sign-ins. */
export async function refusedPage(
  db: Database,
  viewer: Viewer,
  search: URLSearchParams,
  now: Date,
) {
  if (!can(viewer, 'see-audit', {}, now)) return undefined
  const { person: who, since, until } = readAuditFilters(search)
  const filters: AuditFilters = {
    ...(who === undefined ? {} : { person: who }),
    ...(since === undefined ? {} : { since }),
    ...(until === undefined ? {} : { until }),
  }
  const tries = (past?: Place) =>
    and(
      byPerson(refusedAttempts.userId, filters),
      within(refusedAttempts.at, filters),
      past && beyond(refusedAttempts.at, refusedAttempts.id, past),
    )
  const failed = (past?: Place) =>
    and(
      inArray(signIns.outcome, [...failures]),
      byPerson(signIns.userId, filters),
      within(signIns.at, filters),
      past && beyond(signIns.at, signIns.id, past),
    )
  const counted = async (place?: Place) => {
    const [one, other] = await db.batch([
      db.select({ n: count() }).from(refusedAttempts).where(tries(place)),
      db.select({ n: count() }).from(signIns).where(failed(place)),
    ])
    return (one[0]?.n ?? 0) + (other[0]?.n ?? 0)
  }
  const total = await counted()
  const page = async (place?: Place) => {
    const backwards = place?.direction === 'before'
    const order = (at: SQLiteColumn, id: SQLiteColumn) =>
      backwards ? [asc(at), asc(id)] : [desc(at), desc(id)]
    const [pages, signedIn] = await db.batch([
      db
        .select({
          id: refusedAttempts.id,
          at: refusedAttempts.at,
          person,
          address: refusedAttempts.address,
          method: refusedAttempts.method,
          path: refusedAttempts.path,
          status: refusedAttempts.status,
        })
        .from(refusedAttempts)
        .leftJoin(users, eq(users.id, refusedAttempts.userId))
        .where(tries(place))
        .orderBy(...order(refusedAttempts.at, refusedAttempts.id))
        .limit(PAGE_SIZE),
      db
        .select({
          id: signIns.id,
          at: signIns.at,
          person,
          address: signIns.address,
          outcome: sql<FailedSignIn>`${signIns.outcome}`,
        })
        .from(signIns)
        .leftJoin(users, eq(users.id, signIns.userId))
        .where(failed(place))
        .orderBy(...order(signIns.at, signIns.id))
        .limit(PAGE_SIZE),
    ])
    const rows = [
      ...pages.map((one) => ({ ...one, outcome: null })),
      ...signedIn.map((one) => ({ ...one, method: '', path: '', status: 0 })),
    ].toSorted(newestFirst)
    const some = backwards ? rows.slice(-PAGE_SIZE) : rows.slice(0, PAGE_SIZE)
    const keyed = some.map(({ at, id }) => ({ key: at.getTime(), id }))
    const rest = place ? await counted(place) : total
    return { rows: some, shown: shownOf(keyed, total, place, rest) }
  }
  const found = await page(placeOf(search))
  return { filters, ...(found.rows.length === 0 && total > 0 ? await page() : found) }
}
export type RefusedPage = NonNullable<Awaited<ReturnType<typeof refusedPage>>>

type Dated = { at: Date; id: string }
const newestFirst = (a: Dated, b: Dated) =>
  b.at.getTime() - a.at.getTime() || (a.id < b.id ? 1 : a.id > b.id ? -1 : 0)
