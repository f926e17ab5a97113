import type { Mailer } from '#app/adapters/mail/mailer.ts'
import type { Database } from '#app/db/client.server.ts'
import { mailsToSend } from '#app/db/read/mails.server.ts'
import { writing } from '#app/db/transaction.server.ts'
import { saveMailFailed, saveMailSent } from '#app/db/write/mails.server.ts'

const AT_A_TIME = 20
const MINUTE = 60_000
/** How long to wait after each failure; after the last one an administrator has to look. */
const waits = [1, 5, 15, 60, 240, 720, 1_440].map((minutes) => minutes * MINUTE)

/** Sends what waits in the outbox. A letter is sent at least once: the machine may stop between. */
export async function deliverMails({
  db,
  now,
  mailer,
}: {
  db: Database
  now: Date
  mailer: Mailer
}): Promise<{ sent: number; failed: number }> {
  const outcome = { sent: 0, failed: 0 }
  for (const { id, attempts, ...letter } of await mailsToSend(db, now, waits.length, AT_A_TIME)) {
    try {
      await mailer.send(letter)
    } catch (error) {
      const next = new Date(now.getTime() + (waits[attempts] ?? MINUTE))
      const reason = error instanceof Error ? error.message : String(error)
      await writing(db, (tx) => saveMailFailed(tx, id, reason.slice(0, 500), next))
      outcome.failed += 1
      continue
    }
    await writing(db, (tx) => saveMailSent(tx, id, now))
    outcome.sent += 1
  }
  return outcome
}
