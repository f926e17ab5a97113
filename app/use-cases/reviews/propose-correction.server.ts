import { writing } from '#app/db/transaction.server.ts'
import { newId } from '#app/db/write/ids.server.ts'
import { insertReview, loadCase, loadOpenCorrections } from '#app/db/write/reviews.server.ts'
import * as rules from '#app/domain/reviews/review.ts'
import type { CorrectionInput } from '#app/domain/reviews/review.ts'
import { refuse } from '#app/domain/shared/result.ts'

import type { Acting } from '../acting.ts'
import { record } from '../record.server.ts'

/** Proposes to correct a finding that was decided; it stands until somebody else confirms. */
export function proposeCorrection(
  { db, actor, now }: Acting,
  reportId: string,
  input: CorrectionInput,
) {
  return writing(db, async (tx) => {
    const found = await loadCase(tx, reportId)
    if (!found) return refuse('report-missing')
    const { length } = await loadOpenCorrections(tx, reportId)
    const decision = rules.proposeCorrection(newId('rvw'), found, length, actor, input, now)
    if (!decision.ok) return decision

    await insertReview(tx, decision.value.review, found.report.rounds)
    await record(tx, decision.value.act)
    return decision
  })
}
