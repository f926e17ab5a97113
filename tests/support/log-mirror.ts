import type { LogMirror } from '#app/adapters/mirror/log-mirror.ts'
import type { Database } from '#app/db/client.server.ts'
import { openingsBetween } from '#app/db/read/log-openings.server.ts'
import { bundleOf, newestCheckpoint } from '#app/db/read/log-tiles.server.ts'

/** A copy of a register's log, as it is served: what was withheld is withheld here too. */
export const mirrorOf = (db: Database): LogMirror => ({
  checkpoint: async () => (await newestCheckpoint(db))?.note,
  bundle: (index, width) => bundleOf(db, index, width),
  openings: async (entry) => (await openingsBetween(db, entry, entry + 1))[0],
  bundleOpenings: async (index) => {
    const all = await openingsBetween(db, index * 256, (index + 1) * 256)
    return all.length > 0 ? all : undefined
  },
})
