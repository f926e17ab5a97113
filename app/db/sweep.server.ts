import type { Database } from './client.server.ts'
import { betweenWrites } from './transaction.server.ts'
import { DatabaseBusy } from './unavailable.server.ts'

/**
 * Leaves nothing of what was deleted in the files of a database: not in freed pages, where earlier
 * edits lie, not in the write-ahead log.
 */
export const sweepFreedPages = (db: Database): Promise<void> =>
  betweenWrites(db, async (client) => {
    // A remote server keeps its own files, and sweeps them by its own rules.
    if (client.protocol !== 'file') return
    await client.execute('VACUUM')
    const { rows } = await client.execute('PRAGMA wal_checkpoint(TRUNCATE)')
    if (rows[0]?.['busy'] !== 0) throw new DatabaseBusy(undefined)
  })
