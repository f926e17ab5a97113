import { and, eq, isNull, lt, or } from 'drizzle-orm'

import type { Transaction } from '../client.server.ts'
import { authenticators, passkeys, recoveryCodes } from '../schema/accounts.ts'

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
