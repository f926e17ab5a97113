import { writing } from '#app/db/transaction.server.ts'
import { newId } from '#app/db/write/ids.server.ts'
import { insertRedaction, loadRedactedRecord } from '#app/db/write/redactions.server.ts'
import * as rules from '#app/domain/redactions/redaction.ts'
import type { RedactionInput } from '#app/domain/redactions/redaction.ts'
import { ok, refuse } from '#app/domain/shared/result.ts'

import type { Acting } from '../acting.ts'
import { record } from '../record.server.ts'

/** Proposes to withhold words or evidence; the record stays as it is until a second person agrees. */
export function proposeRedaction(
  { db, actor, now }: Acting,
  commitmentId: string,
  input: RedactionInput,
) {
  return writing(db, async (tx) => {
    const found = await loadRedactedRecord(tx, commitmentId, input.words)
    if (!found) return refuse('commitment-missing')
    const { waiting } = found.record
    if (waiting && rules.isSameWish(waiting, actor, input)) return ok({ redaction: waiting })
    const decision = rules.proposeRedaction(newId('rdc'), found.record, actor, input, now)
    if (!decision.ok) return decision

    await insertRedaction(tx, decision.value.redaction)
    await record(tx, decision.value.act)
    return decision
  })
}
