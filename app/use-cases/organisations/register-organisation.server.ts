import { writing } from '#app/db/transaction.server.ts'
import { newId, newShortId } from '#app/db/write/ids.server.ts'
import {
  insertMember,
  insertOrganisation,
  loadWaiting,
} from '#app/db/write/organisations.server.ts'
import * as rules from '#app/domain/organisations/organisation.ts'
import type { RegisterOrganisationInput } from '#app/domain/organisations/organisation.ts'
import { ok } from '#app/domain/shared/result.ts'

import type { Acting } from '../acting.ts'
import { record } from '../record.server.ts'

/**
 * Puts an organisation before the coordinators; whoever registers it is its first focal point.
 * `invented` marks a demonstration's organisations, which no form can ask for.
 */
export function registerOrganisation(
  { db, actor, now }: Acting,
  input: RegisterOrganisationInput,
  invented = false,
) {
  return writing(db, async (tx) => {
    const decision = rules.registerOrganisation(newShortId('org'), actor, input, now, invented)
    if (!decision.ok) return decision
    const { organisation, act } = decision.value
    // A button pressed twice registers once.
    const waiting = await loadWaiting(tx, actor.userId, organisation)
    if (waiting) return ok({ organisation: waiting })

    await insertOrganisation(tx, organisation, now)
    await insertMember(
      tx,
      {
        id: newId('mbr'),
        userId: actor.userId,
        organisationId: organisation.id,
        role: 'focal-point',
      },
      now,
    )
    await record(tx, act)
    return ok({ organisation })
  })
}
