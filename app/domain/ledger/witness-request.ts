import { ok, refuse, type Refused } from '../shared/result.ts'
import { base64, equal } from './bytes.ts'
import { CheckpointError, readCheckpoint, type Checkpoint } from './checkpoint.ts'
import { LedgerError } from './ledger-error.ts'
import { verifyConsistency } from './proof.ts'
import { NoteError, openNote, parseNote, type Verify, type VerifierKey } from './signed-note.ts'
import { readCount, readHash } from './spelling.ts'

export class WitnessRequestError extends LedgerError<'malformed'> {}

/** What a log asks of a witness: to cosign `note`, `proof` leading there from `oldSize`. */
export type AddCheckpoint = {
  readonly oldSize: number
  /** RFC 6962 consistency proof, 32 bytes each; none when `oldSize` is 0. */
  readonly proof: readonly Uint8Array[]
  /** The checkpoint as its log signed it. */
  readonly note: string
}

const MAX_PROOF = 63

/** The body of `POST <witness>/add-checkpoint` (C2SP tlog-witness). */
export const writeAddCheckpoint = ({ oldSize, proof, note }: AddCheckpoint): string =>
  [`old ${oldSize}`, ...proof.map(base64), '', note].join('\n')

/**
 * Reads what `writeAddCheckpoint` writes, believing nothing it says.
 * @throws {WitnessRequestError} `malformed`: answer 400
 */
export function readAddCheckpoint(body: string): AddCheckpoint {
  const blank = body.indexOf('\n\n')
  const [oldLine = '', ...proofLines] = body.slice(0, Math.max(blank, 0)).split('\n')
  const oldSize = oldLine.startsWith('old ') ? readCount(oldLine.slice(4)) : undefined
  if (oldSize === undefined) throw new WitnessRequestError('malformed', 'no old size')
  if (proofLines.length > MAX_PROOF) throw new WitnessRequestError('malformed', 'too long a proof')
  const proof = proofLines.map((line) => {
    const hash = readHash(line)
    if (hash === undefined) throw new WitnessRequestError('malformed', 'not a hash')
    return hash
  })
  return { oldSize, proof, note: body.slice(blank + 2) }
}

export type CosignRefusal =
  | 'malformed'
  | 'unknown-origin'
  | 'bad-signature'
  | 'old-size-too-large'
  | 'size-conflict'
  | 'bad-proof'
  | 'root-conflict'

/** The HTTP status of each refusal (C2SP tlog-witness). With `size-conflict` goes the known size. */
export const cosignStatus: Readonly<Record<CosignRefusal, number>> = {
  malformed: 400,
  'unknown-origin': 404,
  'bad-signature': 403,
  'old-size-too-large': 400,
  'size-conflict': 409,
  'bad-proof': 422,
  'root-conflict': 409,
}

export type CosignQuestion = {
  /** What the witness last cosigned of this log; undefined when nothing yet. */
  known: Pick<Checkpoint, 'size' | 'root'> | undefined
  request: AddCheckpoint
  /** Of the log the witness watches; its name is the origin. */
  logKey: VerifierKey
  verify: Verify
}

export type CosignAnswer =
  | {
      ok: true
      value: {
        /** To remember as known, before the answer goes out. */
        checkpoint: Checkpoint
        /** To cosign. */
        text: string
      }
    }
  | Refused<CosignRefusal>

/**
 * Whether a witness may cosign: only what its log signed, and what extends all it cosigned before
 * (C2SP tlog-witness, add-checkpoint). Whoever asks holds `known` still until the new one is kept.
 */
export function decideCosign({ known, request, logKey, verify }: CosignQuestion): CosignAnswer {
  const { oldSize, proof, note } = request
  const submitted = readNote(note)
  if (submitted === undefined) return refuse('malformed')
  const { text, checkpoint } = submitted
  if (checkpoint.origin !== logKey.name) return refuse('unknown-origin')
  if (!isOpenedBy(note, logKey, verify)) return refuse('bad-signature')
  if (oldSize > checkpoint.size) return refuse('old-size-too-large')
  if (oldSize !== (known?.size ?? 0)) return refuse('size-conflict')
  if (oldSize === 0 || known === undefined) {
    // Every tree extends the empty one: there is nothing to prove.
    return proof.length === 0 ? ok({ checkpoint, text }) : refuse('bad-proof')
  }
  if (oldSize === checkpoint.size && !equal(known.root, checkpoint.root)) {
    return refuse('root-conflict')
  }
  const extended = verifyConsistency({
    oldSize,
    newSize: checkpoint.size,
    oldRoot: known.root,
    newRoot: checkpoint.root,
    proof,
  })
  return extended ? ok({ checkpoint, text }) : refuse('bad-proof')
}

function readNote(note: string): { text: string; checkpoint: Checkpoint } | undefined {
  try {
    const { text } = parseNote(note)
    return { text, checkpoint: readCheckpoint(text) }
  } catch (error) {
    if (error instanceof NoteError || error instanceof CheckpointError) return undefined
    throw error
  }
}

function isOpenedBy(note: string, key: VerifierKey, verify: Verify): boolean {
  try {
    openNote(note, [key], verify)
    return true
  } catch (error) {
    if (error instanceof NoteError) return false
    throw error
  }
}
