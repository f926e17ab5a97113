import { setImmediate } from 'node:timers/promises'

import type { Database } from '#app/db/client.server.ts'
import { isAllFindable } from '#app/db/read/search.server.ts'
import { writing } from '#app/db/transaction.server.ts'
import { loadUnfindable, makeFindable } from '#app/db/write/search.server.ts'

/** Few enough that a writer who waits, and a page, lose no more than a few hundredths of a second. */
const AT_A_TIME = 50

/**
 * Lets everything be found that was published before there was a search, or before its folding
 * changed and a migration emptied it. Answers how many that were.
 */
export async function fillSearch(
  db: Database,
  goesOn: () => boolean = () => true,
): Promise<number> {
  if (await isAllFindable(db)) return 0
  let filled = 0
  for (let after: string | undefined = ''; after !== undefined && goesOn();) {
    const from = after
    after = await writing(db, async (tx) => {
      const { ids, next } = await loadUnfindable(tx, from, AT_A_TIME)
      await makeFindable(tx, ids)
      filled += ids.length
      return next
    })
    await setImmediate()
  }
  return filled
}
