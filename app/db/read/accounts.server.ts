import { and, asc, eq, getTableColumns, isNull, sql } from 'drizzle-orm'

import { can } from '#app/domain/access/access.ts'
import type { Actor, Viewer } from '#app/domain/shared/actor.ts'
import type { Locale } from '#app/domain/shared/language.ts'

import type { Database } from '../client.server.ts'
import { authenticators, coordinators, passkeys, users } from '../schema/accounts.ts'
import { members, organisations } from '../schema/organisations.ts'

/** A person signed in: the actor every rule asks about, and what their own pages greet them with. */
export type SignedIn = Actor & {
  name: string
  email: string
  locale: Locale
  /** Has a second factor: no session is theirs before it was given. */
  factor?: boolean
}

// Spelled out: `${users.id}` would stand without its table’s name, and be taken for the passkey’s.
const factor = sql<number>`(EXISTS (SELECT 1 FROM ${authenticators} a
  WHERE a.user_id = users.id AND a.confirmed_at IS NOT NULL)
  OR EXISTS (SELECT 1 FROM ${passkeys} p WHERE p.user_id = users.id))`.mapWith(Boolean)

/** Read anew for each request: a role taken away, or an account closed, is gone on the next. */
export async function actorOf(db: Database, userId: string): Promise<SignedIn | undefined> {
  const [person, appointment, places] = await Promise.all([
    db
      .select({ ...getTableColumns(users), factor })
      .from(users)
      .where(eq(users.id, userId))
      .get(),
    db
      .select({ id: coordinators.id })
      .from(coordinators)
      .where(and(eq(coordinators.userId, userId), isNull(coordinators.endedAt)))
      .get(),
    db
      .select({
        organisationId: members.organisationId,
        role: members.role,
        since: members.since,
        until: members.until,
        suspended: sql<number>`${organisations.state} = 'suspended'`.mapWith(Boolean),
      })
      .from(members)
      .innerJoin(organisations, eq(organisations.id, members.organisationId))
      .where(eq(members.userId, userId))
      .orderBy(asc(members.since)),
  ])
  if (!person || person.disabledAt || person.erasedAt) return undefined
  return {
    userId: person.id,
    ...(person.emailConfirmedAt === null && { unconfirmed: true }),
    ...(person.factor && { factor: true }),
    administrator: person.administrator,
    coordinator: appointment !== undefined,
    memberships: places,
    name: person.name,
    email: person.email,
    locale: person.locale,
  }
}

/** For the sign-in check alone: the stored hash leaves the database nowhere else. */
export const credentialsOf = (db: Database, email: string) =>
  db
    .select({
      userId: users.id,
      locale: users.locale,
      passwordHash: users.passwordHash,
      disabledAt: users.disabledAt,
    })
    .from(users)
    .where(and(eq(users.email, email), isNull(users.erasedAt)))
    .get()

/** The one coordinator of a small register; undefined while there are none or several. */
export async function soleCoordinator(db: Database): Promise<string | undefined> {
  const [one, another] = await db
    .select({ userId: coordinators.userId })
    .from(coordinators)
    .where(isNull(coordinators.endedAt))
    .limit(2)
  return another ? undefined : one?.userId
}

export const anyAccount = async (db: Database): Promise<boolean> =>
  (await db.select({ id: users.id }).from(users).limit(1).get()) !== undefined

/** Who coordinates now. Only administrators may ask. */
export async function coordinatorsPage(db: Database, viewer: Viewer, now: Date) {
  if (!can(viewer, 'appoint-coordinator', {}, now)) return []
  return db
    .select({
      userId: users.id,
      name: users.name,
      email: users.email,
      appointedAt: coordinators.appointedAt,
    })
    .from(coordinators)
    .innerJoin(users, eq(users.id, coordinators.userId))
    .where(isNull(coordinators.endedAt))
    .orderBy(asc(coordinators.appointedAt))
}
