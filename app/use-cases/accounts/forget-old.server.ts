import type { Database } from '#app/db/client.server.ts'
import { writing } from '#app/db/transaction.server.ts'
import { forgetBefore } from '#app/db/write/retention.server.ts'
import { keptSince } from '#app/domain/accounts/retention.ts'

/** Lets go of what is known about people when its time is over. */
export const forgetOld = ({ db, now }: { db: Database; now: Date }): Promise<void> =>
  writing(db, (tx) => forgetBefore(tx, keptSince(now), now))
