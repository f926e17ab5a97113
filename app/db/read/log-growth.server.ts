import { afterCommit } from '../after-commit.server.ts'
import type { Database } from '../client.server.ts'
import { logSize } from './log-tiles.server.ts'
import { sharedTurns } from './shared-turns.server.ts'

export type LogGrowth = {
  /** The log's size as of now; undefined when it has to be asked for. */
  known: () => number | undefined
  /** Reads it; nothing committed before this was called is missing from the answer. */
  ask: () => Promise<number>
}

/**
 * Follows the log's size. A `file:` database has this process alone as its writer, so that between
 * two commits nothing is read; with a remote one others write too, and it is read each time, once
 * for all who ask together.
 */
export function watchLog(db: Database, grown: () => void): LogGrowth {
  const alone = db.$client.protocol === 'file'
  let commits = 0
  let last: number | undefined
  let known: number | undefined

  const ask = sharedTurns(async () => {
    const seen = commits
    const size = await logSize(db)
    if (alone && seen === commits) known = size
    if (size !== last) grown()
    last = size
    return size
  })
  afterCommit(db, () => {
    commits += 1
    known = undefined
    // Should it fail, the next request asks again and says so.
    ask().catch(() => {})
  })
  return { known: () => known, ask }
}
