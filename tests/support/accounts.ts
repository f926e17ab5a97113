import { hashPassword } from '#app/adapters/passwords/argon2.server.ts'
import type { Database } from '#app/db/client.server.ts'
import { writing } from '#app/db/transaction.server.ts'
import { saveAccount } from '#app/db/write/accounts.server.ts'

export const PASSWORD = 'a good long password'

/** An account that can sign in; its id is its name. */
export async function savePerson(
  db: Database,
  name: string,
  { administrator = false, password = PASSWORD, confirmed = true } = {},
) {
  const account = {
    id: `usr_${name}`,
    email: `${name}@example.org`,
    name,
    locale: 'en' as const,
    administrator,
    createdAt: new Date('2026-01-01T00:00:00Z'),
    emailConfirmedAt: confirmed ? new Date('2026-01-01T00:00:00Z') : null,
  }
  const hash = await hashPassword(password)
  await writing(db, (tx) => saveAccount(tx, account, hash))
  return account
}
