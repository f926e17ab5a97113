import { writing } from '#app/db/transaction.server.ts'
import { loadAppointeeByEmail, saveAppointment } from '#app/db/write/accounts.server.ts'
import { recordAct } from '#app/db/write/acts.server.ts'
import { newId } from '#app/db/write/ids.server.ts'
import * as rules from '#app/domain/accounts/coordinator.ts'

import type { Acting } from '../acting.ts'

export function appointCoordinator({ db, actor, now }: Acting, email: string, reason: string) {
  return writing(db, async (tx) => {
    const appointee = await loadAppointeeByEmail(tx, email)
    const decision = rules.appointCoordinator(appointee, actor, newId('coo'), reason, now)
    if (!decision.ok) return decision

    await saveAppointment(tx, decision.value.appointment)
    await recordAct(tx, decision.value.act)
    return decision
  })
}
