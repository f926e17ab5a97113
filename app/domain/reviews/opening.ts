import { refusalOf } from '../access/access.ts'
import { actInRole } from '../acts/act.ts'
import { partyIdsOf } from '../commitments/commitment.ts'
import type { Evidence } from '../evidence/evidence.ts'
import type { Actor } from '../shared/actor.ts'
import { ok, refuse } from '../shared/result.ts'
import type { Case } from './review.ts'

/** Whether this coordinator may open this piece: only once handed in, never in a case of its own. */
export function openEvidence(evidence: Evidence, it: Case, actor: Actor, now: Date) {
  const subject = { partyIds: partyIdsOf(it.commitment) }
  const refused = refusalOf(actor, 'review-report', subject, now)
  if (refused) return refuse(refused)
  if (evidence.round === null) return refuse('evidence-missing')
  if (evidence.state === 'withheld') return refuse('evidence-withheld')
  const act = actInRole('evidence.opened', evidence.id, actor, 'coordinator', now, {
    commitmentId: it.commitment.id,
  })
  return ok({ evidence, act })
}
