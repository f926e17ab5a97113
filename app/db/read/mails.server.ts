import { and, asc, isNull, lt, lte, or } from 'drizzle-orm'

import type { Database } from '../client.server.ts'
import { mails } from '../schema/acts.ts'

type Turn = { now: Date; limit: number; signed: number }

/** Letters whose turn has come, oldest first; one with a receipt once its entry is signed. */
export const mailsToSend = (db: Database, { now, limit, signed }: Turn) =>
  db
    .select({
      id: mails.id,
      to: mails.to,
      subject: mails.subject,
      text: mails.text,
      locale: mails.locale,
      entry: mails.entry,
      attempts: mails.attempts,
    })
    .from(mails)
    .where(
      and(
        isNull(mails.sentAt),
        isNull(mails.gaveUpAt),
        or(isNull(mails.nextAttemptAt), lte(mails.nextAttemptAt, now)),
        or(isNull(mails.entry), lt(mails.entry, signed)),
      ),
    )
    .orderBy(asc(mails.createdAt))
    .limit(limit)
