import { and, asc, isNull, lt, lte, or } from 'drizzle-orm'

import type { Database } from '../client.server.ts'
import { mails } from '../schema/acts.ts'

/** Letters whose turn has come, oldest first. */
export const mailsToSend = (db: Database, now: Date, attemptsAtMost: number, limit: number) =>
  db
    .select({
      id: mails.id,
      to: mails.to,
      subject: mails.subject,
      text: mails.text,
      attempts: mails.attempts,
    })
    .from(mails)
    .where(
      and(
        isNull(mails.sentAt),
        lt(mails.attempts, attemptsAtMost),
        or(isNull(mails.nextAttemptAt), lte(mails.nextAttemptAt, now)),
      ),
    )
    .orderBy(asc(mails.createdAt))
    .limit(limit)
