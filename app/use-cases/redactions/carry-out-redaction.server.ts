import { writing } from '#app/db/transaction.server.ts'
import {
  loadRedactedRecord,
  loadRedaction,
  overwriteWhatGoes,
  saveRedactionDecision,
  withholdFrom,
} from '#app/db/write/redactions.server.ts'
import { makeFindable } from '#app/db/write/search.server.ts'
import * as rules from '#app/domain/redactions/redaction.ts'
import { refuse } from '#app/domain/shared/result.ts'

import type { Acting } from '../acting.ts'
import { recordAll } from '../record.server.ts'

/**
 * The second person withholds what was proposed: from the log's disclosures, from the record and
 * from everything private about it, at once. What files and freed pages still hold is then owed to
 * `finishErasure`, which also finishes it after the machine has stopped in between.
 */
export function carryOutRedaction({ db, actor, now }: Acting, redactionId: string) {
  return writing(db, async (tx) => {
    await overwriteWhatGoes(tx)
    const redaction = await loadRedaction(tx, redactionId)
    const found =
      redaction && (await loadRedactedRecord(tx, redaction.commitmentId, redaction.words))
    if (!redaction || !found) return refuse('redaction-missing')
    const decision = rules.carryOutRedaction(redaction, found.record, actor, now)
    if (!decision.ok) return decision

    const { redaction: done, withheld, evidence, acts } = decision.value
    await saveRedactionDecision(tx, done)
    const recorded = await recordAll(tx, acts)
    const closed = withheld.flatMap(({ of, digests }, i) => {
      const entry = recorded[i]?.entry ?? null
      return entry === null ? [] : [{ of, digests, entry }]
    })
    await withholdFrom(tx, { wish: redaction, kept: found.kept, closed, evidence, now })
    await makeFindable(tx, [redaction.commitmentId])
    return decision
  })
}
