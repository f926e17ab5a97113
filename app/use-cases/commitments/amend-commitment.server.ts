import { writing } from '#app/db/transaction.server.ts'
import { loadCommitment, saveCommitment, saveVersion } from '#app/db/write/commitments.server.ts'
import { newId } from '#app/db/write/ids.server.ts'
import { loadLatestStates } from '#app/db/write/milestones.server.ts'
import { makeFindable } from '#app/db/write/search.server.ts'
import { refreshStanding } from '#app/db/write/standing.server.ts'
import * as rules from '#app/domain/commitments/amendment.ts'
import type { AmendmentInput } from '#app/domain/commitments/amendment.ts'
import { refuse } from '#app/domain/shared/result.ts'

import type { Acting } from '../acting.ts'
import { record } from '../record.server.ts'

type Typed = Omit<AmendmentInput, 'milestones'> & {
  milestones: (Omit<AmendmentInput['milestones'][number], 'id'> & { id?: string | undefined })[]
}

/** A new version of a published commitment, with the reason; the old one stays on the record. */
export function amendCommitment(
  { db, actor, now }: Acting,
  id: string,
  input: Typed,
  /** The version the amendment was written against, where somebody read one. */
  from?: number,
) {
  return writing(db, async (tx) => {
    const commitment = await loadCommitment(tx, id)
    if (!commitment) return refuse('commitment-missing')
    if (from !== undefined && commitment.version !== from) return refuse('changed-meanwhile')
    const known = new Map((commitment.terms.milestones ?? []).map((one) => [one.id, one]))
    const left = new Map(known)
    const milestones = input.milestones.map((typed) => {
      const old = typed.id ? left.get(typed.id) : undefined
      if (!old) return { ...typed, id: newId('mls') }
      // An id stands for one milestone, however often it is sent.
      left.delete(old.id)
      // What the form does not ask stays as it was.
      const { id, code, indicators, translations } = old
      return { ...typed, id, code, indicators, translations }
    })
    const latest = await loadLatestStates(tx, [...known.keys()])
    const decision = rules.amendCommitment(commitment, latest, actor, { ...input, milestones }, now)
    if (!decision.ok) return decision

    const { commitment: amended, changes, reason, act } = decision.value
    await saveCommitment(tx, amended, { userId: actor.userId, now })
    await saveVersion(tx, amended, changes, reason, now)
    await refreshStanding(tx, id, now)
    await record(tx, act)
    await makeFindable(tx, [id])
    return decision
  })
}
