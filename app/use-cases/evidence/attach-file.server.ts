import { writing } from '#app/db/transaction.server.ts'
import { fileInput, type FileInput } from '#app/domain/evidence/evidence.ts'
import { refuse } from '#app/domain/shared/result.ts'

import type { Acting } from '../acting.ts'
import { attachEvidence } from './attach-evidence.server.ts'

/** Adds a file already stored and hashed; on a refusal the caller removes it again. */
export async function attachFile(
  { db, actor, now }: Acting,
  reportId: string,
  input: FileInput,
  quotaBytes?: number,
) {
  const parsed = fileInput.safeParse(input)
  if (!parsed.success) return refuse(parsed.error.issues[0]?.message ?? 'evidence-malformed')
  return writing(db, (tx) => attachEvidence(tx, { actor, now }, reportId, parsed.data, quotaBytes))
}
