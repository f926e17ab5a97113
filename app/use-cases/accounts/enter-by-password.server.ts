import { actorOf } from '#app/db/read/accounts.server.ts'
import type { SignInInput } from '#app/domain/accounts/account.ts'
import { isLongEnough } from '#app/domain/accounts/password.ts'
import type { Throttle } from '#app/domain/accounts/throttle.ts'
import { ok, refuse } from '#app/domain/shared/result.ts'

import { askReset } from './ask-reset.server.ts'
import { checkPassword } from './check-password.server.ts'

type Entering = Parameters<typeof checkPassword>[0] & { letters: Throttle }

/**
 * Whose session may begin by this password, and whether a second factor comes first. Where a role
 * given since asks for a longer one, none begins: a letter brings the link to choose it.
 */
export async function enterByPassword({ letters, ...trying }: Entering, input: SignInInput) {
  const checked = await checkPassword(trying, input)
  if (!checked.ok) return checked
  const { userId, locale } = checked.value
  const actor = await actorOf(trying.db, userId)
  if (actor && !isLongEnough(input.password, actor)) {
    const { email } = actor
    if ((await letters.take(email)).ok) await askReset(trying, { email, locale })
    return refuse('password-outgrown')
  }
  return ok({ userId, factor: actor?.factor === true })
}
