import { ok, refuse, type Result } from '../shared/result.ts'
import { base64 } from './bytes.ts'
import { CheckpointError, openCheckpoint, type Checkpoint } from './checkpoint.ts'
import { LedgerError } from './ledger-error.ts'
import { leafHash } from './merkle.ts'
import { verifyInclusion } from './proof.ts'
import { NoteError, type Verify, type VerifierKey } from './signed-note.ts'
import { readBase64, readCount, readHash } from './spelling.ts'

export type ReceiptCode = 'not-a-receipt'
export class ReceiptError extends LedgerError<ReceiptCode> {}

/** That an entry stands in a log: `index` its place, `proof` from leaf to root, 32 bytes each. */
export type Receipt = {
  readonly index: number
  readonly proof: readonly Uint8Array[]
  /** The whole signed note. */
  readonly checkpointNote: string
}

const FIRST_LINE = 'c2sp.org/tlog-proof@v1'
// A log of 2^63 entries is no deeper.
const MAX_PROOF = 63

/** A receipt as text, to keep and to check without the log (c2sp.org/tlog-proof@v1). */
export const writeReceipt = ({ index, proof, checkpointNote }: Receipt): string =>
  [FIRST_LINE, `index ${index}`, ...proof.map(base64), '', checkpointNote].join('\n')

/**
 * Reads a receipt, believing nothing it says (c2sp.org/tlog-proof@v1). A line of extra data, which
 * nobody vouches for, is passed over.
 * @throws {ReceiptError} `not-a-receipt`
 */
export function readReceipt(text: string): Receipt {
  const blank = text.indexOf('\n\n')
  const [first, second = '', ...rest] = text.slice(0, Math.max(blank, 0)).split('\n')
  if (first !== FIRST_LINE) throw new ReceiptError('not-a-receipt')
  const [indexLine = '', ...proofLines] = isExtra(second) ? rest : [second, ...rest]
  const index = indexLine.startsWith('index ') ? readCount(indexLine.slice(6)) : undefined
  if (index === undefined) throw new ReceiptError('not-a-receipt', 'no index')
  if (proofLines.length > MAX_PROOF) throw new ReceiptError('not-a-receipt', 'too long a proof')
  const proof = proofLines.map((line) => {
    const hash = readHash(line)
    if (hash === undefined) throw new ReceiptError('not-a-receipt', 'not a hash')
    return hash
  })
  return { index, proof, checkpointNote: text.slice(blank + 2) }
}

export type ReceiptToCheck = {
  /** The text of the receipt. */
  receipt: string
  /** The bytes of the entry it is said to be for. */
  leaf: Uint8Array
  /** Of the log, got elsewhere than from the log. */
  key: VerifierKey
  verify: Verify
}

export type ReceiptProblem = 'not-a-receipt' | 'not-signed-by-the-log' | 'not-included'

/**
 * Whether a receipt proves that the log whose key this is holds this entry (c2sp.org/tlog-proof).
 * @returns the checkpoint that stands for it, or what is wrong. Never throws
 */
export function checkReceipt({
  receipt,
  leaf,
  key,
  verify,
}: ReceiptToCheck): Result<Checkpoint, ReceiptProblem> {
  try {
    const { index, proof, checkpointNote } = readReceipt(receipt)
    const checkpoint = openCheckpoint(checkpointNote, key, verify)
    const { size, root } = checkpoint
    const included = verifyInclusion({ index, size, leafHash: leafHash(leaf), root, proof })
    return included ? ok(checkpoint) : refuse('not-included')
  } catch (error) {
    if (error instanceof ReceiptError) return refuse('not-a-receipt')
    if (error instanceof NoteError || error instanceof CheckpointError) {
      return refuse('not-signed-by-the-log')
    }
    throw error
  }
}

const isExtra = (line: string): boolean =>
  line.startsWith('extra ') && readBase64(line.slice(6)) !== undefined
