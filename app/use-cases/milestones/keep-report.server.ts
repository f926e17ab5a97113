import { writing } from '#app/db/transaction.server.ts'
import { loadMilestone, loadReport, saveReport } from '#app/db/write/milestones.server.ts'
import * as rules from '#app/domain/milestones/report.ts'
import type { ReportDraft } from '#app/domain/milestones/report.ts'
import { refuse } from '#app/domain/shared/result.ts'

import type { Acting } from '../acting.ts'
import { record } from '../record.server.ts'

/** Keeps a report that is not complete yet, for its people to go on with later. */
export function keepReport({ db, actor, now }: Acting, reportId: string, content: ReportDraft) {
  return writing(db, async (tx) => {
    const report = await loadReport(tx, reportId)
    const milestone = report && (await loadMilestone(tx, report.milestoneId))
    if (!report || !milestone) return refuse('report-missing')
    const decision = rules.keepReport(report, milestone, actor, content, now)
    if (!decision.ok) return decision

    await saveReport(tx, decision.value.report, { userId: actor.userId, now })
    await record(tx, decision.value.act)
    return decision
  })
}
