import { asc, desc, eq, sql } from 'drizzle-orm'

import type { Database } from '#app/db/client.server.ts'
import { acts, mails } from '#app/db/schema/acts.ts'

/** The act recorded last. */
export async function lastAct(db: Database) {
  const act = await db
    .select()
    .from(acts)
    .orderBy(desc(sql`rowid`))
    .limit(1)
    .get()
  if (!act) throw new Error('no act at all')
  return act
}

/** How many acts there are, and how many of them are public. */
export async function countActs(db: Database) {
  const all = await db.select({ entry: acts.entry }).from(acts)
  return { all: all.length, public: all.filter(({ entry }) => entry !== null).length }
}

export const actsOf = (db: Database, subject: string) =>
  db
    .select()
    .from(acts)
    .where(eq(acts.subject, subject))
    .orderBy(asc(sql`rowid`))

/** The letters queued while something was done: to whom, and about what. */
export async function lettersOf(
  db: Database,
  action: () => Promise<unknown>,
): Promise<{ to: string; subject: string; text: string }[]> {
  const letters = () =>
    db
      .select({ to: mails.to, subject: mails.subject, text: mails.text })
      .from(mails)
      .orderBy(asc(sql`rowid`))
  const before = await letters()
  await action()
  return (await letters()).slice(before.length)
}
