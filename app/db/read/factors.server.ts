import { and, count, eq, isNotNull, isNull } from 'drizzle-orm'

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
