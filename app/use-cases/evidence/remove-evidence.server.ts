import { writing } from '#app/db/transaction.server.ts'
import { deleteEvidence, loadEvidence } from '#app/db/write/evidence.server.ts'
import { loadMilestone, loadReport } from '#app/db/write/milestones.server.ts'
import * as rules from '#app/domain/evidence/evidence.ts'
import { refuse } from '#app/domain/shared/result.ts'

import type { Acting } from '../acting.ts'
import { record } from '../record.server.ts'

/** Takes a piece out of a report not yet handed in; the caller then deletes a stored file. */
export function removeEvidence({ db, actor, now }: Acting, evidenceId: string) {
  return writing(db, async (tx) => {
    const evidence = await loadEvidence(tx, evidenceId)
    const report = evidence && (await loadReport(tx, evidence.reportId))
    const milestone = report && (await loadMilestone(tx, report.milestoneId))
    if (!evidence || !report || !milestone) return refuse('evidence-missing')
    const decision = rules.removeEvidence(evidence, report, milestone, actor, now)
    if (!decision.ok) return decision

    await deleteEvidence(tx, evidenceId)
    await record(tx, decision.value.act)
    return decision
  })
}
