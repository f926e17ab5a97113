import { base64, equal } from './bytes.ts'
import { LedgerError } from './ledger-error.ts'
import { emptyRoot } from './merkle.ts'
import { isKeyName, openNote, type Verify, type VerifierKey } from './signed-note.ts'
import { readCount, readHash } from './spelling.ts'

export type CheckpointCode = 'not-a-checkpoint' | 'wrong-origin'
export class CheckpointError extends LedgerError<CheckpointCode> {}

/** A log's state: `origin` its name, `size` its number of entries, `root` 32 bytes over them. */
export type Checkpoint = {
  readonly origin: string
  readonly size: number
  readonly root: Uint8Array
}

/**
 * A checkpoint's text, which is what gets signed: three lines, last newline included
 * (C2SP tlog-checkpoint, Note text). No extension lines: nobody could audit them.
 * @throws {CheckpointError} `not-a-checkpoint` for what `readCheckpoint` would not take
 */
export function writeCheckpoint({ origin, size, root }: Checkpoint): string {
  const text = `${origin}\n${size}\n${base64(root)}\n`
  readCheckpoint(text)
  return text
}

/**
 * Reads a checkpoint's text: origin, size in decimal, root in base64, each on its line, and
 * nothing after (C2SP tlog-checkpoint, Note text). A tree of no leaves has its one root.
 * @throws {CheckpointError} `not-a-checkpoint`
 */
export function readCheckpoint(text: string): Checkpoint {
  const [origin = '', sizeLine = '', rootLine = '', end, ...more] = text.split('\n')
  const size = readCount(sizeLine)
  const root = readHash(rootLine)
  const whole = isKeyName(origin) && end === '' && more.length === 0
  if (!whole || size === undefined || root === undefined) {
    throw new CheckpointError('not-a-checkpoint')
  }
  if (size === 0 && !equal(root, emptyRoot)) {
    throw new CheckpointError('not-a-checkpoint', 'a root over nothing')
  }
  return { origin, size, root }
}

/**
 * The checkpoint in a signed note, once its log has vouched for it (C2SP tlog-checkpoint).
 * Signatures by other keys are left alone.
 * @param key of the log, got elsewhere than from the log; its name is the origin to expect
 * @throws {NoteError} as `openNote`
 * @throws {CheckpointError} `not-a-checkpoint`; `wrong-origin` when another log's
 */
export function openCheckpoint(note: string, key: VerifierKey, verify: Verify): Checkpoint {
  const checkpoint = readCheckpoint(openNote(note, [key], verify).text)
  if (checkpoint.origin !== key.name) throw new CheckpointError('wrong-origin', checkpoint.origin)
  return checkpoint
}
