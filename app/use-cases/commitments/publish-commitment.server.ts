import { writing } from '#app/db/transaction.server.ts'
import {
  insertScreening,
  loadCommitment,
  saveCommitment,
  saveVersion,
  takeSerial,
} from '#app/db/write/commitments.server.ts'
import { loadDeclaration } from '#app/db/write/declarations.server.ts'
import { loadOrganisation } from '#app/db/write/organisations.server.ts'
import { makeFindable } from '#app/db/write/search.server.ts'
import { firstStanding } from '#app/db/write/standing.server.ts'
import * as rules from '#app/domain/commitments/commitment.ts'
import { dayOf } from '#app/domain/shared/dates.ts'
import { refuse } from '#app/domain/shared/result.ts'

import type { Acting } from '../acting.ts'
import { record } from '../record.server.ts'

/** Puts a screened commitment on the public record under the number it will always have. */
export function publishCommitment({ db, actor, now }: Acting, id: string) {
  return writing(db, async (tx) => {
    const commitment = await loadCommitment(tx, id)
    if (!commitment) return refuse('commitment-missing')
    const lead = await loadOrganisation(tx, commitment.leadId)
    const declaration = await loadDeclaration(tx, commitment.declaration)
    if (!lead || !declaration) return refuse('commitment-missing')

    // Asked once without a serial, so that a refusal takes none.
    const allowed = rules.publishCommitment(commitment, lead, declaration, 0, actor, now)
    if (!allowed.ok) return allowed
    const serial = await takeSerial(tx, declaration.key, now.getUTCFullYear())
    const decision = rules.publishCommitment(commitment, lead, declaration, serial, actor, now)
    if (!decision.ok) return decision

    const published = decision.value.commitment
    await insertScreening(tx, {
      commitmentId: id,
      coordinatorId: actor.userId,
      decision: 'published',
      reason: '',
      questions: [],
      at: now,
    })
    const standing = firstStanding(published.terms, declaration.settings, dayOf(now))
    const by = { userId: actor.userId, now }
    await saveCommitment(tx, published, by, { publishedAt: now, ...standing })
    await saveVersion(tx, published, [], '', now)
    await record(tx, decision.value.act, published)
    await makeFindable(tx, [id])
    return decision
  })
}
