import type { Question } from '#app/domain/commitments/commitment.ts'
import type { ReviewState } from '#app/domain/reviews/review.ts'

import type { FindingShown } from './finding-record.tsx'

/** One coordinator's look at a report, as colleagues see it. */
export type LookShown = FindingShown & {
  id: string
  kind: 'review' | 'correction'
  state: ReviewState
  round: number
  questions: readonly Question[]
  sentBackReason: string
  openedAt: Date
  mine: boolean
  coordinator: string
}

/** The look that is going on: in somebody's hands, or proposed and waiting for a second person. */
export const currentLook = <look extends LookShown>(looks: readonly look[]): look | undefined =>
  looks.findLast(({ state }) => state === 'open' || state === 'proposed')

/** What was decided, oldest first; the last of them stands. */
export const decidedLooks = <look extends LookShown>(looks: readonly look[]): look[] =>
  looks.filter(({ state }) => state === 'decided')
