import type { Witness } from '#app/adapters/witnesses/witness.ts'
import type { Database } from '#app/db/client.server.ts'
import { stopPublishing } from '#app/db/publishing.server.ts'
import { hashesOf, logSize } from '#app/db/read/log-tiles.server.ts'
import { CheckpointError, openCheckpoint, type Checkpoint } from '#app/domain/ledger/checkpoint.ts'
import { findBreak, type LogBreak } from '#app/domain/ledger/continuity.ts'
import { NoteError, type Verify, type VerifierKey } from '#app/domain/ledger/signed-note.ts'

export type Heeding = {
  db: Database
  /** Of this log. */
  logKey: VerifierKey
  verify: Verify
}

/**
 * Holds the record here against what witnesses remember, and stops publishing where it falls short:
 * a backup was brought back, or somebody rewrites. A witness's word alone stops nothing; what it
 * shows has to bear this log's own signature. Those out of reach are passed over.
 */
export async function heedWitnesses(
  witnesses: readonly Witness[],
  { db, logKey, verify }: Heeding,
): Promise<LogBreak | undefined> {
  const shown = await Promise.all(
    witnesses.map(async (witness) => {
      const note = await witness.newest(logKey.name).catch(() => undefined)
      return note === undefined ? undefined : ownWord(note, logKey, verify)
    }),
  )
  const signed = shown.filter((one) => one !== undefined)
  const found = await findBreak(signed, await logSize(db), hashesOf(db))
  if (found) stopPublishing(db, found)
  return found
}

function ownWord(note: string, logKey: VerifierKey, verify: Verify): Checkpoint | undefined {
  try {
    return openCheckpoint(note, logKey, verify)
  } catch (error) {
    if (error instanceof NoteError || error instanceof CheckpointError) return undefined
    throw error
  }
}
