import type { Database } from './client.server.ts'
import { betweenWrites } from './transaction.server.ts'
import { DatabaseBusy } from './unavailable.server.ts'

/**
 * Leaves nothing of what was deleted in the files of a database: not in freed pages, where earlier
 * edits lie, not in the write-ahead log. It writes the whole file anew, and the process does nothing
 * else meanwhile: 0.1 s for the 8 MB of the demonstration, 0.5 s at 80 MB, 4 s at 730 MB.
 */
export const sweepFreedPages = (db: Database): Promise<void> =>
  betweenWrites(db, async (client) => {
    // A remote server keeps its own files, and sweeps them by its own rules.
    if (client.protocol !== 'file') return
    await client.execute('VACUUM')
    const { rows } = await client.execute('PRAGMA wal_checkpoint(TRUNCATE)')
    if (rows[0]?.['busy'] !== 0) throw new DatabaseBusy(undefined)
  })
