import { and, count, eq, gt, isNotNull, isNull, lte, ne } from 'drizzle-orm'

import type { Passkey } from '#app/domain/accounts/passkey.ts'

import type { Transaction } from '../client.server.ts'
import { authenticators, challenges, passkeys } from '../schema/accounts.ts'

type Challenge = { id: string; userId: string | null; expiresAt: Date }

export async function saveChallenge(tx: Transaction, challenge: Challenge, now: Date) {
  await tx.delete(challenges).where(lte(challenges.expiresAt, now))
  await tx.insert(challenges).values(challenge)
}

/** Whether it was given to that person, or to nobody in particular, and is good; gone after. */
export async function takeChallenge(
  tx: Transaction,
  id: string,
  userId: string | null,
  now: Date,
): Promise<boolean> {
  const whose = userId === null ? isNull(challenges.userId) : eq(challenges.userId, userId)
  const good = and(eq(challenges.id, id), whose, gt(challenges.expiresAt, now))
  const taken = await tx.delete(challenges).where(good).returning({ id: challenges.id })
  return taken.length > 0
}

export const countPasskeys = async (tx: Transaction, userId: string): Promise<number> =>
  (await tx.select({ n: count() }).from(passkeys).where(eq(passkeys.userId, userId)).get())?.n ?? 0

type NewPasskey = Passkey & { name: string; userId: string; createdAt: Date }

/** Whether it was kept: a credential that somebody has already is not. */
export async function savePasskey(tx: Transaction, passkey: NewPasskey): Promise<boolean> {
  const row = { ...passkey, publicKey: Buffer.from(passkey.publicKey) }
  const saved = await tx.insert(passkeys).values(row).onConflictDoNothing().returning()
  return saved.length > 0
}

export const loadPasskey = (tx: Transaction, id: string) =>
  tx.select().from(passkeys).where(eq(passkeys.id, id)).get()

export const loadOwnPasskey = (tx: Transaction, userId: string, id: string) =>
  tx
    .select()
    .from(passkeys)
    .where(and(eq(passkeys.id, id), eq(passkeys.userId, userId)))
    .get()

type Change = { name?: string; counter?: number; lastUsedAt?: Date; deviceType?: string } & {
  backedUp?: boolean
}

export async function changePasskey(tx: Transaction, id: string, change: Change) {
  await tx.update(passkeys).set(change).where(eq(passkeys.id, id))
}

export async function deletePasskey(tx: Transaction, id: string) {
  await tx.delete(passkeys).where(eq(passkeys.id, id))
}

/** How many other second factors a person has: passkeys, and an authenticator app in use. */
export async function countOtherFactors(tx: Transaction, userId: string, id: string) {
  const others = await tx
    .select({ n: count() })
    .from(passkeys)
    .where(and(eq(passkeys.userId, userId), ne(passkeys.id, id)))
    .get()
  const app = await tx
    .select({ n: count() })
    .from(authenticators)
    .where(and(eq(authenticators.userId, userId), isNotNull(authenticators.confirmedAt)))
    .get()
  return (others?.n ?? 0) + (app?.n ?? 0)
}
