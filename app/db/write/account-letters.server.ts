import { sql } from 'drizzle-orm'

import type { Transaction } from '../client.server.ts'
import { users } from '../schema/accounts.ts'
import { mails } from '../schema/acts.ts'
import type { Letter } from './audience.server.ts'
import { newId } from './ids.server.ts'

/** Queues a letter about an account; one statement, which queues none where there is nobody. */
export async function queueAccountLetter(
  tx: Transaction,
  userId: string,
  { to, locale, subject, text }: Letter,
  now: Date,
) {
  await tx.run(sql`INSERT INTO ${mails} (id, "to", locale, subject, text, created_at)
    SELECT ${newId('mal')}, ${to}, ${locale}, ${subject}, ${text}, ${now.getTime()}
    FROM ${users} WHERE id = ${userId}`)
}
