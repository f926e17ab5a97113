import { writing } from '#app/db/transaction.server.ts'
import { loadOrganisation, saveDecision } from '#app/db/write/organisations.server.ts'
import type { OrganisationMove } from '#app/domain/organisations/organisation-state.ts'
import * as rules from '#app/domain/organisations/organisation.ts'
import { refuse } from '#app/domain/shared/result.ts'

import type { Acting } from '../acting.ts'
import { record } from '../record.server.ts'

/** A coordinator verifies, refuses, suspends or reinstates an organisation that is not its own. */
export function decideOrganisation(
  { db, actor, now }: Acting,
  id: string,
  move: OrganisationMove,
  reason: string,
) {
  return writing(db, async (tx) => {
    const organisation = await loadOrganisation(tx, id)
    if (!organisation) return refuse('organisation-missing')
    const decision = rules.decideOrganisation(organisation, actor, move, reason, now)
    if (!decision.ok) return decision

    await saveDecision(tx, decision.value.organisation, reason, now)
    await record(tx, decision.value.act)
    return decision
  })
}
