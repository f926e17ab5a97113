import type { Database } from './client.server.ts'
import { betweenWrites } from './transaction.server.ts'
import { DatabaseBusy } from './unavailable.server.ts'

/**
 * Leaves nothing of what was deleted in the files of a database: not in the search index, where it
 * stands beside a note that it is gone (FTS5's own `secure-delete` corrupts it in SQLite 3.45.1),
 * not in freed pages, where earlier edits lie, not in the write-ahead log. It writes the whole file
 * anew, and the process does nothing else meanwhile: half a second for 10,000 commitments.
 */
export const sweepFreedPages = (db: Database): Promise<void> =>
  betweenWrites(db, async (client) => {
    await client.execute("INSERT INTO search(search) VALUES ('optimize')")
    await client.execute("INSERT INTO search_titles(search_titles) VALUES ('optimize')")
    // A remote server keeps its own files, and sweeps them by its own rules.
    if (client.protocol !== 'file') return
    await client.execute('VACUUM')
    const { rows } = await client.execute('PRAGMA wal_checkpoint(TRUNCATE)')
    if (rows[0]?.['busy'] !== 0) throw new DatabaseBusy(undefined)
  })
