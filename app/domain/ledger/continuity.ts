import { equal } from './bytes.ts'
import type { Checkpoint } from './checkpoint.ts'
import { treeRoot, type Hashes } from './tile-tree.ts'

/** A state of the log that was signed: anybody may hold it against the log for ever. */
export type SignedState = Pick<Checkpoint, 'size' | 'root'>

/**
 * How the entries held fall short of what was signed: `entries-missing` when there are fewer,
 * `history-differs` when others stand in their place. Sizes in entries.
 */
export type LogBreak = {
  readonly code: 'entries-missing' | 'history-differs'
  /** The size that was signed. */
  readonly signed: number
  /** How many entries are held. */
  readonly held: number
}

/**
 * Whether the entries held still are what every signed state says: a log never signs, nor goes on
 * from, anything else (C2SP tlog-checkpoint).
 * @param held how many entries `hashes` answers for
 * @returns the first state that is broken, or undefined
 */
export async function findBreak(
  signed: readonly SignedState[],
  held: number,
  hashes: Hashes,
): Promise<LogBreak | undefined> {
  const roots = new Map<number, Uint8Array>()
  for (const { size, root } of signed) {
    if (size > held) return { code: 'entries-missing', signed: size, held }
    const own = roots.get(size) ?? (await treeRoot(size, hashes))
    roots.set(size, own)
    if (!equal(own, root)) return { code: 'history-differs', signed: size, held }
  }
  return undefined
}
