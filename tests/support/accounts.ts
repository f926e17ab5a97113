import { hashPassword } from '#app/adapters/passwords/argon2.server.ts'
import type { Database } from '#app/db/client.server.ts'
import { actorOf, type SignedIn } from '#app/db/read/accounts.server.ts'
import { coordinators, users } from '#app/db/schema/accounts.ts'
import { writing } from '#app/db/transaction.server.ts'
import { saveAccount } from '#app/db/write/accounts.server.ts'

export const PASSWORD = 'a good long password'

/** An account that can sign in; its id is its name. */
export async function savePerson(
  db: Database,
  name: string,
  { administrator = false, password = PASSWORD } = {},
) {
  const account = {
    id: `usr_${name}`,
    email: `${name}@example.org`,
    name,
    locale: 'en' as const,
    administrator,
    createdAt: new Date('2026-01-01T00:00:00Z'),
  }
  const hash = await hashPassword(password)
  await writing(db, (tx) => saveAccount(tx, account, hash))
  return account
}

/** Somebody with an account. The password hash is of no password: nobody signs in with it. */
export async function person(
  db: Database,
  key: string,
  place: { administrator?: boolean; coordinator?: boolean } = {},
): Promise<SignedIn> {
  const id = `usr_${key}`
  const createdAt = new Date('2024-01-01T00:00:00Z')
  await db.insert(users).values({
    id,
    email: `${key}@people.example`,
    name: `Person ${key}`,
    locale: 'en',
    passwordHash: 'none',
    administrator: place.administrator ?? false,
    createdAt,
  })
  if (place.coordinator)
    await db
      .insert(coordinators)
      .values({ id: `crd_${key}`, userId: id, appointedAt: createdAt, appointedBy: id })
  return again(db, id)
}

/** The person as the next request would find them. */
export async function again(db: Database, userId: string): Promise<SignedIn> {
  const actor = await actorOf(db, userId)
  if (!actor) throw new Error(`no account ${userId}`)
  return actor
}
