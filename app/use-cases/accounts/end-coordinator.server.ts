import { writing } from '#app/db/transaction.server.ts'
import { loadAppointee, saveAppointmentEnd } from '#app/db/write/accounts.server.ts'
import { recordAct } from '#app/db/write/acts.server.ts'
import * as rules from '#app/domain/accounts/coordinator.ts'

import type { Acting } from '../acting.ts'

export function endCoordinator({ db, actor, now }: Acting, userId: string, reason: string) {
  return writing(db, async (tx) => {
    const appointee = await loadAppointee(tx, userId)
    const decision = rules.endCoordinator(appointee, actor, reason, now)
    if (!decision.ok) return decision

    await saveAppointmentEnd(tx, decision.value.appointmentId, decision.value.endedAt)
    await recordAct(tx, decision.value.act)
    return decision
  })
}
