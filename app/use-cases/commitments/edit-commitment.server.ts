import { writing } from '#app/db/transaction.server.ts'
import { loadCommitment, saveCommitment } from '#app/db/write/commitments.server.ts'
import { loadDeclaration } from '#app/db/write/declarations.server.ts'
import { newId } from '#app/db/write/ids.server.ts'
import * as rules from '#app/domain/commitments/commitment.ts'
import type { DraftTerms } from '#app/domain/commitments/terms.ts'
import { refuse } from '#app/domain/shared/result.ts'

import type { Acting } from '../acting.ts'
import { record } from '../record.server.ts'

/** Answers of one step; a milestone typed for the first time has no id yet. */
export type StepAnswers = Omit<DraftTerms, 'milestones'> & {
  milestones?: (Omit<NonNullable<DraftTerms['milestones']>[number], 'id'> & {
    id?: string | undefined
  })[]
}

/** Keeps the answers of one step of the form. */
export function editCommitment({ db, actor, now }: Acting, id: string, answers: StepAnswers) {
  return writing(db, async (tx) => {
    const commitment = await loadCommitment(tx, id)
    if (!commitment) return refuse('commitment-missing')
    const declaration = await loadDeclaration(tx, commitment.declaration)
    if (!declaration) return refuse('declaration-missing')

    const { milestones, ...rest } = answers
    const known = new Set((commitment.terms.milestones ?? []).map((milestone) => milestone.id))
    const numbered: DraftTerms = milestones
      ? {
          ...rest,
          // An id that is not this draft's own could name another commitment's milestone, and one
          // sent twice would make two milestones one: `delete` answers whether it was still there.
          milestones: milestones.map((milestone) => ({
            ...milestone,
            id: milestone.id && known.delete(milestone.id) ? milestone.id : newId('mls'),
          })),
        }
      : rest
    const decision = rules.editCommitment(commitment, declaration, actor, numbered, now)
    if (!decision.ok) return decision

    await saveCommitment(tx, decision.value.commitment, { userId: actor.userId, now })
    await record(tx, decision.value.act)
    return decision
  })
}
