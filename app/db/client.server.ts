import { createClient } from '@libsql/client'
import { drizzle } from 'drizzle-orm/libsql'

/**
 * The register's one connection pool. WAL is kept in the file itself, so it holds for every
 * connection; per-connection pragmas do not, and nothing may rely on them.
 */
export async function openDatabase(url: string) {
  const client = createClient({ url })
  if (client.protocol === 'file') await client.execute('PRAGMA journal_mode = WAL')
  return drizzle(client)
}

export type Database = Awaited<ReturnType<typeof openDatabase>>
export type Transaction = Parameters<Parameters<Database['transaction']>[0]>[0]

export const closeDatabase = (db: Database) => db.$client.close()

/** True when the database answers a question. */
export async function databaseAnswers(db: Database): Promise<boolean> {
  try {
    await db.$client.execute('SELECT 1')
    return true
  } catch {
    return false
  }
}
