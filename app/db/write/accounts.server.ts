import { and, count, eq, isNull } from 'drizzle-orm'

import type { Account } from '#app/domain/accounts/account.ts'
import type { Appointee } from '#app/domain/accounts/coordinator.ts'

import type { Transaction } from '../client.server.ts'
import { coordinators, users } from '../schema/accounts.ts'

export const countAccounts = async (tx: Transaction): Promise<number> =>
  (await tx.select({ n: count() }).from(users).get())?.n ?? 0

export const emailIsTaken = async (tx: Transaction, email: string): Promise<boolean> =>
  (await tx.select({ id: users.id }).from(users).where(eq(users.email, email)).get()) !== undefined

export async function saveAccount(tx: Transaction, account: Account, passwordHash: string) {
  await tx.insert(users).values({ ...account, passwordHash })
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
