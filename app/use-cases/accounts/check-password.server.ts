import { passwordMatches } from '#app/adapters/passwords/argon2.server.ts'
import type { Database } from '#app/db/client.server.ts'
import { credentialsOf } from '#app/db/read/accounts.server.ts'
import type { SignInInput } from '#app/domain/accounts/account.ts'
import { ok, refuse } from '#app/domain/shared/result.ts'

/** Whose account this is; an unknown address and a wrong password are told apart by nobody. */
export async function checkPassword(db: Database, input: SignInInput) {
  const known = await credentialsOf(db, input.email)
  if (!(await passwordMatches(input.password, known?.passwordHash)) || !known)
    return refuse('wrong-credentials')
  return ok({ userId: known.userId, locale: known.locale })
}
