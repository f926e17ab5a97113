import type { CommitmentState } from '../commitments/commitment-state.ts'
import type { Finding } from '../milestones/report-state.ts'
import type { Timeliness } from '../milestones/timeliness.ts'
import type { Day } from '../shared/dates.ts'

export const outcomes = [
  'kept',
  'partly-kept',
  'not-kept',
  'no-report',
  'behind',
  'on-track',
  'registered',
  'withdrawn',
] as const
export type Outcome = (typeof outcomes)[number]

/** A milestone as the outcome sees it. `finding` is the newest one that was decided. */
export type MilestoneFacts = { timeliness: Timeliness; finding: Finding | null }

/**
 * The public status of a commitment: the first line of product.md's list that holds.
 * A finding of "not verifiable" counts as not achieved: nothing shows that it was.
 */
export function outcomeOf(
  commitment: { state: CommitmentState; startOn: Day },
  milestones: readonly MilestoneFacts[],
  today: Day,
): Outcome {
  if (commitment.state === 'withdrawn') return 'withdrawn'
  if (milestones.some((milestone) => milestone.timeliness === 'silent')) return 'no-report'

  const reviewed = outcomeOfFindings(milestones)
  if (reviewed) return reviewed

  const behind = milestones.some(
    (m) => m.timeliness === 'overdue' || (m.finding !== null && m.finding !== 'achieved'),
  )
  if (behind) return 'behind'
  return today >= commitment.startOn ? 'on-track' : 'registered'
}

/** Kept, partly or not kept once every milestone has its finding; undefined until then. */
export function outcomeOfFindings(
  milestones: readonly Pick<MilestoneFacts, 'finding'>[],
): 'kept' | 'partly-kept' | 'not-kept' | undefined {
  const found = milestones.map((milestone) => milestone.finding)
  if (found.length === 0 || found.includes(null)) return undefined
  if (found.every((finding) => finding === 'achieved')) return 'kept'
  return found.some((finding) => finding === 'achieved' || finding === 'partly-achieved')
    ? 'partly-kept'
    : 'not-kept'
}
