import type { Database } from '#app/db/client.server.ts'
import { fillSearch as fillSearchNow } from '#app/use-cases/browsing/fill-search.server.ts'

import type { Job } from './schedule.server.ts'

/** At the start, while pages are answered already; afterwards it finds nothing to do. */
export function fillSearch(db: Database, filled: () => void): Job {
  let stopped = false
  return {
    name: 'fill-search',
    when: '40 40 * * * *',
    async run() {
      // Pages of before may be kept: the log did not grow.
      if ((await fillSearchNow(db, () => !stopped)) > 0) filled()
    },
    due(wake) {
      wake()
      return () => (stopped = true)
    },
  }
}
