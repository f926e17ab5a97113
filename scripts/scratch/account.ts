import type { Database } from '#app/db/client.server.ts'
import { credentialsOf } from '#app/db/read/accounts.server.ts'
import type { SignUpInput } from '#app/domain/accounts/account.ts'
import type { Locale } from '#app/domain/shared/language.ts'
import { confirmAddress } from '#app/use-cases/accounts/confirm-address.server.ts'
import { signUp } from '#app/use-cases/accounts/sign-up.server.ts'

/** The passwords of made-up people stand in the sources: no list could make them worse. */
export const anyPassword = () => Promise.resolve(false)

/** An account as its owner makes it: by the form, and by the link of the letter. Answers its id. */
export async function makeAccount(
  db: Database,
  now: Date,
  details: SignUpInput & { locale: Locale },
): Promise<string> {
  const made = await signUp({ db, now, isKnown: anyPassword }, details)
  const token = made.ok ? made.value.token : undefined
  if (token === undefined) throw new Error(`no account was made for ${details.email}`)
  const confirmed = await confirmAddress({ db, now }, token)
  if (!confirmed.ok) throw new Error(`${details.email} was not confirmed: ${confirmed.code}`)
  const known = await credentialsOf(db, details.email)
  if (!known) throw new Error(`there is no account of ${details.email}`)
  return known.userId
}
