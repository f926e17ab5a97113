import type { Transaction } from '#app/db/client.server.ts'
import { queueAccountLetter } from '#app/db/write/account-letters.server.ts'
import type { Locale } from '#app/domain/shared/language.ts'
import { speak } from '#app/i18n/speech.ts'

import { ORIGIN_MARK } from '../notifications/tell-about.server.ts'

/** The letters an account gets; each is a subject and a text of the catalogue. */
export type AccountLetter =
  | 'confirm'
  | 'known'
  | 'reset'
  | 'password-changed'
  | 'change-email'
  | 'address-known'
  | 'email-change-asked'
  | 'email-changed'
  | 'many-tries'
  | 'factor-added'
  | 'factor-removed'
  | 'recovery-code-used'
  | 'factors-reset'
  | 'passkey-added'
  | 'passkey-removed'
  | 'passkey-copied'

type Addressed = { userId: string; to: string; locale: Locale }
type Said = {
  /** The path of the one link it brings. */
  path?: string
  /** Until when the link works. */
  until?: Date
  at?: Date
  /** Recovery codes that are left. */
  left?: number
  /** Somebody's own words: why it was done, or what they called it. */
  words?: string
}

/** Queues a letter about somebody's account; none where `userId` is nobody's. */
export async function sendAccountLetter(
  tx: Transaction,
  letter: AccountLetter,
  { userId, to, locale }: Addressed,
  now: Date,
  { path, until, at = now, left = 0, words }: Said = {},
) {
  const { t, dateTime } = speak(locale)
  const args = { at: dateTime(at), until: until ? dateTime(until) : '', left }
  const subject = t(`mail.account.${letter}.subject`, args)
  const link = path === undefined ? '' : `\n${ORIGIN_MARK}${path}\n`
  const text = `${t(`mail.account.${letter}.text`, args)}\n${link}${words === undefined ? '' : `\n${words}\n`}`
  await queueAccountLetter(tx, userId, { to, locale, subject, text }, now)
}
