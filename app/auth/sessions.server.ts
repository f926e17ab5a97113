import { createHash, randomBytes } from 'node:crypto'

import { DrizzleSQLiteAdapter } from '@lucia-auth/adapter-drizzle'
import { lte } from 'drizzle-orm'
import { Lucia, type Adapter } from 'lucia'

import type { Database } from '#app/db/client.server.ts'
import { actorOf, type SignedIn } from '#app/db/read/accounts.server.ts'
import { sessions, users } from '#app/db/schema/accounts.ts'
import { writing } from '#app/db/transaction.server.ts'
import { DatabaseUnavailable } from '#app/db/unavailable.server.ts'
import { endSession as endStored, markProved, markSeen } from '#app/db/write/sessions.server.ts'
import { saveSignIn } from '#app/db/write/sign-ins.server.ts'
import { agentOf } from '#app/domain/accounts/browser.ts'
import type { SignInOutcome } from '#app/domain/accounts/proof.ts'
import { HALF_SESSION_MS } from '#app/domain/accounts/second-factor.ts'
import { ABSOLUTE_MS, idleMsOf } from '#app/domain/accounts/session.ts'

const NOTED_EVERY_MS = 2 * 60_000

/** What is kept of a session beside whose it is; milliseconds since 1970. */
type Kept = {
  createdAt: number
  provedAt: number | null
  secondFactorAt: number | null
  seenAt: number | null
  address: string | null
  agent: string | null
}

declare module 'lucia' {
  interface Register {
    Lucia: ReturnType<typeof luciaOf>
    DatabaseSessionAttributes: Kept & { endsAt?: number }
  }
}

const storedId = (cookie: string) => createHash('sha256').update(cookie).digest('hex')

/**
 * Lucia's own adapter, but the key kept is a hash of the cookie, writes wait in the one writer's
 * queue, and time is judged here by the clock passed in, not by the machine's.
 */
function hashingAdapter(db: Database): Adapter {
  const stored = new DrizzleSQLiteAdapter(db, sessions, users)
  const writingTo = (work: (adapter: Adapter) => Promise<void>) =>
    writing(db, (tx) => work(new DrizzleSQLiteAdapter(tx, sessions, users)))
  return {
    async getSessionAndUser(cookie) {
      const [session, user] = await stored.getSessionAndUser(storedId(cookie))
      if (!session || !user) return [null, null]
      const attributes = { ...session.attributes, endsAt: session.expiresAt.getTime() }
      return [{ ...session, id: cookie, attributes, expiresAt: new Date(8.64e15) }, user]
    },
    getUserSessions: (userId) => stored.getUserSessions(userId),
    setSession: (session) =>
      writingTo((adapter) => adapter.setSession({ ...session, id: storedId(session.id) })),
    updateSessionExpiration: (cookie, until) =>
      writingTo((adapter) => adapter.updateSessionExpiration(storedId(cookie), until)),
    deleteSession: (cookie) => writingTo((adapter) => adapter.deleteSession(storedId(cookie))),
    deleteUserSessions: (userId) => writingTo((adapter) => adapter.deleteUserSessions(userId)),
    deleteExpiredSessions: () => writingTo((adapter) => adapter.deleteExpiredSessions()),
  }
}

type Place = {
  db: Database
  secureCookies: boolean
  now: () => Date
  address?: string | undefined
}

const luciaOf = (adapter: Adapter, secure: boolean) =>
  new Lucia(adapter, {
    sessionCookie: {
      // The __Host- prefix binds the cookie to this host; browsers take it over https only.
      name: secure ? '__Host-session' : 'session',
      attributes: { secure, sameSite: 'lax', path: '/' },
    },
    getSessionAttributes: (kept) => kept,
  })

const luciaAt = ({ db, secureCookies }: Place) => luciaOf(hashingAdapter(db), secureCookies)

const cookieIn = (place: Place, request: Request) =>
  luciaAt(place).readSessionCookie(request.headers.get('Cookie') ?? '')

// No Max-Age: the cookie goes when the browser closes, which matters on shared computers.
const asHeader = (name: string, value: string, secure: boolean, ending = '') =>
  `${name}=${value}; Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}${ending}`

type Beginning = {
  /** What its owner's list of sign-ins says of it; nothing while a second factor is awaited. */
  outcome?: SignInOutcome | undefined
  /** A second factor, or a passkey that is both, was given. */
  secondFactor?: boolean
  /** What the browser calls itself. */
  agent?: string | null
  /** The cookie of a session that ends with this one's beginning. */
  instead?: string | null
}

/**
 * A new session of somebody who has just proved who they are; answers the `Set-Cookie` header that
 * carries it. Routes use `startSession`, which ends the one before.
 */
export async function createSession(
  place: Place,
  userId: string,
  { outcome, secondFactor = false, agent = null, instead = null }: Beginning = {},
): Promise<string> {
  const cookie = randomBytes(32).toString('base64url')
  const at = place.now()
  const now = at.getTime()
  const actor = await actorOf(place.db, userId)
  const kept: Kept = {
    createdAt: now,
    provedAt: now,
    secondFactorAt: secondFactor ? now : null,
    seenAt: now,
    address: place.address ?? null,
    agent: agent === null ? null : agentOf(agent),
  }
  await writing(place.db, async (tx) => {
    await tx.delete(sessions).where(lte(sessions.expiresAt, Math.floor(now / 1_000)))
    if (instead !== null) await endStored(tx, storedId(instead))
    const expiresAt = new Date(now + (actor ? idleMsOf(actor) : 0))
    const session = { id: storedId(cookie), userId, expiresAt, attributes: kept }
    await new DrizzleSQLiteAdapter(tx, sessions, users).setSession(session)
    if (outcome)
      await saveSignIn(tx, { userId, at, outcome, address: kept.address, agent: kept.agent })
  })
  return asHeader(luciaAt(place).sessionCookieName, cookie, place.secureCookies)
}

/**
 * Signs somebody in: a session with a new id, in place of whichever the request carries. Called
 * again once a second factor was given, so that no id outlives a change of what it opens.
 */
export const startSession = (
  place: Place,
  request: Request,
  userId: string,
  beginning: Pick<Beginning, 'outcome' | 'secondFactor'>,
): Promise<string> =>
  createSession(place, userId, {
    ...beginning,
    agent: request.headers.get('User-Agent'),
    instead: cookieIn(place, request),
  })

/** A session within its limits, and who holds it as they are now. */
export type Session = Kept & {
  id: string
  userId: string
  actor: SignedIn
  /** The password was right, the second factor has not been given: it is nobody's yet. */
  half: boolean
}

/**
 * Whose session the request carries, if it is within both limits and the account is open. It says
 * nothing of what they may do: see `viewerOf`.
 */
export async function validateSession(
  place: Place,
  request: Request,
): Promise<Session | undefined> {
  const lucia = luciaAt(place)
  const cookie = lucia.readSessionCookie(request.headers.get('Cookie') ?? '')
  if (!cookie) return undefined
  const { session } = await lucia.validateSession(cookie)
  if (!session) return undefined
  const { endsAt = 0, createdAt, seenAt, provedAt, secondFactorAt, address, agent } = session
  const actor = await actorOf(place.db, session.userId)
  if (!actor) return undefined

  const now = place.now().getTime()
  const idle = idleMsOf(actor)
  const seen = seenAt ?? createdAt
  // A role given meanwhile shortens what was granted before it.
  if (now >= Math.min(createdAt + ABSOLUTE_MS, endsAt, seen + idle)) return undefined
  const half = actor.factor === true && secondFactorAt === null
  if (half && now - createdAt >= HALF_SESSION_MS) return undefined
  const id = storedId(cookie)
  if (now - seen >= NOTED_EVERY_MS) {
    const until = Math.min(now + idle, createdAt + ABSOLUTE_MS)
    // Reading goes on while nothing can be written: then only the idle clock is not wound.
    await writing(place.db, (tx) => markSeen(tx, id, now, until)).catch((error: unknown) => {
      if (!(error instanceof DatabaseUnavailable)) throw error
    })
  }
  const kept = { createdAt, seenAt: seen, provedAt, secondFactorAt, address, agent }
  return { ...kept, id, userId: session.userId, actor, half }
}

/** Its owner has given the password, or a passkey, once more. */
export const proveSession = (place: Place, session: Pick<Session, 'id'>): Promise<void> =>
  writing(place.db, (tx) => markProved(tx, session.id, place.now().getTime()))

/** Ends the session the request carries; answers the `Set-Cookie` header that removes it. */
export async function endSession(place: Place, request: Request): Promise<string> {
  const lucia = luciaAt(place)
  const cookie = lucia.readSessionCookie(request.headers.get('Cookie') ?? '')
  if (cookie) await lucia.invalidateSession(cookie)
  return asHeader(lucia.sessionCookieName, '', place.secureCookies, '; Max-Age=0')
}
