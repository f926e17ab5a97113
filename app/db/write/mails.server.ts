import { eq, sql } from 'drizzle-orm'

import type { Transaction } from '../client.server.ts'
import { mails } from '../schema/acts.ts'

export async function saveMailSent(tx: Transaction, id: string, sentAt: Date) {
  await tx
    .update(mails)
    .set({ sentAt, attempts: sql`${mails.attempts} + 1`, nextAttemptAt: null, lastError: '' })
    .where(eq(mails.id, id))
}

export async function saveMailFailed(
  tx: Transaction,
  id: string,
  lastError: string,
  nextAttemptAt: Date,
) {
  await tx
    .update(mails)
    .set({ attempts: sql`${mails.attempts} + 1`, lastError, nextAttemptAt })
    .where(eq(mails.id, id))
}
