import { eq, sql } from 'drizzle-orm'

import type { Transaction } from '../client.server.ts'
import { mails } from '../schema/acts.ts'

const oneMore = sql`${mails.attempts} + 1`

export const loadMail = (tx: Transaction, id: string) =>
  tx.select({ id: mails.id, gaveUpAt: mails.gaveUpAt }).from(mails).where(eq(mails.id, id)).get()

export async function saveMailSent(tx: Transaction, id: string, sentAt: Date) {
  await tx
    .update(mails)
    .set({ sentAt, attempts: oneMore, nextAttemptAt: null, lastError: '' })
    .where(eq(mails.id, id))
}

/** A try that failed; without a next one the letter is given up. */
export async function saveMailFailed(
  tx: Transaction,
  id: string,
  lastError: string,
  nextAttemptAt: Date | undefined,
  now: Date,
) {
  const next = nextAttemptAt ? { nextAttemptAt } : { nextAttemptAt: null, gaveUpAt: now }
  await tx
    .update(mails)
    .set({ attempts: oneMore, lastError, ...next })
    .where(eq(mails.id, id))
}

/** Puts a letter back in the queue as if it had never been tried; why it failed stays until then. */
export async function saveMailTriedAgain(tx: Transaction, id: string) {
  await tx
    .update(mails)
    .set({ attempts: 0, nextAttemptAt: null, gaveUpAt: null })
    .where(eq(mails.id, id))
}
