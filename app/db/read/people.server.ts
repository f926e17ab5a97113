import { and, asc, count, desc, eq, gt, inArray, isNull, lt, or, sql, type SQL } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'

import { can } from '#app/domain/access/access.ts'
import type { Viewer } from '#app/domain/shared/actor.ts'

import type { Database } from '../client.server.ts'
import {
  administratorProposals,
  authenticators,
  coordinators,
  passkeys,
  signIns,
  users,
} from '../schema/accounts.ts'
import { members, organisations } from '../schema/organisations.ts'
import { countOtherAdministrators, proposerInOffice } from '../write/account-standing.server.ts'
import { PAGE_SIZE, readCursor, shownOf, type Cursor } from './keyset.server.ts'

type Place = Cursor & { key: string }

function placeOf(search: URLSearchParams): Place | undefined {
  const cursor = readCursor(search)
  return typeof cursor?.key === 'string' ? { ...cursor, key: cursor.key } : undefined
}

const beyond = ({ direction, key, id }: Place) =>
  direction === 'after'
    ? or(gt(users.name, key), and(eq(users.name, key), gt(users.id, id)))
    : or(lt(users.name, key), and(eq(users.name, key), lt(users.id, id)))

// Spelled out: in a question to one table alone a column stands without its table’s name, and an
// inner question would take it for its own.
const outer = sql.raw('users.id')
const account = {
  userId: users.id,
  name: users.name,
  email: users.email,
  administrator: users.administrator,
  createdAt: users.createdAt,
  disabledAt: users.disabledAt,
  coordinator: sql<number>`EXISTS (SELECT 1 FROM ${coordinators} c
    WHERE c.user_id = ${outer} AND c.ended_at IS NULL)`.mapWith(Boolean),
  secondFactor: sql<number>`(EXISTS (SELECT 1 FROM ${authenticators} a
    WHERE a.user_id = ${outer} AND a.confirmed_at IS NOT NULL)
    OR EXISTS (SELECT 1 FROM ${passkeys} p WHERE p.user_id = ${outer}))`.mapWith(Boolean),
  lastSignIn: sql<number | null>`(SELECT max(s.at) FROM ${signIns} s WHERE s.user_id = ${outer}
    AND s.outcome IN ('signed-in', 'passkey', 'second-factor', 'recovery-code'))`,
}

async function withPlaces<row extends { userId: string; lastSignIn: number | null }>(
  db: Database,
  rows: readonly row[],
) {
  const places = await db
    .select({
      userId: members.userId,
      role: members.role,
      organisationId: members.organisationId,
      names: organisations.names,
    })
    .from(members)
    .innerJoin(organisations, eq(organisations.id, members.organisationId))
    .where(
      and(
        inArray(
          members.userId,
          rows.map(({ userId }) => userId),
        ),
        isNull(members.until),
      ),
    )
    .orderBy(asc(members.since))
  return rows.map((row) => ({
    ...row,
    lastSignIn: row.lastSignIn === null ? null : new Date(row.lastSignIn),
    places: places.filter(({ userId }) => userId === row.userId),
  }))
}

/** Everybody with an account, by name; those whose address or name holds what was searched for. */
export async function peoplePage(db: Database, viewer: Viewer, search: URLSearchParams, now: Date) {
  if (!can(viewer, 'change-account', {}, now)) return undefined
  const q = (search.get('q') ?? '').trim().slice(0, 100)
  const wanted = and(
    isNull(users.erasedAt),
    q === ''
      ? undefined
      : sql`(instr(lower(${users.name}), lower(${q})) > 0 OR instr(${users.email}, lower(${q})) > 0)`,
  )
  const counted = async (where: SQL | undefined) =>
    (await db.select({ n: count() }).from(users).where(where).get())?.n ?? 0
  const total = await counted(wanted)
  const page = async (place?: Place) => {
    const backwards = place?.direction === 'before'
    const past = place && beyond(place)
    const rows = await db
      .select(account)
      .from(users)
      .where(and(wanted, past))
      .orderBy(
        ...(backwards ? [desc(users.name), desc(users.id)] : [asc(users.name), asc(users.id)]),
      )
      .limit(PAGE_SIZE)
    if (backwards) rows.reverse()
    const rest = place ? await counted(and(wanted, past)) : total
    const keyed = rows.map(({ name, userId }) => ({ key: name, id: userId }))
    return { people: await withPlaces(db, rows), shown: shownOf(keyed, total, place, rest) }
  }
  const found = await page(placeOf(search))
  return { q, total, ...(found.people.length === 0 && total > 0 ? await page() : found) }
}
export type PeoplePage = NonNullable<Awaited<ReturnType<typeof peoplePage>>>

const proposed = alias(users, 'proposed')

/** Who would have whom made an administrator; each waits for a second one in office. */
export const administratorsProposed = (db: Database) =>
  db
    .select({
      userId: proposed.id,
      name: proposed.name,
      by: users.id,
      byName: users.name,
      at: administratorProposals.proposedAt,
      reason: administratorProposals.reason,
    })
    .from(administratorProposals)
    .innerJoin(users, proposerInOffice)
    .innerJoin(proposed, eq(proposed.id, administratorProposals.userId))
    .orderBy(asc(administratorProposals.proposedAt))

/** One account, for whoever may change it, and what the change has to ask of. */
export async function accountPage(db: Database, viewer: Viewer, userId: string, now: Date) {
  if (!can(viewer, 'change-account', {}, now)) return undefined
  const rows = await db
    .select(account)
    .from(users)
    .where(and(eq(users.id, userId), isNull(users.erasedAt)))
  const [one] = await withPlaces(db, rows)
  if (!one || !viewer) return undefined
  const waiting = await administratorsProposed(db)
  return {
    account: one,
    own: viewer.userId === userId,
    proposal: waiting.find((proposal) => proposal.userId === userId),
    asking: {
      userId: viewer.userId,
      administrators: await countOtherAdministrators(db, userId),
    },
  }
}
export type AccountPage = NonNullable<Awaited<ReturnType<typeof accountPage>>>
