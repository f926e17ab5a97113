import { count, isNotNull, isNull, sql } from 'drizzle-orm'

import type { Database } from '../client.server.ts'
import { mails, refusedAttempts } from '../schema/acts.ts'
import { writersWaiting } from '../transaction.server.ts'
import { logSize, newestCheckpoint } from './log-tiles.server.ts'

/** What operators watch of the database. Counts only: nothing of anybody. */
export async function figures(db: Database) {
  const [size, checkpoint, letters, refused] = await Promise.all([
    logSize(db),
    newestCheckpoint(db),
    db
      .select({
        waiting: count(sql`case when ${isNull(mails.gaveUpAt)} then 1 end`),
        givenUp: count(sql`case when ${isNotNull(mails.gaveUpAt)} then 1 end`),
      })
      .from(mails)
      .where(isNull(mails.sentAt))
      .get(),
    db.$count(refusedAttempts),
  ])
  return {
    logSize: size,
    signedSize: checkpoint?.size ?? 0,
    signedAt: checkpoint?.signedAt,
    mailsWaiting: letters?.waiting ?? 0,
    mailsGivenUp: letters?.givenUp ?? 0,
    refusedAttempts: refused,
    writersWaiting: writersWaiting(db),
  }
}
