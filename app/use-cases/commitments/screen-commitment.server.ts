import type { ScreeningInput } from '#app/domain/commitments/screening.ts'

import type { Acting } from '../acting.ts'
import { declineCommitment } from './decline-commitment.server.ts'
import { publishCommitment } from './publish-commitment.server.ts'
import { returnCommitment } from './return-commitment.server.ts'

/** A coordinator decides at the door: publish, return with questions, or decline. */
export function screenCommitment(acting: Acting, id: string, decided: ScreeningInput) {
  switch (decided.decision) {
    case 'publish':
      return publishCommitment(acting, id)
    case 'return':
      return returnCommitment(acting, id, decided.questions)
    case 'decline':
      return declineCommitment(acting, id, decided.reason)
  }
}
