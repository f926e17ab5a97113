import { concat, fromHex } from './bytes.ts'
import {
  cosignedMessage,
  COSIGNATURE_KEY,
  isSignedBy,
  NoteError,
  signedAt,
  type NoteSignature,
  type Sign,
  type Verify,
  type VerifierKey,
} from './signed-note.ts'

/**
 * A witness's word that at `time` this was the largest consistent state it had seen of the log
 * (C2SP tlog-cosignature, Ed25519).
 * @param checkpointText its final newline included
 * @param key of type COSIGNATURE_KEY, the public half of what `sign` holds
 * @param time POSIX seconds
 * @throws {NoteError} `wrong-key-type` for a log's key
 * @throws {RangeError} for a time that is no whole number of seconds since 1970
 */
export function cosign(
  checkpointText: string,
  key: VerifierKey,
  sign: Sign,
  time: number,
): NoteSignature {
  if (key.type !== COSIGNATURE_KEY) throw new NoteError('wrong-key-type', String(key.type))
  if (!Number.isSafeInteger(time) || time < 0) throw new RangeError(`no time: ${time}`)
  const stamp = fromHex(time.toString(16).padStart(16, '0'))
  const signature = concat(stamp, sign(cosignedMessage(time, checkpointText)))
  return { name: key.name, id: key.id, signature }
}

/**
 * When a witness says that it signed, not yet verified (C2SP tlog-cosignature, Format).
 * @returns POSIX seconds
 * @throws {NoteError} `not-a-cosignature` for what has not its form
 */
export function readCosignature({ name, signature }: NoteSignature): { time: number } {
  const time = signedAt(signature)
  if (time === undefined) throw new NoteError('not-a-cosignature', name)
  return { time }
}

/**
 * Whether this is a witness's signature of this checkpoint (C2SP tlog-cosignature).
 * @param key of type COSIGNATURE_KEY
 * @returns when it was made, in POSIX seconds; undefined when it does not hold. Never throws
 */
export const verifyCosignature = (
  checkpointText: string,
  key: VerifierKey,
  signed: NoteSignature,
  verify: Verify,
): { time: number } | undefined =>
  key.type === COSIGNATURE_KEY && isSignedBy(checkpointText, key, signed, verify)
    ? readCosignature(signed)
    : undefined
