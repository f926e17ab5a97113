import { type SignedIn, actorOf } from '#app/db/read/accounts.server.ts'
import { loadFactors } from '#app/db/read/factors.server.ts'
import { writing } from '#app/db/transaction.server.ts'
import { recordAct } from '#app/db/write/acts.server.ts'
import { deleteAuthenticator, replaceRecoveryCodes } from '#app/db/write/factors.server.ts'
import { endSessionsOf } from '#app/db/write/sessions.server.ts'
import * as rules from '#app/domain/accounts/second-factor.ts'
import { ok, refuse } from '#app/domain/shared/result.ts'

import type { Acting } from '../acting.ts'
import { giveFactor, type GivingFactor } from './give-factor.server.ts'
import { sendAccountLetter } from './letters.server.ts'

type Removing = Acting &
  GivingFactor & { actor: SignedIn; rule: rules.FactorRule; sessionId: string }

/** The actor's app is taken away, by a code of it or a recovery code; other sessions end. */
export async function removeAuthenticator(removing: Removing, code: string) {
  const { db, now, rule, sessionId } = removing
  const { userId } = removing.actor
  // The roles as they are: what a missing factor takes away is no way round the rule.
  const actor = await actorOf(db, userId)
  if (!actor) return refuse('account-missing')
  const allowed = rules.removeAuthenticator(actor, await loadFactors(db, userId), rule, now)
  if (!allowed.ok) return allowed
  const given = await giveFactor(removing, userId, code)
  if (!given.ok) return given
  return writing(db, async (tx) => {
    const held = await loadFactors(tx, userId)
    const by = { ...actor, from: removing.actor.from }
    const decision = rules.removeAuthenticator(by, held, rule, now)
    if (!decision.ok) return decision
    await deleteAuthenticator(tx, userId)
    if (held.passkeys === 0) await replaceRecoveryCodes(tx, userId, [], now)
    await endSessionsOf(tx, userId, sessionId)
    await recordAct(tx, decision.value.act)
    const to = { userId, to: actor.email, locale: actor.locale }
    await sendAccountLetter(tx, 'factor-removed', to, now)
    return ok({ userId })
  })
}
