import { loadFactors } from '#app/db/read/factors.server.ts'
import { writing } from '#app/db/transaction.server.ts'
import { loadStanding } from '#app/db/write/account-standing.server.ts'
import { recordAct } from '#app/db/write/acts.server.ts'
import { deleteFactors } from '#app/db/write/factors.server.ts'
import { endSessionsOf } from '#app/db/write/sessions.server.ts'
import * as rules from '#app/domain/accounts/second-factor.ts'

import type { Acting } from '../acting.ts'
import { sendAccountLetter } from './letters.server.ts'

/** For somebody who lost everything: their factors go, every session ends, a letter says why. */
export function resetFactors({ db, actor, now }: Acting, userId: string, reason: string) {
  return writing(db, async (tx) => {
    const standing = await loadStanding(tx, userId)
    const held = await loadFactors(tx, userId)
    const decision = rules.resetFactors(actor, standing, held, reason, now)
    if (!decision.ok || !standing) return decision
    await deleteFactors(tx, userId)
    await endSessionsOf(tx, userId)
    await recordAct(tx, decision.value.act)
    const to = { userId, to: standing.email, locale: standing.locale }
    await sendAccountLetter(tx, 'factors-reset', to, now, { words: reason })
    return decision
  })
}
