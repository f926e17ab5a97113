import { writing } from '#app/db/transaction.server.ts'
import { insertCommitment, loadBlankDraft } from '#app/db/write/commitments.server.ts'
import { loadDeclaration } from '#app/db/write/declarations.server.ts'
import { newId } from '#app/db/write/ids.server.ts'
import { loadOrganisation } from '#app/db/write/organisations.server.ts'
import * as rules from '#app/domain/commitments/commitment.ts'
import { ok, refuse } from '#app/domain/shared/result.ts'

import type { Acting } from '../acting.ts'
import { record } from '../record.server.ts'

/** Opens a draft that any member of the organisation can go on with. */
export function draftCommitment(
  { db, actor, now }: Acting,
  input: { organisationId: string; declaration: string },
) {
  return writing(db, async (tx) => {
    const lead = await loadOrganisation(tx, input.organisationId)
    if (!lead) return refuse('organisation-missing')
    if (!(await loadDeclaration(tx, input.declaration))) return refuse('declaration-missing')
    const decision = rules.draftCommitment(newId('cmt'), input.declaration, lead, actor, now)
    if (!decision.ok) return decision
    // A button pressed twice opens one draft.
    const blank = await loadBlankDraft(tx, actor.userId, decision.value.commitment)
    if (blank) return ok({ commitment: blank })

    await insertCommitment(tx, decision.value.commitment, lead, { userId: actor.userId, now })
    await record(tx, decision.value.act)
    return ok({ commitment: decision.value.commitment })
  })
}
