import { resolve } from 'node:path'

import { migrate } from 'drizzle-orm/libsql/migrator'

import type { Database } from './client.server.ts'

/** Brings the tables up to date. Programs start in the project's folder, where drizzle/ lies. */
export const migrateDatabase = (db: Database) =>
  migrate(db, { migrationsFolder: resolve('drizzle') })
