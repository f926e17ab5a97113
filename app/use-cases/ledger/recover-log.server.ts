import type { LogMirror } from '#app/adapters/mirror/log-mirror.ts'
import type { CheckpointMarks } from '#app/adapters/signer/checkpoint-marks.server.ts'
import type { Database } from '#app/db/client.server.ts'
import { hashesOf, logSize, newestCheckpoint } from '#app/db/read/log-tiles.server.ts'
import { sweepFreedPages } from '#app/db/sweep.server.ts'
import { writing } from '#app/db/transaction.server.ts'
import { CheckpointError, openCheckpoint } from '#app/domain/ledger/checkpoint.ts'
import { findBreak, type SignedState } from '#app/domain/ledger/continuity.ts'
import { NoteError, type Verify, type VerifierKey } from '#app/domain/ledger/signed-note.ts'

import { missingEntries, RecoveryFailed, type RecoveryProblem } from './missing-entries.server.ts'
import { restoreEntries, type Restored } from './restore-entries.server.ts'

export type Recovering = {
  db: Database
  now: Date
  mirror: LogMirror
  marks: Pick<CheckpointMarks, 'newest'>
  /** The log's own, to believe a checkpoint of the mirror by; undefined where the key is not here. */
  logKey: VerifierKey | undefined
  verify: Verify
}

export type Recovery =
  | { ok: true; size: number; restored: Restored }
  | { ok: false; problem: RecoveryProblem | { code: 'nothing-signed' } }

/**
 * Refills the log of a database that is older than what was signed, from another copy of the log,
 * and the record with it. Nothing is believed: the entries must lead to the newest root that this
 * log has signed. All of it is written in one transaction, or nothing.
 */
export async function recoverLog({ db, now, ...recovering }: Recovering): Promise<Recovery> {
  const signed = await newestSigned(db, recovering)
  if (!signed) return { ok: false, problem: { code: 'nothing-signed' } }
  try {
    const missing = await missingEntries(db, recovering.mirror, signed)
    const restored = await writing(db, async (tx) => {
      const done = await restoreEntries(tx, missing, now)
      const broken = await findBreak([signed], await logSize(tx), hashesOf(tx))
      if (broken) throw new RecoveryFailed({ code: 'root-differs', index: broken.held })
      return done
    })
    // Whatever is missing: a run that died between its commit and here still owes it.
    await sweepFreedPages(db)
    return { ok: true, size: signed.size, restored }
  } catch (error) {
    if (error instanceof RecoveryFailed) return { ok: false, problem: error.problem }
    throw error
  }
}

/** The furthest this log is known to have signed: here, beside the database, or at the mirror. */
async function newestSigned(
  db: Database,
  { mirror, marks, logKey, verify }: Omit<Recovering, 'db' | 'now'>,
): Promise<SignedState | undefined> {
  const note = logKey && (await mirror.checkpoint())
  const states = [
    await marks.newest(),
    await newestCheckpoint(db),
    note && logKey ? ownState(note, logKey, verify) : undefined,
  ]
  return states
    .filter((state) => state !== undefined)
    .toSorted((a, b) => b.size - a.size)
    .at(0)
}

function ownState(note: string, key: VerifierKey, verify: Verify): SignedState | undefined {
  try {
    return openCheckpoint(note, key, verify)
  } catch (error) {
    if (error instanceof NoteError || error instanceof CheckpointError) return undefined
    throw error
  }
}
