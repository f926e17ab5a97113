import type { Database } from '#app/db/client.server.ts'
import { actorOf, type SignedIn } from '#app/db/read/accounts.server.ts'
import { coordinators, users } from '#app/db/schema/accounts.ts'

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
    emailConfirmedAt: createdAt,
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
