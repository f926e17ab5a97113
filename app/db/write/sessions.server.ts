import { and, eq, ne } from 'drizzle-orm'

import type { Transaction } from '../client.server.ts'
import { sessions } from '../schema/accounts.ts'

/** `id` is the stored one, a hash of the cookie; times are milliseconds since 1970. */
export async function markSeen(tx: Transaction, id: string, now: number, until: number) {
  const expiresAt = Math.floor(until / 1_000)
  await tx.update(sessions).set({ seenAt: now, expiresAt }).where(eq(sessions.id, id))
}

export async function markProved(tx: Transaction, id: string, now: number) {
  await tx.update(sessions).set({ provedAt: now }).where(eq(sessions.id, id))
}

export async function endSession(tx: Transaction, id: string) {
  await tx.delete(sessions).where(eq(sessions.id, id))
}

/** Ends one session of this very person; false where there is none such. */
export async function endSessionOf(tx: Transaction, userId: string, id: string): Promise<boolean> {
  const ended = await tx
    .delete(sessions)
    .where(and(eq(sessions.userId, userId), eq(sessions.id, id)))
    .returning({ id: sessions.id })
  return ended.length > 0
}

/** Ends every session of a person, or every other than the one kept; answers how many. */
export async function endSessionsOf(tx: Transaction, userId: string, keep = ''): Promise<number> {
  const ended = await tx
    .delete(sessions)
    .where(and(eq(sessions.userId, userId), ne(sessions.id, keep)))
    .returning({ id: sessions.id })
  return ended.length
}
