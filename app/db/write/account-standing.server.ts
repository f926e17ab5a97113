import { and, count, eq, isNull, ne } from 'drizzle-orm'

import type { Standing } from '#app/domain/accounts/account-change.ts'

import type { Database, Transaction } from '../client.server.ts'
import { users } from '../schema/accounts.ts'
import type { Addressee } from './audience.server.ts'

type Loaded = Standing & Addressee & { name: string }

/** An account as administrators change it, with where its letters go. */
export async function loadStanding(tx: Transaction, userId: string): Promise<Loaded | undefined> {
  const row = await tx.select().from(users).where(eq(users.id, userId)).get()
  return (
    row && {
      userId,
      administrator: row.administrator,
      disabled: row.disabledAt !== null,
      erased: row.erasedAt !== null,
      email: row.email,
      name: row.name,
      locale: row.locale,
    }
  )
}

const otherAdministrators = (userId: string) =>
  and(
    eq(users.administrator, true),
    isNull(users.disabledAt),
    isNull(users.erasedAt),
    ne(users.id, userId),
  )

/** How many administrators can sign in besides this person. */
export async function countOtherAdministrators(
  tx: Database | Transaction,
  userId: string,
): Promise<number> {
  const found = await tx.select({ n: count() }).from(users).where(otherAdministrators(userId)).get()
  return found?.n ?? 0
}

/** The administrators besides this person, for a letter. */
export const loadOtherAdministrators = (tx: Transaction, userId: string): Promise<Addressee[]> =>
  tx
    .select({ userId: users.id, email: users.email, locale: users.locale })
    .from(users)
    .where(otherAdministrators(userId))
    .all()

export async function saveStanding(tx: Transaction, standing: Standing, now: Date) {
  const { userId, administrator, disabled } = standing
  await tx
    .update(users)
    .set({ administrator, disabledAt: disabled ? now : null })
    .where(eq(users.id, userId))
}
