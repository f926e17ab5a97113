import { writing } from '#app/db/transaction.server.ts'
import { recordAct } from '#app/db/write/acts.server.ts'
import { loadMail, saveMailTriedAgain } from '#app/db/write/mails.server.ts'
import * as rules from '#app/domain/mails/letter.ts'

import type { Acting } from '../acting.ts'

/** Puts a letter that was given up back in the queue. */
export function tryLetterAgain({ db, actor, now }: Acting, id: string) {
  return writing(db, async (tx) => {
    const decision = rules.tryAgain(await loadMail(tx, id), actor, now)
    if (!decision.ok) return decision

    await saveMailTriedAgain(tx, id)
    await recordAct(tx, decision.value.act)
    return decision
  })
}
