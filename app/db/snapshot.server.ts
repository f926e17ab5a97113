import { createClient } from '@libsql/client'
import { drizzle } from 'drizzle-orm/libsql'

import type { Database } from './client.server.ts'
import { betweenWrites } from './transaction.server.ts'
import { DatabaseFull } from './unavailable.server.ts'

/**
 * The whole database as of one moment in a new file, without a write-ahead log. Writers wait, and
 * the process does nothing else meanwhile: as long as it takes to write the file.
 */
export const snapshotInto = (db: Database, file: string): Promise<void> =>
  betweenWrites(db, async (client) => {
    try {
      await client.execute({ sql: 'VACUUM INTO ?', args: [file] })
    } catch (error) {
      const full = error instanceof Error && 'code' in error && error.code === 'SQLITE_FULL'
      throw full ? new DatabaseFull(error) : error
    }
  })

/** Opens such a copy without changing a byte of it: no write-ahead log is begun. */
export const openSnapshot = (url: string): Database => drizzle(createClient({ url }))
