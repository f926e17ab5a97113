import type { Letter, Mailer } from '#app/adapters/mail/mailer.ts'
import type { Database } from '#app/db/client.server.ts'
import { entryProof } from '#app/db/read/log-proofs.server.ts'
import { publishedCheckpoint } from '#app/db/read/log-tiles.server.ts'
import { mailsToSend } from '#app/db/read/mails.server.ts'
import { writing } from '#app/db/transaction.server.ts'
import { saveMailFailed, saveMailSent } from '#app/db/write/mails.server.ts'
import { fromUtf8 } from '#app/domain/ledger/bytes.ts'
import { writeReceipt } from '#app/domain/ledger/receipt.ts'
import { isLocale } from '#app/domain/shared/language.ts'
import { speak } from '#app/i18n/speech.ts'

import { ORIGIN_MARK } from '../notifications/tell-about.server.ts'

const AT_A_TIME = 20
const MINUTE = 60_000
/** How long to wait after each failure; after the last one an administrator has to look. */
const waits = [1, 5, 15, 60, 240, 720, 1_440].map((minutes) => minutes * MINUTE)

type Delivery = { db: Database; now: Date; mailer: Mailer; origin: string }
type Waiting = Awaited<ReturnType<typeof mailsToSend>>[number]

/** Sends what waits in the outbox. A letter is sent at least once: the machine may stop between. */
export async function deliverMails({
  db,
  now,
  mailer,
  origin,
}: Delivery): Promise<{ sent: number; failed: number }> {
  const outcome = { sent: 0, failed: 0 }
  const signed = (await publishedCheckpoint(db))?.size ?? 0
  const turn = { now, attemptsAtMost: waits.length, limit: AT_A_TIME, signed }
  for (const letter of await mailsToSend(db, turn)) {
    const { id, attempts } = letter
    try {
      await mailer.send(await written(db, letter, origin))
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

/** The letter as it goes out: with our own address, and the receipt of what it tells of. */
async function written(db: Database, letter: Waiting, origin: string): Promise<Letter> {
  const { to, subject, text, entry, locale } = letter
  const receipt = entry === null ? '' : await receiptOf(db, entry, locale)
  return { to, subject, text: text.replaceAll(ORIGIN_MARK, origin) + receipt }
}

async function receiptOf(db: Database, index: number, locale: string): Promise<string> {
  const found = await entryProof(db, index)
  if (!found) throw new Error(`entry ${index} is not signed yet`)
  const { t } = speak(isLocale(locale) ? locale : 'en')
  const receipt = writeReceipt({ index, proof: found.proof, checkpointNote: found.note })
  return `\n${t('mail.receipt')}\n\n${receipt}\n${t('mail.receipt.leaf')}\n\n${fromUtf8(found.leaf)}\n`
}
