import { writing } from '#app/db/transaction.server.ts'
import { loadMilestone, loadReport, saveReport } from '#app/db/write/milestones.server.ts'
import * as rules from '#app/domain/milestones/report.ts'
import type { ReportInput } from '#app/domain/milestones/report.ts'
import { refuse } from '#app/domain/shared/result.ts'

import type { Acting } from '../acting.ts'
import { record } from '../record.server.ts'

/** Keeps complete answers; nobody outside reads them before they are handed in. */
export function editReport({ db, actor, now }: Acting, reportId: string, content: ReportInput) {
  return writing(db, async (tx) => {
    const report = await loadReport(tx, reportId)
    const milestone = report && (await loadMilestone(tx, report.milestoneId))
    if (!report || !milestone) return refuse('report-missing')
    const decision = rules.editReport(report, milestone, actor, content, now)
    if (!decision.ok) return decision

    await saveReport(tx, decision.value.report, { userId: actor.userId, now })
    await record(tx, decision.value.act)
    return decision
  })
}
