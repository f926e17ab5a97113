import { hashPassword } from '#app/adapters/passwords/argon2.server.ts'
import { actorOf, type SignedIn } from '#app/db/read/accounts.server.ts'
import { writing } from '#app/db/transaction.server.ts'
import { endTokens } from '#app/db/write/account-tokens.server.ts'
import { changeAccount, loadHolder } from '#app/db/write/accounts.server.ts'
import { recordAct } from '#app/db/write/acts.server.ts'
import { endSessionsOf } from '#app/db/write/sessions.server.ts'
import * as rules from '#app/domain/accounts/own-account.ts'
import {
  isLongEnough,
  passwordRefusal,
  type KnownPasswords,
} from '#app/domain/accounts/password.ts'
import type { Throttle } from '#app/domain/accounts/throttle.ts'
import { ok, refuse } from '#app/domain/shared/result.ts'
import { speak } from '#app/i18n/speech.ts'

import type { Acting } from '../acting.ts'
import { checkPassword } from './check-password.server.ts'
import { sendAccountLetter } from './letters.server.ts'

type Changing = Acting & {
  actor: SignedIn
  isKnown: KnownPasswords
  tries: Throttle
  agent: string | null
  /** The one session that goes on. */
  sessionId: string
}

/** Another password for whoever knows the present one. Every other session ends. */
export async function changePassword(
  { db, actor, now, isKnown, tries, agent, sessionId }: Changing,
  { current, password }: { current: string; password: string },
) {
  // By the roles they were given, also those that wait for a second factor.
  if (!isLongEnough(password, (await actorOf(db, actor.userId)) ?? actor))
    return refuse('password-too-short')
  const trying = { db, now, tries, from: actor.from, agent }
  const checked = await checkPassword(trying, { email: actor.email, password: current })
  if (!checked.ok) return checked.code === 'wrong-credentials' ? refuse('wrong-password') : checked
  const about = { ...actor, register: speak(actor.locale).t('register.name') }
  const refused = await passwordRefusal(password, about, isKnown)
  if (refused) return refuse(refused)

  const passwordHash = await hashPassword(password)
  return writing(db, async (tx) => {
    const holder = await loadHolder(tx, actor.userId)
    if (!holder) return refuse('account-missing')
    const { act, passwordChangedAt } = rules.changePassword(actor, now)
    await changeAccount(tx, holder.id, { passwordHash, passwordChangedAt })
    await endSessionsOf(tx, holder.id, sessionId)
    await endTokens(tx, holder.id, now, 'reset-password')
    await recordAct(tx, act)
    const to = { userId: holder.id, to: holder.email, locale: holder.locale }
    await sendAccountLetter(tx, 'password-changed', to, now)
    return ok({ userId: holder.id })
  })
}
