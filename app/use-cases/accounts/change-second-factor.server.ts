import type { SignedIn } from '#app/db/read/accounts.server.ts'
import { loadFactors } from '#app/db/read/factors.server.ts'
import type { FactorChange, FactorRule } from '#app/domain/accounts/second-factor.ts'
import { ok, refuse } from '#app/domain/shared/result.ts'

import type { Acting } from '../acting.ts'
import { beginEnrolment, enrolAuthenticator } from './enrol-authenticator.server.ts'
import { giveFactor, type GivingFactor } from './give-factor.server.ts'
import { makeRecoveryCodes } from './make-recovery-codes.server.ts'
import { removeAuthenticator } from './remove-authenticator.server.ts'

type Changing = Acting & GivingFactor & { actor: SignedIn; rule: FactorRule; sessionId: string }

/**
 * The actor sets up an app, takes it away, or asks for other recovery codes. Whoever has an app
 * shows that it is still theirs before anything takes its place.
 */
export async function changeSecondFactor(changing: Changing, asked: FactorChange) {
  if (asked.intent === 'confirm') {
    const enrolled = await enrolAuthenticator(changing, asked)
    return enrolled.ok ? ok({ did: 'enrolled' as const, codes: enrolled.value.codes }) : enrolled
  }
  if (asked.intent === 'remove') {
    const removed = await removeAuthenticator(changing, asked.code)
    return removed.ok ? ok({ did: 'removed' as const }) : removed
  }
  const { db, actor } = changing
  if ((await loadFactors(db, actor.userId)).authenticator) {
    if (asked.code === undefined) return refuse('missing')
    const given = await giveFactor(changing, actor.userId, asked.code)
    if (!given.ok) return given
  }
  if (asked.intent === 'begin')
    return ok({ did: 'begun' as const, ...(await beginEnrolment(changing)) })
  const made = await makeRecoveryCodes(changing)
  return made.ok ? ok({ did: 'made-codes' as const, codes: made.value.codes }) : made
}
