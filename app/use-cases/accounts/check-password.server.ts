import { hashPassword, isOutdated, passwordMatches } from '#app/adapters/passwords/argon2.server.ts'
import type { Database } from '#app/db/client.server.ts'
import { credentialsOf } from '#app/db/read/accounts.server.ts'
import { writing } from '#app/db/transaction.server.ts'
import { renewHash, writeAsMuch } from '#app/db/write/accounts.server.ts'
import { saveSignInAt } from '#app/db/write/sign-ins.server.ts'
import type { SignInInput } from '#app/domain/accounts/account.ts'
import { agentOf } from '#app/domain/accounts/browser.ts'
import type { SignInOutcome } from '#app/domain/accounts/proof.ts'
import type { Throttle } from '#app/domain/accounts/throttle.ts'
import { ok, refuse } from '#app/domain/shared/result.ts'
import { paths } from '#app/paths.ts'

import { sendAccountLetter } from './letters.server.ts'

type Trying = {
  db: Database
  now: Date
  tries: Throttle
  /** Where it is tried from, for its owner's list. */
  from?: string | undefined
  agent?: string | null
}

/**
 * Whose account this is. An unknown address and a wrong password are told apart by nobody: the
 * same hash is made, the same statements run, and tries at both are counted.
 */
export async function checkPassword({ db, now, tries, ...trying }: Trying, input: SignInInput) {
  const { email, password } = input
  const address = trying.from ?? null
  const agent = trying.agent ? agentOf(trying.agent) : null
  const note = (outcome: SignInOutcome, warn = false) =>
    writing(db, async (tx) => {
      await saveSignInAt(tx, email, { at: now, outcome, address, agent })
      const to = { userId: known?.userId ?? '', to: email, locale: known?.locale ?? 'en' }
      const path = paths.askReset(to.locale)
      if (warn) await sendAccountLetter(tx, 'many-tries', to, now, { path })
      await writeAsMuch(tx)
    })

  const turn = await tries.take(email)
  const known = turn.ok || turn.first ? await credentialsOf(db, email) : undefined
  if (!turn.ok) {
    // Told of once a wait: whoever keeps trying writes nothing.
    if (turn.first) await note('throttled')
    return { ...refuse('too-many-tries'), seconds: turn.seconds }
  }
  if (!(await passwordMatches(password, known?.passwordHash)) || !known) {
    await note('wrong-password', turn.last)
    return refuse('wrong-credentials')
  }
  await tries.clear(email)
  if (known.disabledAt) {
    await note('disabled')
    return refuse('account-disabled')
  }
  const { userId, locale, passwordHash } = known
  if (isOutdated(passwordHash)) {
    const renewed = await hashPassword(password)
    await writing(db, (tx) => renewHash(tx, userId, passwordHash, renewed))
  }
  return ok({ userId, locale })
}
