import type { Transaction } from '#app/db/client.server.ts'
import { insertEvidence, loadStock } from '#app/db/write/evidence.server.ts'
import { newId } from '#app/db/write/ids.server.ts'
import { loadMilestone, loadReport } from '#app/db/write/milestones.server.ts'
import * as rules from '#app/domain/evidence/evidence.ts'
import type { FileInput, LinkInput } from '#app/domain/evidence/evidence.ts'
import { refuse } from '#app/domain/shared/result.ts'

import type { Acting } from '../acting.ts'
import { record } from '../record.server.ts'

/** What a file and a link have in common on their way into a report. */
export async function attachEvidence(
  tx: Transaction,
  { actor, now }: Omit<Acting, 'db'>,
  reportId: string,
  input: FileInput | LinkInput,
  quotaBytes = rules.QUOTA_BYTES,
) {
  const report = await loadReport(tx, reportId)
  const milestone = report && (await loadMilestone(tx, report.milestoneId))
  if (!report || !milestone) return refuse('report-missing')
  const stock = { ...(await loadStock(tx, reportId, milestone.leadId)), quotaBytes }
  const id = newId('evd')
  const decision = rules.attachEvidence(id, report, milestone, stock, actor, input, now)
  if (!decision.ok) return decision

  await insertEvidence(tx, decision.value.evidence, { userId: actor.userId, now })
  await record(tx, decision.value.act)
  return decision
}
