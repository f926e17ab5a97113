import { writing } from '#app/db/transaction.server.ts'
import { changeAccount, loadHolder } from '#app/db/write/accounts.server.ts'
import { recordAct } from '#app/db/write/acts.server.ts'
import type { DetailsInput } from '#app/domain/accounts/account.ts'
import * as rules from '#app/domain/accounts/own-account.ts'
import { ok, refuse } from '#app/domain/shared/result.ts'

import type { Acting } from '../acting.ts'

/** Another name, or another language for letters. */
export function changeDetails({ db, actor, now }: Acting, input: DetailsInput) {
  return writing(db, async (tx) => {
    const holder = await loadHolder(tx, actor.userId)
    if (!holder) return refuse('account-missing')
    const { details, act } = rules.changeDetails(actor, input, now)
    if (holder.name === details.name && holder.locale === details.locale) return ok({ holder })
    await changeAccount(tx, holder.id, details)
    await recordAct(tx, act)
    return ok({ holder })
  })
}
