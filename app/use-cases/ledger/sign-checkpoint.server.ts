import type { CheckpointMarks } from '#app/adapters/signer/checkpoint-marks.server.ts'
import type { OpenedKey } from '#app/adapters/signer/key-file.server.ts'
import type { Database, Transaction } from '#app/db/client.server.ts'
import { checkpointsMarked, publishingStop, stopPublishing } from '#app/db/publishing.server.ts'
import { hashesOf, logSize, newestCheckpoint, notesSince } from '#app/db/read/log-tiles.server.ts'
import { writing } from '#app/db/transaction.server.ts'
import { insertCheckpoint, storeNodes } from '#app/db/write/checkpoints.server.ts'
import { writeCheckpoint, type Checkpoint } from '#app/domain/ledger/checkpoint.ts'
import { findBreak, type LogBreak } from '#app/domain/ledger/continuity.ts'
import { signNote } from '#app/domain/ledger/signed-note.ts'
import { treeRoot } from '#app/domain/ledger/tile-tree.ts'
import { ok, refuse, type Result } from '#app/domain/shared/result.ts'

export type LogSigner = Pick<OpenedKey, 'key' | 'sign'>
export type Signing = { db: Database; now: Date; signer: LogSigner; marks: CheckpointMarks }
/** The size the log has put its name to. */
export type Signed = Result<{ size: number }, 'publishing-stopped'>

const running = new WeakMap<Database, Promise<unknown>>()
const waiting = new WeakMap<Database, Promise<Signed>>()

/**
 * Signs what the log has become since the last time, if anything. One turn at a time: who asks
 * while one runs shares the next one with all others who do.
 */
export function signCheckpoint(work: Signing): Promise<Signed> {
  const { db } = work
  const shared = waiting.get(db)
  if (shared) return shared
  const turn = (running.get(db) ?? Promise.resolve()).then(() => {
    waiting.delete(db)
    return sign(work)
  })
  waiting.set(db, turn)
  running.set(
    db,
    turn.catch(() => {}),
  )
  return turn
}

async function sign({ db, now, signer, marks }: Signing): Promise<Signed> {
  if (publishingStop(db)) return refuse('publishing-stopped')
  const mark = await marks.newest()
  const size = await logSize(db)
  let signed = (await newestCheckpoint(db))?.size === size
  while (!signed) {
    const turn = await writing(db, (tx) => integrate(tx, { now, signer, mark }))
    if (turn.broken) {
      stopPublishing(db, turn.broken)
      return refuse('publishing-stopped')
    }
    signed = turn.signed
  }
  const newest = (await newestCheckpoint(db))?.size ?? 0
  // Also those of a run that died between its commit and here.
  const notes = await notesSince(db, mark?.size ?? -1)
  if (notes.length > 0) await marks.append(notes.join(''))
  checkpointsMarked(db, newest)
  return ok({ size: newest })
}

/** Everything a signature rests on is looked at in the transaction that keeps it. */
async function integrate(
  tx: Transaction,
  { now, signer, mark }: { now: Date; signer: LogSigner; mark: Checkpoint | undefined },
): Promise<{ signed: boolean; broken?: LogBreak }> {
  const newest = await newestCheckpoint(tx)
  const size = await logSize(tx)
  const hashes = hashesOf(tx)
  const signed = [mark, newest].filter((state) => state !== undefined)
  const broken = await findBreak(signed, size, hashes)
  if (broken) return { broken, signed: false }
  // Another process on the same database may have been first.
  if (newest?.size === size) return { signed: true }

  if (!(await storeNodes(tx, size))) return { signed: false }
  const root = await treeRoot(size, hashes)
  const text = writeCheckpoint({ origin: signer.key.name, size, root })
  const note = signNote(text, signer.key, signer.sign)
  // A clock that was set back must not make the checkpoints run backwards.
  const signedAt = newest && newest.signedAt > now ? newest.signedAt : now
  await insertCheckpoint(tx, { size, root, note, signedAt })
  return { signed: true }
}
