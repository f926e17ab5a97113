import { hashPassword } from '#app/adapters/passwords/argon2.server.ts'
import { linkHolder } from '#app/db/read/own-account.server.ts'
import { writing } from '#app/db/transaction.server.ts'
import { endTokens, loadToken } from '#app/db/write/account-tokens.server.ts'
import { changeAccount, loadHolder } from '#app/db/write/accounts.server.ts'
import { recordAct } from '#app/db/write/acts.server.ts'
import { endSessionsOf } from '#app/db/write/sessions.server.ts'
import { saveSignIn } from '#app/db/write/sign-ins.server.ts'
import * as rules from '#app/domain/accounts/own-account.ts'
import { leastCharacters, newPassword, passwordRefusal } from '#app/domain/accounts/password.ts'
import { ok, refuse } from '#app/domain/shared/result.ts'
import { speak } from '#app/i18n/speech.ts'

import { sendAccountLetter } from './letters.server.ts'
import { hashOfLink } from './links.server.ts'
import type { Entering } from './sign-up.server.ts'

/**
 * A new password by the link of a letter. It ends every session and signs nobody in: whoever has a
 * second factor is asked for it as ever.
 */
export async function resetPassword(
  { db, now, isKnown, from, agent }: Entering & { agent: string | null },
  token: string,
  password: string,
) {
  const about = await linkHolder(db, hashOfLink(token), 'reset-password', now)
  if (!about.ok) return about
  const { name, email, locale } = about.value
  if (!newPassword(leastCharacters(about.value)).safeParse(password).success)
    return refuse('password-too-short')
  const register = speak(locale).t('register.name')
  const refused = await passwordRefusal(password, { name, email, register }, isKnown)
  if (refused) return refuse(refused)
  const passwordHash = await hashPassword(password)

  return writing(db, async (tx) => {
    // Asked again: another window may have been quicker while the password was hashed.
    const found = await loadToken(tx, hashOfLink(token))
    const opened = rules.openLink(found, ['reset-password'], now)
    if (!opened.ok) return opened
    const holder = found && (await loadHolder(tx, found.userId))
    if (!holder || holder.email !== opened.value.email) return refuse('link-over')

    const actor = rules.holderAsActor(holder, from)
    const { act, emailConfirmedAt, passwordChangedAt } = rules.resetPassword(actor, now)
    await changeAccount(tx, holder.id, {
      passwordHash,
      passwordChangedAt,
      emailConfirmedAt: holder.emailConfirmedAt ?? emailConfirmedAt,
    })
    await endTokens(tx, holder.id, now)
    await endSessionsOf(tx, holder.id)
    await saveSignIn(tx, {
      userId: holder.id,
      at: now,
      outcome: 'password-reset',
      address: from ?? null,
      agent,
    })
    await recordAct(tx, act)
    const to = { userId: holder.id, to: holder.email, locale: holder.locale }
    await sendAccountLetter(tx, 'password-changed', to, now)
    return ok({ userId: holder.id })
  })
}
