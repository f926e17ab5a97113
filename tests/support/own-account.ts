import { eq } from 'drizzle-orm'

import { attempts } from '#app/auth/attempts.server.ts'
import { createSession } from '#app/auth/sessions.server.ts'
import type { Database } from '#app/db/client.server.ts'
import { actorOf } from '#app/db/read/accounts.server.ts'
import { users } from '#app/db/schema/accounts.ts'
import { acts, mails } from '#app/db/schema/acts.ts'

import { savePerson } from './accounts.ts'
import { freshDatabase } from './database.ts'
import { linkIn } from './letters.ts'

/** Ada, who has an account, Eve, who has another, and a clock that is moved by hand. */
export async function ownAccount({ confirmed = true } = {}) {
  const db = await freshDatabase()
  const ada = await savePerson(db, 'ada', { confirmed })
  const eve = await savePerson(db, 'eve')
  let clock = Date.parse('2027-03-01T08:00:00Z')
  const now = () => new Date(clock)
  const session = (userId: string) => createSession({ db, secureCookies: false, now }, userId)
  return {
    db,
    ada,
    eve,
    now,
    pass: (minutes: number) => void (clock += minutes * 60_000),
    session,
    isKnown: () => Promise.resolve(false),
    tries: attempts().passwords,
    as: async (userId: string) => {
      const actor = await actorOf(db, userId)
      if (!actor) throw new Error(`no account ${userId}`)
      return { db, actor, now: now() }
    },
    account: (userId: string) => db.select().from(users).where(eq(users.id, userId)).get(),
    letters: () => lettersIn(db),
    kinds: async () => (await db.select().from(acts)).map(({ kind }) => kind),
  }
}

const lettersIn = async (db: Database) =>
  (await db.select().from(mails)).map(({ to, subject, text }) => ({
    to,
    subject,
    text,
    token: () => linkIn(text).searchParams.get('token') ?? '',
  }))
