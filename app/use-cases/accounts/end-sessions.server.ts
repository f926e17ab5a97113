import { writing } from '#app/db/transaction.server.ts'
import { recordAct } from '#app/db/write/acts.server.ts'
import { endSessionOf, endSessionsOf } from '#app/db/write/sessions.server.ts'
import * as rules from '#app/domain/accounts/own-account.ts'
import { ok, refuse } from '#app/domain/shared/result.ts'

import type { Acting } from '../acting.ts'

/** Ends one of the actor's own sessions. One of somebody else's is as good as none. */
export function endOwnSession({ db, actor, now }: Acting, sessionId: string) {
  return writing(db, async (tx) => {
    if (!(await endSessionOf(tx, actor.userId, sessionId))) return refuse('session-missing')
    await recordAct(tx, rules.endSessions(actor, 1, now))
    return ok({ count: 1 })
  })
}

/** Ends all of the actor's sessions but the one they are in. */
export function endOtherSessions({ db, actor, now }: Acting, keep: string) {
  return writing(db, async (tx) => {
    const count = await endSessionsOf(tx, actor.userId, keep)
    if (count > 0) await recordAct(tx, rules.endSessions(actor, count, now))
    return ok({ count })
  })
}
