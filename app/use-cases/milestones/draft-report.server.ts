import { writing } from '#app/db/transaction.server.ts'
import { newId } from '#app/db/write/ids.server.ts'
import { insertReport, loadMilestone, loadReportsOf } from '#app/db/write/milestones.server.ts'
import * as rules from '#app/domain/milestones/report.ts'
import { refuse } from '#app/domain/shared/result.ts'

import type { Acting } from '../acting.ts'
import { record } from '../record.server.ts'

/** Opens a report on a milestone for the lead's members to fill in. */
export function draftReport({ db, actor, now }: Acting, milestoneId: string) {
  return writing(db, async (tx) => {
    const milestone = await loadMilestone(tx, milestoneId)
    if (!milestone) return refuse('milestone-missing')
    const earlier = await loadReportsOf(tx, milestoneId)
    const decision = rules.draftReport(newId('rpt'), milestone, earlier, actor, now)
    if (!decision.ok) return decision

    await insertReport(tx, decision.value.report, { userId: actor.userId, now })
    await record(tx, decision.value.act)
    return decision
  })
}
