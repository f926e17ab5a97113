import { hashPassword } from '#app/adapters/passwords/argon2.server.ts'
import type { Database, Transaction } from '#app/db/client.server.ts'
import { writing } from '#app/db/transaction.server.ts'
import { loadHolderByEmail, saveNewAccount } from '#app/db/write/accounts.server.ts'
import { recordAct } from '#app/db/write/acts.server.ts'
import { newId } from '#app/db/write/ids.server.ts'
import { loadInvitation } from '#app/db/write/organisations.server.ts'
import { openAccount, repeatSignUp, type SignUpInput } from '#app/domain/accounts/account.ts'
import { passwordRefusal, type KnownPasswords } from '#app/domain/accounts/password.ts'
import type { Throttle } from '#app/domain/accounts/throttle.ts'
import type { Locale } from '#app/domain/shared/language.ts'
import { ok, refuse } from '#app/domain/shared/result.ts'
import { speak } from '#app/i18n/speech.ts'
import { paths, withQuery } from '#app/paths.ts'

import { hashOfToken } from '../organisations/invite-member.server.ts'
import { sendAccountLetter } from './letters.server.ts'
import { newLink } from './links.server.ts'

export type Entering = {
  db: Database
  now: Date
  isKnown: KnownPasswords
  /** The network address it is done from. */
  from?: string | undefined
}

type Wish = SignUpInput & {
  locale: Locale
  /** Where the person was going, on this site; the letter's link leads there in the end. */
  to?: string
  /** The token of an invitation's letter, if that is where they come from. */
  invitation?: string | undefined
}

/**
 * Makes the account unless the address has one already. Both are answered alike, take the same
 * time and the same statements: nobody learns by this form who is registered. A letter tells the
 * rest, to whom the address belongs. `confirmed` says whether the letter was one that came before.
 */
export async function signUp(
  { db, now, isKnown, from, letters }: Entering & { letters?: Throttle },
  input: Wish,
) {
  const { password, to = '', invitation, ...person } = input
  const about = { ...person, register: speak(person.locale).t('register.name') }
  const refused = await passwordRefusal(password, about, isKnown)
  if (refused) return refuse(refused)
  // Counted only now: whoever has to think of another password is not sent away for it.
  const turn = await letters?.take(input.email)
  if (turn && !turn.ok) return { ...refuse('too-many-letters'), seconds: turn.seconds }
  const passwordHash = await hashPassword(password)
  return writing(db, async (tx) => {
    const invited = await isInvited(tx, invitation, person.email, now)
    const opened = openAccount({ id: newId('usr'), ...person }, now, invited).value
    const { account } = opened
    await saveNewAccount(tx, account, passwordHash)
    const holder = await loadHolderByEmail(tx, account.email)
    const isNew = holder?.id === account.id
    const act = isNew ? opened.act : repeatSignUp(holder?.id ?? account.id, now)
    await recordAct(tx, { ...act, by: { ...act.by, from } })
    if (invited) return ok({ confirmed: true, token: undefined })

    const userId = holder?.id ?? ''
    const locale = holder?.locale ?? account.locale
    const purpose = isNew ? 'confirm-email' : 'reset-password'
    const link = await newLink(tx, { userId, email: account.email, purpose }, now)
    const token = link.inLetter
    const path = isNew
      ? withQuery(paths.confirmAddress(locale), { token, to })
      : withQuery(paths.resetPassword(locale), { token })
    await sendAccountLetter(
      tx,
      isNew ? 'confirm' : 'known',
      { userId, to: account.email, locale },
      now,
      { path, until: link.expiresAt },
    )
    return ok({ confirmed: false, token: isNew ? link.token : undefined })
  })
}

/** Whoever holds the link of a letter to that very address has shown that they read it. */
async function isInvited(tx: Transaction, token: string | undefined, email: string, now: Date) {
  const invitation = await loadInvitation(tx, hashOfToken(token ?? ''))
  return (
    invitation !== undefined &&
    invitation.email === email &&
    invitation.acceptedAt === null &&
    invitation.expiresAt > now
  )
}
