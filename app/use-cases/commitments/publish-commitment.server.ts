import { writing } from '#app/db/transaction.server.ts'
import {
  insertScreening,
  loadForPublishing,
  saveCommitment,
  saveVersion,
  takeSerial,
} from '#app/db/write/commitments.server.ts'
import { keepWords } from '#app/db/write/search.server.ts'
import { firstStanding } from '#app/db/write/standing.server.ts'
import * as rules from '#app/domain/commitments/commitment.ts'
import { dayOf } from '#app/domain/shared/dates.ts'
import { refuse } from '#app/domain/shared/result.ts'

import type { Acting } from '../acting.ts'
import { record } from '../record.server.ts'

/** Puts a screened commitment on the public record under the number it will always have. */
export function publishCommitment({ db, actor, now }: Acting, id: string) {
  return writing(db, async (tx) => {
    const year = now.getUTCFullYear()
    const waiting = await loadForPublishing(tx, id, year)
    if (!waiting) return refuse('commitment-missing')
    const { commitment, lead, declaration, serial, names } = waiting
    const decision = rules.publishCommitment(commitment, lead, declaration, serial, actor, now)
    if (!decision.ok) return decision
    // Taken only now, so that a refusal takes none; until the act stands no other is written.
    await takeSerial(tx, commitment.declaration, year)

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
    const { entry } = await record(tx, decision.value.act, published)
    if (entry === null) throw new Error(`${id} was published outside the log`)
    await keepWords(tx, [{ entry, id, number: published.number, terms: published.terms, names }])
    return decision
  })
}
