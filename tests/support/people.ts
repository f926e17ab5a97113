import type { Database } from '#app/db/client.server.ts'
import { actorOf, type SignedIn } from '#app/db/read/accounts.server.ts'
import { writing } from '#app/db/transaction.server.ts'
import { saveAccount, saveAppointment } from '#app/db/write/accounts.server.ts'

const LONG_AGO = new Date('2020-01-01T00:00:00Z')

/** Somebody with an account; nobody signs in as them, so their password is none. */
export async function person(
  db: Database,
  name: string,
  { administrator = false, coordinator = false } = {},
): Promise<SignedIn> {
  const id = `usr_${name}`
  const account = {
    id,
    email: `${name}@example.org`,
    name,
    locale: 'en' as const,
    administrator,
    createdAt: LONG_AGO,
  }
  await writing(db, async (tx) => {
    await saveAccount(tx, account, '-')
    if (coordinator)
      await saveAppointment(tx, {
        id: `coo_${name}`,
        userId: id,
        appointedAt: LONG_AGO,
        appointedBy: id,
      })
  })
  return again(db, id)
}

/** The same person as the register knows them now. */
export async function again(db: Database, userId: string): Promise<SignedIn> {
  const found = await actorOf(db, userId)
  if (!found) throw new Error(`nobody is called ${userId}`)
  return found
}
