import { sql } from 'drizzle-orm'

import type { Database } from '#app/db/client.server.ts'

/** Whoever holds the file can do what the triggers keep us from: they stop our own bugs only. */
export async function tamper(db: Database, ...statements: string[]) {
  const triggers = await db.all<{ name: string }>(
    sql`SELECT name FROM sqlite_master WHERE type = 'trigger'`,
  )
  for (const { name } of triggers) await db.$client.execute(`DROP TRIGGER "${name}"`)
  await db.$client.execute('PRAGMA foreign_keys = OFF')
  for (const statement of statements) await db.$client.execute(statement)
}
