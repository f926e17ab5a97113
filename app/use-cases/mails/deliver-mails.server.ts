import { LetterRefused, type Letter, type Mailer } from '#app/adapters/mail/mailer.ts'
import type { Database } from '#app/db/client.server.ts'
import { entryProof } from '#app/db/read/log-proofs.server.ts'
import { publishedCheckpoint } from '#app/db/read/log-tiles.server.ts'
import { mailsToSend } from '#app/db/read/mails.server.ts'
import { writing } from '#app/db/transaction.server.ts'
import { saveMailFailed, saveMailSent } from '#app/db/write/mails.server.ts'
import { fromUtf8 } from '#app/domain/ledger/bytes.ts'
import { writeReceipt } from '#app/domain/ledger/receipt.ts'
import { nextTry } from '#app/domain/mails/letter.ts'
import { isLocale, type Locale } from '#app/domain/shared/language.ts'
import { speak } from '#app/i18n/speech.ts'

import { ORIGIN_MARK } from '../notifications/tell-about.server.ts'
import { workingText } from './letter-links.server.ts'

const AT_A_TIME = 20

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
  for (const letter of await mailsToSend(db, { now, limit: AT_A_TIME, signed })) {
    const { id, attempts } = letter
    try {
      await mailer.send(await written(db, letter, origin, now))
    } catch (error) {
      const next = nextTry(attempts, error instanceof LetterRefused, now)
      await writing(db, (tx) => saveMailFailed(tx, id, reasonOf(error), next, now))
      outcome.failed += 1
      continue
    }
    await writing(db, (tx) => saveMailSent(tx, id, now))
    outcome.sent += 1
  }
  return outcome
}

/** What a foreign server said, on one line. */
const reasonOf = (error: unknown) =>
  (error instanceof Error ? error.message : String(error)).replace(/\p{Cc}+/gu, ' ').slice(0, 500)

/** The letter as it goes out: with our own address, a link that works, and its receipt. */
async function written(db: Database, letter: Waiting, origin: string, now: Date): Promise<Letter> {
  const { id, to, subject, entry } = letter
  const locale = isLocale(letter.locale) ? letter.locale : 'en'
  const working = await workingText(db, letter, now)
  if (working === undefined)
    throw new LetterRefused('The link in it had ended before it could be sent')
  const receipt = entry === null ? '' : await receiptOf(db, entry, locale)
  const text = working.replaceAll(ORIGIN_MARK, origin) + receipt
  return { id, to, subject, text, locale }
}

async function receiptOf(db: Database, index: number, locale: Locale): Promise<string> {
  const found = await entryProof(db, index)
  if (!found) throw new Error(`entry ${index} is not signed yet`)
  const { t } = speak(locale)
  const receipt = writeReceipt({ index, proof: found.proof, checkpointNote: found.note })
  return `\n${t('mail.receipt')}\n\n${receipt}\n${t('mail.receipt.leaf')}\n\n${fromUtf8(found.leaf)}\n`
}
