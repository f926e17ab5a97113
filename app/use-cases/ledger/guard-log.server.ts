import type { CheckpointMarks } from '#app/adapters/signer/checkpoint-marks.server.ts'
import type { Database } from '#app/db/client.server.ts'
import { checkpointsMarked, stopPublishing } from '#app/db/publishing.server.ts'
import { hashesOf, logSize, newestCheckpoint } from '#app/db/read/log-tiles.server.ts'
import { findBreak, type LogBreak } from '#app/domain/ledger/continuity.ts'

/**
 * Holds the database against what was signed, before anything is written: an older copy, or one
 * with another history, is read from and published to no more. Signing would not mend it.
 */
export async function guardLog({
  db,
  marks,
}: {
  db: Database
  marks: Pick<CheckpointMarks, 'newest'>
}): Promise<LogBreak | undefined> {
  const mark = await marks.newest()
  if (mark) checkpointsMarked(db, mark.size)
  const signed = [mark, await newestCheckpoint(db)]
  const broken = await findBreak(
    signed.filter((state) => state !== undefined),
    await logSize(db),
    hashesOf(db),
  )
  if (broken) stopPublishing(db, broken)
  return broken
}
