import { writing } from '#app/db/transaction.server.ts'
import type { LinkInput } from '#app/domain/evidence/evidence.ts'

import type { Acting } from '../acting.ts'
import { attachEvidence } from './attach-evidence.server.ts'

/** Adds a link or dataset. The register keeps the address and never fetches it. */
export function attachLink({ db, actor, now }: Acting, reportId: string, input: LinkInput) {
  return writing(db, (tx) => attachEvidence(tx, { actor, now }, reportId, input))
}
