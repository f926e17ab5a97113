import { writing } from '#app/db/transaction.server.ts'
import { loadEvidenceOf, saveReleased } from '#app/db/write/evidence.server.ts'
import {
  insertRound,
  loadMilestone,
  loadReport,
  saveReport,
} from '#app/db/write/milestones.server.ts'
import { refreshStanding } from '#app/db/write/standing.server.ts'
import { evidenceFields } from '#app/domain/evidence/evidence.ts'
import * as rules from '#app/domain/milestones/report.ts'
import { refuse } from '#app/domain/shared/result.ts'

import type { Acting } from '../acting.ts'
import { record } from '../record.server.ts'

/** Hands a report in: from now on what it claims is on the public record. */
export function submitReport({ db, actor, now }: Acting, reportId: string) {
  return writing(db, async (tx) => {
    const report = await loadReport(tx, reportId)
    const milestone = report && (await loadMilestone(tx, report.milestoneId))
    if (!report || !milestone) return refuse('report-missing')
    const items = await loadEvidenceOf(tx, reportId)
    const fields = evidenceFields(items)
    const decision = rules.submitReport(report, milestone, items, fields, actor, now)
    if (!decision.ok) return decision

    const { report: reported, released, act } = decision.value
    const by = { userId: actor.userId, now }
    const first = reported.rounds === 1 ? { reportedAt: now } : {}
    await saveReport(tx, reported, by, { ...first, lastReportedAt: now })
    await insertRound(tx, reported, now)
    await saveReleased(tx, reportId, released, reported.rounds)
    await refreshStanding(tx, milestone.commitmentId, now)
    await record(tx, act)
    return decision
  })
}
