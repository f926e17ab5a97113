import { and, count, eq, isNotNull, isNull, lt, or } from 'drizzle-orm'

import type { Database, Transaction } from '../client.server.ts'
import { authenticators, passkeys, recoveryCodes } from '../schema/accounts.ts'

/** The authenticator app of a person, once a first code has shown that it works. */
export const loadAuthenticator = (db: Database | Transaction, userId: string) =>
  db
    .select()
    .from(authenticators)
    .where(and(eq(authenticators.userId, userId), isNotNull(authenticators.confirmedAt)))
    .get()

export async function loadFactors(db: Database | Transaction, userId: string) {
  const app = await loadAuthenticator(db, userId)
  const keys = await db
    .select({ n: count() })
    .from(passkeys)
    .where(eq(passkeys.userId, userId))
    .get()
  const codes = await db
    .select({ n: count() })
    .from(recoveryCodes)
    .where(and(eq(recoveryCodes.userId, userId), isNull(recoveryCodes.usedAt)))
    .get()
  return {
    authenticator: app !== undefined,
    since: app?.confirmedAt ?? undefined,
    passkeys: keys?.n ?? 0,
    codes: codes?.n ?? 0,
  }
}

type Authenticator = { userId: string; sealedSecret: string; lastStep: number }

export async function saveAuthenticator(tx: Transaction, one: Authenticator, now: Date) {
  await tx.delete(authenticators).where(eq(authenticators.userId, one.userId))
  await tx.insert(authenticators).values({ ...one, createdAt: now, confirmedAt: now })
}

/** Takes a step of this very secret; false where it or a later one was taken before. */
export async function takeStep(
  tx: Transaction,
  { userId, sealedSecret }: Omit<Authenticator, 'lastStep'>,
  step: number,
): Promise<boolean> {
  const taken = await tx
    .update(authenticators)
    .set({ lastStep: step })
    .where(
      and(
        eq(authenticators.userId, userId),
        eq(authenticators.sealedSecret, sealedSecret),
        or(isNull(authenticators.lastStep), lt(authenticators.lastStep, step)),
      ),
    )
    .returning({ userId: authenticators.userId })
  return taken.length > 0
}

/** Uses a recovery code of this person up; false where there is none such left. */
export async function takeRecoveryCode(
  tx: Transaction,
  userId: string,
  codeHash: string,
  now: Date,
): Promise<boolean> {
  const taken = await tx
    .update(recoveryCodes)
    .set({ usedAt: now })
    .where(
      and(
        eq(recoveryCodes.codeHash, codeHash),
        eq(recoveryCodes.userId, userId),
        isNull(recoveryCodes.usedAt),
      ),
    )
    .returning({ userId: recoveryCodes.userId })
  return taken.length > 0
}

export async function replaceRecoveryCodes(
  tx: Transaction,
  userId: string,
  hashes: readonly string[],
  now: Date,
) {
  await tx.delete(recoveryCodes).where(eq(recoveryCodes.userId, userId))
  if (hashes.length === 0) return
  const rows = hashes.map((codeHash) => ({ codeHash, userId, createdAt: now }))
  await tx.insert(recoveryCodes).values(rows)
}

export async function deleteAuthenticator(tx: Transaction, userId: string) {
  await tx.delete(authenticators).where(eq(authenticators.userId, userId))
}

export async function deleteFactors(tx: Transaction, userId: string) {
  await deleteAuthenticator(tx, userId)
  await tx.delete(passkeys).where(eq(passkeys.userId, userId))
  await replaceRecoveryCodes(tx, userId, [], new Date(0))
}
