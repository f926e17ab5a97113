import { and, desc, eq, gt, isNull, sql } from 'drizzle-orm'

import { openLink } from '#app/domain/accounts/own-account.ts'
import type { TokenPurpose } from '#app/domain/accounts/proof.ts'
import { ABSOLUTE_MS, idleMsOf } from '#app/domain/accounts/session.ts'
import type { Actor } from '#app/domain/shared/actor.ts'
import { ok, refuse } from '#app/domain/shared/result.ts'

import type { Database } from '../client.server.ts'
import { accountTokens, coordinators, sessions, signIns, users } from '../schema/accounts.ts'
import { mails } from '../schema/acts.ts'

const HISTORY = 50

/** Whose link this is, as far as the page behind it shows; opening it uses nothing up. */
export async function linkHolder(
  db: Database,
  tokenHash: string,
  purposes: TokenPurpose | readonly TokenPurpose[],
  now: Date,
) {
  const row = await db
    .select({
      purpose: accountTokens.purpose,
      email: accountTokens.email,
      expiresAt: accountTokens.expiresAt,
      usedAt: accountTokens.usedAt,
      userId: users.id,
      name: users.name,
      locale: users.locale,
      administrator: users.administrator,
      coordinator: sql<number>`EXISTS (SELECT 1 FROM ${coordinators} c
        WHERE c.user_id = ${users.id} AND c.ended_at IS NULL)`.mapWith(Boolean),
    })
    .from(accountTokens)
    .innerJoin(users, eq(users.id, accountTokens.userId))
    .where(
      and(eq(accountTokens.tokenHash, tokenHash), isNull(users.disabledAt), isNull(users.erasedAt)),
    )
    .get()
  const opened = openLink(row, typeof purposes === 'string' ? [purposes] : purposes, now)
  if (!opened.ok) return opened
  return row ? ok(row) : refuse('link-missing')
}

/** The actor's sessions that are within their limits, the one seen last first. */
export async function ownSessions(db: Database, actor: Actor, now: Date) {
  const idle = idleMsOf(actor)
  const at = now.getTime()
  const rows = await db
    .select()
    .from(sessions)
    .where(and(eq(sessions.userId, actor.userId), gt(sessions.createdAt, at - ABSOLUTE_MS)))
  return rows
    .map(({ id, createdAt, seenAt, address, agent }) => ({
      id,
      beganAt: new Date(createdAt),
      seenAt: new Date(seenAt ?? createdAt),
      address,
      agent,
    }))
    .filter(({ seenAt }) => seenAt.getTime() > at - idle)
    .toSorted((a, b) => b.seenAt.getTime() - a.seenAt.getTime())
}
export type OwnSession = Awaited<ReturnType<typeof ownSessions>>[number]

/** The newest tries to get into the actor's account, and what came of them. */
export const ownSignIns = (db: Database, actor: Actor) =>
  db
    .select({
      id: signIns.id,
      at: signIns.at,
      outcome: signIns.outcome,
      address: signIns.address,
      agent: signIns.agent,
    })
    .from(signIns)
    .where(eq(signIns.userId, actor.userId))
    .orderBy(desc(signIns.at), desc(signIns.id))
    .limit(HISTORY)
export type OwnSignIn = Awaited<ReturnType<typeof ownSignIns>>[number]

/** When the password was last changed; undefined for one that never was. */
export const passwordChangedAt = async (db: Database, actor: Actor): Promise<Date | undefined> =>
  (
    await db
      .select({ at: users.passwordChangedAt })
      .from(users)
      .where(eq(users.id, actor.userId))
      .get()
  )?.at ?? undefined

/** The newest letter to an address. Only a demonstration shows it, where no letter goes out. */
export const newestLetterTo = (db: Database, email: string) =>
  db
    .select({ subject: mails.subject, text: mails.text, locale: mails.locale })
    .from(mails)
    .where(eq(mails.to, email))
    .orderBy(desc(mails.createdAt), desc(mails.id))
    .limit(1)
    .get()
