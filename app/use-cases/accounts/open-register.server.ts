import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

import { hashPassword } from '#app/adapters/passwords/argon2.server.ts'
import { writing } from '#app/db/transaction.server.ts'
import { countAccounts, saveAccount } from '#app/db/write/accounts.server.ts'
import { recordAct } from '#app/db/write/acts.server.ts'
import { newId } from '#app/db/write/ids.server.ts'
import {
  openRegister as openRegisterRule,
  type FirstRunInput,
} from '#app/domain/accounts/account.ts'
import { passwordRefusal } from '#app/domain/accounts/password.ts'
import type { Locale } from '#app/domain/shared/language.ts'
import { refuse } from '#app/domain/shared/result.ts'
import { speak } from '#app/i18n/speech.ts'

import type { Entering } from './sign-up.server.ts'

/** The way in while the register has no account: one token, printed once, kept only as a hash. */
export type FirstRun = { opens(token: string | null): boolean }

const sha256 = (text: string) => createHash('sha256').update(text).digest()

export function firstRun(): FirstRun & { token: string } {
  const token = randomBytes(24).toString('base64url')
  const kept = sha256(token)
  return { token, opens: (tried) => tried !== null && timingSafeEqual(sha256(tried), kept) }
}

export const noFirstRun: FirstRun = { opens: () => false }

export async function openRegister(
  { db, now, firstRun: door, isKnown, from }: Entering & { firstRun: FirstRun },
  token: string | null,
  input: FirstRunInput & { locale: Locale },
) {
  if (!door.opens(token)) return refuse('first-run-token-wrong')
  const { password, ...person } = input
  const about = { ...person, register: speak(person.locale).t('register.name') }
  const refused = await passwordRefusal(password, about, isKnown)
  if (refused) return refuse(refused)
  const passwordHash = await hashPassword(password)
  return writing(db, async (tx) => {
    const id = newId('usr')
    const decision = openRegisterRule({ id, ...person }, await countAccounts(tx), now)
    if (!decision.ok) return decision

    await saveAccount(tx, decision.value.account, passwordHash)
    const { act } = decision.value
    await recordAct(tx, { ...act, by: { ...act.by, from } })
    return decision
  })
}
