import { createHash, randomBytes } from 'node:crypto'

import { DrizzleSQLiteAdapter } from '@lucia-auth/adapter-drizzle'
import { lte } from 'drizzle-orm'
import { Lucia, type Adapter } from 'lucia'

import type { Database } from '#app/db/client.server.ts'
import { sessions, users } from '#app/db/schema/accounts.ts'
import { writing } from '#app/db/transaction.server.ts'
import { DatabaseUnavailable } from '#app/db/unavailable.server.ts'

const ABSOLUTE_MS = 12 * 3_600_000
const IDLE_MS = 2 * 3_600_000
const NOTED_EVERY_MS = 5 * 60_000

declare module 'lucia' {
  interface Register {
    Lucia: ReturnType<typeof luciaOf>
    DatabaseSessionAttributes: { createdAt: number; idleUntil?: Date }
  }
}

const storedId = (cookie: string) => createHash('sha256').update(cookie).digest('hex')

/**
 * Lucia's own adapter, but the key kept is a hash of the cookie, writes wait in the one writer's
 * queue, and time is judged here by the clock passed in, not by the machine's.
 */
function hashingAdapter(db: Database, now: Date): Adapter {
  const stored = new DrizzleSQLiteAdapter(db, sessions, users)
  const writingTo = (work: (adapter: Adapter) => Promise<void>) =>
    writing(db, (tx) => work(new DrizzleSQLiteAdapter(tx, sessions, users)))
  return {
    async getSessionAndUser(cookie) {
      const [session, user] = await stored.getSessionAndUser(storedId(cookie))
      if (!session || !user) return [null, null]
      const attributes = { ...session.attributes, idleUntil: session.expiresAt }
      return [{ ...session, id: cookie, attributes, expiresAt: new Date(8.64e15) }, user]
    },
    getUserSessions: (userId) => stored.getUserSessions(userId),
    setSession: ({ userId, id, attributes: { createdAt } }) =>
      writingTo((adapter) =>
        adapter.setSession({
          id: storedId(id),
          userId,
          expiresAt: new Date(now.getTime() + IDLE_MS),
          attributes: { createdAt },
        }),
      ),
    updateSessionExpiration: (cookie, until) =>
      writingTo((adapter) => adapter.updateSessionExpiration(storedId(cookie), until)),
    deleteSession: (cookie) => writingTo((adapter) => adapter.deleteSession(storedId(cookie))),
    deleteUserSessions: (userId) => writingTo((adapter) => adapter.deleteUserSessions(userId)),
    async deleteExpiredSessions() {
      const seconds = Math.floor(now.getTime() / 1_000)
      await writing(db, (tx) => tx.delete(sessions).where(lte(sessions.expiresAt, seconds)))
    },
  }
}

type Place = { db: Database; secureCookies: boolean; now: () => Date }

const luciaOf = (adapter: Adapter, secure: boolean) =>
  new Lucia(adapter, {
    sessionCookie: {
      // The __Host- prefix binds the cookie to this host; browsers take it over https only.
      name: secure ? '__Host-session' : 'session',
      attributes: { secure, sameSite: 'lax', path: '/' },
    },
    getSessionAttributes: ({ createdAt, idleUntil }) => ({ createdAt, idleUntil }),
  })

const luciaAt = ({ db, secureCookies, now }: Place) => {
  const adapter = hashingAdapter(db, now())
  return { adapter, lucia: luciaOf(adapter, secureCookies) }
}

// No Max-Age: the cookie goes when the browser closes, which matters on shared computers.
const asHeader = (name: string, value: string, secure: boolean, ending = '') =>
  `${name}=${value}; Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}${ending}`

/** A new session; answers the `Set-Cookie` header that carries it. */
export async function createSession(place: Place, userId: string): Promise<string> {
  const { adapter, lucia } = luciaAt(place)
  const cookie = randomBytes(32).toString('base64url')
  const createdAt = place.now().getTime()
  await adapter.deleteExpiredSessions()
  const session = await lucia.createSession(userId, { createdAt }, { sessionId: cookie })
  return asHeader(lucia.sessionCookieName, session.id, place.secureCookies)
}

/** Whose session the request carries, if it is within both limits. */
export async function validateSession(
  place: Place,
  request: Request,
): Promise<{ userId: string } | undefined> {
  const { adapter, lucia } = luciaAt(place)
  const cookie = lucia.readSessionCookie(request.headers.get('Cookie') ?? '')
  if (!cookie) return undefined
  const { session } = await lucia.validateSession(cookie)
  if (!session?.idleUntil) return undefined

  const now = place.now().getTime()
  const end = session.createdAt + ABSOLUTE_MS
  if (now >= end || now >= session.idleUntil.getTime()) return undefined

  const until = Math.min(now + IDLE_MS, end)
  if (until - session.idleUntil.getTime() >= NOTED_EVERY_MS) {
    // Reading goes on while nothing can be written: then only the idle clock is not wound.
    await adapter.updateSessionExpiration(cookie, new Date(until)).catch((error: unknown) => {
      if (!(error instanceof DatabaseUnavailable)) throw error
    })
  }
  return { userId: session.userId }
}

/** Ends the session the request carries; answers the `Set-Cookie` header that removes it. */
export async function endSession(place: Place, request: Request): Promise<string> {
  const { lucia } = luciaAt(place)
  const cookie = lucia.readSessionCookie(request.headers.get('Cookie') ?? '')
  if (cookie) await lucia.invalidateSession(cookie)
  return asHeader(lucia.sessionCookieName, '', place.secureCookies, '; Max-Age=0')
}

/** Ends every session of a person: after a change of password, or when the account is disabled. */
export const endAllSessions = (place: Place, userId: string): Promise<void> =>
  luciaAt(place).lucia.invalidateUserSessions(userId)
