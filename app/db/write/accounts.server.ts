import { and, count, eq, isNull, sql } from 'drizzle-orm'

import type { Account } from '#app/domain/accounts/account.ts'
import type { Appointee } from '#app/domain/accounts/coordinator.ts'
import type { Locale } from '#app/domain/shared/language.ts'

import type { Transaction } from '../client.server.ts'
import { coordinators, users } from '../schema/accounts.ts'

export const countAccounts = async (tx: Transaction): Promise<number> =>
  (await tx.select({ n: count() }).from(users).get())?.n ?? 0

export async function saveAccount(tx: Transaction, account: Account, passwordHash: string) {
  await tx.insert(users).values({ ...account, passwordHash })
}

/** Keeps it unless the address has one; the same statement either way. */
export async function saveNewAccount(tx: Transaction, account: Account, passwordHash: string) {
  await tx
    .insert(users)
    .values({ ...account, passwordHash })
    .onConflictDoNothing({ target: users.email })
}

/** What an account is, for what is done to it; its own address and roles included. */
const holding = {
  id: users.id,
  email: users.email,
  name: users.name,
  locale: users.locale,
  administrator: users.administrator,
  coordinator: sql<number>`EXISTS (SELECT 1 FROM ${coordinators} c
    WHERE c.user_id = users.id AND c.ended_at IS NULL)`.mapWith(Boolean),
  emailConfirmedAt: users.emailConfirmedAt,
}

const open = and(isNull(users.disabledAt), isNull(users.erasedAt))

/** An account that is neither closed nor erased. */
export const loadHolder = (tx: Transaction, id: string) =>
  tx
    .select(holding)
    .from(users)
    .where(and(eq(users.id, id), open))
    .get()

export const loadHolderByEmail = (tx: Transaction, email: string) =>
  tx
    .select(holding)
    .from(users)
    .where(and(eq(users.email, email), open))
    .get()

export const emailIsTaken = async (tx: Transaction, email: string): Promise<boolean> =>
  (await tx.select({ id: users.id }).from(users).where(eq(users.email, email)).get()) !== undefined

type AccountChange = {
  name?: string
  locale?: Locale
  email?: string
  emailConfirmedAt?: Date
  passwordHash?: string
  passwordChangedAt?: Date
}

export async function changeAccount(tx: Transaction, id: string, change: AccountChange) {
  await tx.update(users).set(change).where(eq(users.id, id))
}

/** The same password under newer settings, unless it was changed meanwhile. */
export async function renewHash(tx: Transaction, id: string, from: string, passwordHash: string) {
  await tx
    .update(users)
    .set({ passwordHash })
    .where(and(eq(users.id, id), eq(users.passwordHash, from)))
}

/**
 * Writes a row as it is. An answer for an address nobody has must take the time of one that
 * somebody has: the disk is waited for in both.
 */
export async function writeAsMuch(tx: Transaction) {
  await tx.run(sql`UPDATE ${users} SET name = name WHERE id = (SELECT min(id) FROM ${users})`)
}

const appointee = (tx: Transaction) =>
  tx
    .select({ userId: users.id, appointmentId: coordinators.id })
    .from(users)
    .leftJoin(coordinators, and(eq(coordinators.userId, users.id), isNull(coordinators.endedAt)))

export const loadAppointeeByEmail = (
  tx: Transaction,
  email: string,
): Promise<Appointee | undefined> => appointee(tx).where(eq(users.email, email)).get()

export const loadAppointee = (tx: Transaction, userId: string): Promise<Appointee | undefined> =>
  appointee(tx).where(eq(users.id, userId)).get()

type Appointment = { id: string; userId: string; appointedAt: Date; appointedBy: string }

export async function saveAppointment(tx: Transaction, appointment: Appointment) {
  await tx.insert(coordinators).values(appointment)
}

export async function saveAppointmentEnd(tx: Transaction, id: string, endedAt: Date) {
  await tx.update(coordinators).set({ endedAt }).where(eq(coordinators.id, id))
}
