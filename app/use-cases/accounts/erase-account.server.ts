import { writing } from '#app/db/transaction.server.ts'
import { onlyFocalPointOf, saveErasure } from '#app/db/write/account-erasure.server.ts'
import { countOtherAdministrators } from '#app/db/write/account-standing.server.ts'
import { recordAct } from '#app/db/write/acts.server.ts'
import * as rules from '#app/domain/accounts/erasure.ts'

import type { Acting } from '../acting.ts'
import { finishAccountErasure } from './finish-account-erasure.server.ts'

/** Erases the actor's own account, and the pages of the database it stood on. */
export async function eraseAccount({ db, actor, now }: Acting) {
  const result = await writing(db, async (tx) => {
    const left = {
      organisations: await onlyFocalPointOf(tx, actor.userId),
      otherAdministrators: await countOtherAdministrators(tx, actor.userId),
    }
    const decision = rules.eraseAccount(left, actor, now)
    if (!decision.ok) return decision

    await saveErasure(tx, actor.userId, now)
    await recordAct(tx, decision.value.act)
    return decision
  })
  // Should this fail, the job does it: the rows are gone already.
  if (result.ok) await finishAccountErasure({ db, now }).catch(() => 0)
  return result
}
