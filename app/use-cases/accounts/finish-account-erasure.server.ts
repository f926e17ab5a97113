import type { Database } from '#app/db/client.server.ts'
import { sweepFreedPages } from '#app/db/sweep.server.ts'
import { writing } from '#app/db/transaction.server.ts'
import { erasedNotSwept, saveSwept } from '#app/db/write/account-erasure.server.ts'

/** Writes anew the pages that held erased accounts; answers how many accounts are gone for good. */
export async function finishAccountErasure({ db, now }: { db: Database; now: Date }) {
  const ids = await erasedNotSwept(db)
  if (ids.length === 0) return 0
  await sweepFreedPages(db)
  await writing(db, (tx) => saveSwept(tx, ids, now))
  return ids.length
}
