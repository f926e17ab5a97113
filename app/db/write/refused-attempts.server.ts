import type { Transaction } from '../client.server.ts'
import { refusedAttempts } from '../schema/acts.ts'
import { newId } from './ids.server.ts'

export type Attempt = Omit<typeof refusedAttempts.$inferInsert, 'id'>

export async function saveRefusedAttempt(tx: Transaction, attempt: Attempt) {
  await tx.insert(refusedAttempts).values({ id: newId('rfd'), ...attempt })
}
