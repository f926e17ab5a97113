import { writing } from '#app/db/transaction.server.ts'
import {
  loadRedactedRecord,
  loadRedaction,
  saveRedactionDecision,
} from '#app/db/write/redactions.server.ts'
import * as rules from '#app/domain/redactions/redaction.ts'
import { refuse } from '#app/domain/shared/result.ts'

import type { Acting } from '../acting.ts'
import { record } from '../record.server.ts'

/** The second person does not withhold what was proposed, and says why to the first. */
export function refuseRedaction({ db, actor, now }: Acting, redactionId: string, reason: string) {
  return writing(db, async (tx) => {
    const redaction = await loadRedaction(tx, redactionId)
    const found = redaction && (await loadRedactedRecord(tx, redaction.commitmentId, []))
    if (!redaction || !found) return refuse('redaction-missing')
    const decision = rules.refuseRedaction(redaction, found.record, actor, reason, now)
    if (!decision.ok) return decision

    await saveRedactionDecision(tx, decision.value.redaction)
    await record(tx, decision.value.act)
    return decision
  })
}
