import { and, count, eq, isNull, ne } from 'drizzle-orm'

import type { Standing } from '#app/domain/accounts/account-change.ts'

import type { Database, Transaction } from '../client.server.ts'
import { administratorProposals, users } from '../schema/accounts.ts'
import type { Addressee } from './audience.server.ts'

type Loaded = Standing & Addressee & { name: string }

/** An account as administrators change it, with where its letters go. */
export async function loadStanding(tx: Transaction, userId: string): Promise<Loaded | undefined> {
  const row = await tx.select().from(users).where(eq(users.id, userId)).get()
  const proposal = await tx
    .select({ by: administratorProposals.proposedBy })
    .from(administratorProposals)
    .innerJoin(users, proposerInOffice)
    .where(eq(administratorProposals.userId, userId))
    .get()
  return (
    row && {
      userId,
      administrator: row.administrator,
      disabled: row.disabledAt !== null,
      erased: row.erasedAt !== null,
      proposedBy: proposal?.by,
      email: row.email,
      name: row.name,
      locale: row.locale,
    }
  )
}

const inOffice = and(
  eq(users.administrator, true),
  isNull(users.disabledAt),
  isNull(users.erasedAt),
)
const otherAdministrators = (userId: string) => and(inOffice, ne(users.id, userId))

/** Joins a proposal to the administrator who made it: one of somebody who is none is none. */
export const proposerInOffice = and(eq(users.id, administratorProposals.proposedBy), inOffice)

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

/** The reason is that of the change, and stands with the proposal where it is one. */
export async function saveStanding(tx: Transaction, standing: Standing, reason: string, now: Date) {
  const { userId, administrator, disabled, proposedBy } = standing
  await tx
    .update(users)
    .set({ administrator, disabledAt: disabled ? now : null })
    .where(eq(users.id, userId))
  await tx.delete(administratorProposals).where(eq(administratorProposals.userId, userId))
  if (proposedBy !== undefined)
    await tx.insert(administratorProposals).values({ userId, proposedBy, proposedAt: now, reason })
}
