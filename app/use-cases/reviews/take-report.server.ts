import { writing } from '#app/db/transaction.server.ts'
import { newId } from '#app/db/write/ids.server.ts'
import { saveReport } from '#app/db/write/milestones.server.ts'
import { insertReview, loadCase } from '#app/db/write/reviews.server.ts'
import { refreshStanding } from '#app/db/write/standing.server.ts'
import * as rules from '#app/domain/reviews/review.ts'
import { refuse } from '#app/domain/shared/result.ts'

import type { Acting } from '../acting.ts'
import { record } from '../record.server.ts'

/** Opens a waiting report for review; of two who try at once, one gets it. */
export function takeReport({ db, actor, now }: Acting, reportId: string) {
  return writing(db, async (tx) => {
    const found = await loadCase(tx, reportId)
    if (!found) return refuse('report-missing')
    const decision = rules.takeReport(newId('rvw'), found, actor, now)
    if (!decision.ok) return decision

    const { report, review, act } = decision.value
    await insertReview(tx, review, report.rounds)
    await saveReport(tx, report, { userId: actor.userId, now })
    await refreshStanding(tx, found.commitment.id, now)
    await record(tx, act)
    return decision
  })
}
