import { and, eq, isNull, sql } from 'drizzle-orm'

import type { TokenPurpose } from '#app/domain/accounts/proof.ts'

import type { Transaction } from '../client.server.ts'
import { accountTokens, users } from '../schema/accounts.ts'

type NewToken = {
  tokenHash: string
  purpose: TokenPurpose
  email: string
  createdAt: Date
  expiresAt: Date
}

/** Keeps a link's hash for a person; one statement, which keeps nothing where there is nobody. */
export async function saveToken(tx: Transaction, userId: string, token: NewToken) {
  const { tokenHash, purpose, email, createdAt, expiresAt } = token
  await tx.run(sql`INSERT INTO ${accountTokens}
    (token_hash, user_id, purpose, email, created_at, expires_at)
    SELECT ${tokenHash}, id, ${purpose}, ${email}, ${createdAt.getTime()}, ${expiresAt.getTime()}
    FROM ${users} WHERE id = ${userId}`)
}

export const loadToken = (tx: Transaction, tokenHash: string) =>
  tx.select().from(accountTokens).where(eq(accountTokens.tokenHash, tokenHash)).get()

/** Ends what links of this purpose, or of any, are still good for. */
export async function endTokens(tx: Transaction, userId: string, at: Date, purpose?: TokenPurpose) {
  await tx
    .update(accountTokens)
    .set({ usedAt: at })
    .where(
      and(
        eq(accountTokens.userId, userId),
        isNull(accountTokens.usedAt),
        purpose && eq(accountTokens.purpose, purpose),
      ),
    )
}
