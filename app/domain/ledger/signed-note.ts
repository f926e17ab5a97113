import { base64, concat, equal, hex, isWellFormed, utf8 } from './bytes.ts'
import { LedgerError } from './ledger-error.ts'
import { sha256 } from './sha256.ts'
import { readBase64 } from './spelling.ts'

export type NoteCode =
  | 'not-a-key'
  | 'not-a-note'
  | 'not-a-text'
  | 'not-a-cosignature'
  | 'wrong-key-type'
  | 'too-many-signatures'
  | 'bad-signature'
  | 'no-known-signature'
export class NoteError extends LedgerError<NoteCode> {}

/** Ed25519 (RFC 8032): 32-byte key, 64-byte signature. False for whatever is malformed. */
export type Verify = (publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array) => boolean
/** Ed25519 (RFC 8032): a 64-byte signature under a key the function holds. */
export type Sign = (message: Uint8Array) => Uint8Array

/** Signature type of a key that signs the note's text itself (C2SP signed-note). */
export const NOTE_KEY = 0x01
/** Signature type of a witness's key: it signs the text under a time (C2SP tlog-cosignature). */
export const COSIGNATURE_KEY = 0x04
const PUBLIC_KEY_BYTES = 32
const SIGNATURE_BYTES = 64
const TIME_BYTES = 8
const ID_BYTES = 4
// C2SP signed-note asks for at least 16; Go's x/mod stops at 100 as well.
const MAX_SIGNATURES = 100

/** Whose signatures are believed. `id` is four bytes, `type` NOTE_KEY or COSIGNATURE_KEY. */
export type VerifierKey = {
  readonly name: string
  readonly id: Uint8Array
  readonly type: number
  readonly publicKey: Uint8Array
}

/** One signature line of a note. `signature` is what follows the four bytes of `id`. */
export type NoteSignature = {
  readonly name: string
  readonly id: Uint8Array
  readonly signature: Uint8Array
}

export type Note = { readonly text: string; readonly signatures: readonly NoteSignature[] }

/** Whether a key may bear this name: not empty, no space, no `+` (C2SP signed-note, Format). */
export const isKeyName = (text: string): boolean => /^[^\p{White_Space}\p{Cc}\p{Cs}+]+$/u.test(text)

/** SHA-256(name || 0x0A || type || publicKey)[:4] (C2SP signed-note, Signatures). */
export const keyId = (name: string, type: number, publicKey: Uint8Array): Uint8Array =>
  sha256(concat(utf8(`${name}\n`), Uint8Array.of(type), publicKey)).slice(0, ID_BYTES)

/**
 * The key of that name, its id worked out.
 * @param publicKey 32 bytes, Ed25519
 * @throws {NoteError} `not-a-key` for another length or a name no key may bear; `wrong-key-type`
 */
export function verifierKey(name: string, type: number, publicKey: Uint8Array): VerifierKey {
  if (!isKeyName(name) || publicKey.length !== PUBLIC_KEY_BYTES) throw new NoteError('not-a-key')
  if (type !== NOTE_KEY && type !== COSIGNATURE_KEY) {
    throw new NoteError('wrong-key-type', String(type))
  }
  return { name, id: keyId(name, type, publicKey), type, publicKey }
}

/** `name+hex8(id)+base64(type || publicKey)`: C2SP signed-note, Verifier keys. */
export const formatVerifierKey = (name: string, type: number, publicKey: Uint8Array): string =>
  [name, hex(keyId(name, type, publicKey)), base64(concat(Uint8Array.of(type), publicKey))].join(
    '+',
  )

/**
 * Reads what `formatVerifierKey` writes.
 * @throws {NoteError} `not-a-key` when malformed or its id is not its own; `wrong-key-type` for
 *   keys other than Ed25519 ones
 */
export function parseVerifierKey(text: string): VerifierKey {
  // Base64 may hold a `+` of its own.
  const [name = '', id, ...rest] = text.split('+')
  const bytes = readBase64(rest.join('+'))
  const [type] = bytes ?? []
  if (bytes === undefined || type === undefined) throw new NoteError('not-a-key')
  const key = verifierKey(name, type, bytes.slice(1))
  if (hex(key.id) !== id) throw new NoteError('not-a-key', 'the id is not that of the key')
  return key
}

/**
 * Splits a note into its text and its signatures, believing neither (C2SP signed-note, Format).
 * @returns the text with its final newline, the signatures in their order
 * @throws {NoteError} `not-a-note`; `too-many-signatures` past 100
 */
export function parseNote(note: string): Note {
  if (!isNoteText(note)) throw new NoteError('not-a-note', 'control character or lone surrogate')
  // The last blank line: the text may hold others.
  const split = note.lastIndexOf('\n\n')
  if (split === -1) throw new NoteError('not-a-note', 'no blank line')
  const lines = note.slice(split + 2, -1).split('\n')
  if (lines.length > MAX_SIGNATURES) throw new NoteError('too-many-signatures')
  return { text: note.slice(0, split + 1), signatures: lines.map(signatureOf) }
}

/** `— name base64(id || signature)` and the newline (C2SP signed-note, Signatures). */
export const signatureLine = ({ name, id, signature }: NoteSignature): string =>
  `— ${name} ${base64(concat(id, signature))}\n`

/**
 * The whole note: text, blank line, one line for each signature (C2SP signed-note, Format).
 * @param text its final newline included
 * @throws {NoteError} `not-a-text` when no note may hold it; `not-a-note` without a signature
 */
export function formatNote(text: string, signatures: readonly NoteSignature[]): string {
  if (!isNoteText(text)) throw new NoteError('not-a-text')
  const note = `${text}\n${signatures.map(signatureLine).join('')}`
  if (parseNote(note).text !== text) throw new NoteError('not-a-note')
  return note
}

/**
 * Signs a text as its log does.
 * @param key of type NOTE_KEY, the public half of what `sign` holds
 * @returns the whole note, one signature line
 * @throws {NoteError} `not-a-text`; `wrong-key-type` for a witness's key
 */
export function signNote(text: string, key: VerifierKey, sign: Sign): string {
  if (key.type !== NOTE_KEY) throw new NoteError('wrong-key-type', String(key.type))
  if (!isNoteText(text)) throw new NoteError('not-a-text')
  return formatNote(text, [{ name: key.name, id: key.id, signature: sign(utf8(text)) }])
}

export type OpenedNote = {
  readonly text: string
  /** By the keys handed in, each verified. One key may stand twice, as times differ. */
  readonly verified: readonly NoteSignature[]
  /** By keys nobody here knows: never believed, never a reason to refuse. */
  readonly unverified: readonly NoteSignature[]
}

/**
 * A note's text, if the keys handed in vouch for it (C2SP signed-note, Signatures).
 * @throws {NoteError} as `parseNote`; `bad-signature` when that of a known key fails;
 *   `no-known-signature` when none is by a known key
 */
export function openNote(note: string, keys: readonly VerifierKey[], verify: Verify): OpenedNote {
  const { text, signatures } = parseNote(note)
  const verified: NoteSignature[] = []
  const unverified: NoteSignature[] = []
  for (const signature of signatures) {
    const key = keys.find((known) => isBy(known, signature))
    if (key === undefined) unverified.push(signature)
    else if (isSignedBy(text, key, signature, verify)) verified.push(signature)
    else throw new NoteError('bad-signature', key.name)
  }
  if (verified.length === 0) throw new NoteError('no-known-signature')
  return { text, verified, unverified }
}

/** Whether this is `key`'s signature of this text, by the rule of its type (C2SP signed-note). */
export function isSignedBy(
  text: string,
  key: VerifierKey,
  signed: NoteSignature,
  verify: Verify,
): boolean {
  if (!isBy(key, signed)) return false
  const { signature } = signed
  if (key.type === NOTE_KEY) {
    return signature.length === SIGNATURE_BYTES && verify(key.publicKey, utf8(text), signature)
  }
  const time = key.type === COSIGNATURE_KEY ? signedAt(signature) : undefined
  if (time === undefined) return false
  return verify(key.publicKey, cosignedMessage(time, text), signature.slice(TIME_BYTES))
}

/**
 * What a witness signs: the time, then the checkpoint's text (C2SP tlog-cosignature).
 * @param time POSIX seconds
 * @param checkpointText its final newline included
 */
export const cosignedMessage = (time: number, checkpointText: string): Uint8Array =>
  utf8(`cosignature/v1\ntime ${time}\n${checkpointText}`)

/**
 * The time in a witness's signature: big-endian u64, then 64 bytes (C2SP tlog-cosignature).
 * @returns POSIX seconds; undefined for another length, or a time past 2^53 - 1
 */
export function signedAt(signature: Uint8Array): number | undefined {
  if (signature.length !== TIME_BYTES + SIGNATURE_BYTES) return undefined
  const time = Number.parseInt(hex(signature.slice(0, TIME_BYTES)), 16)
  return Number.isSafeInteger(time) ? time : undefined
}

const isBy = (key: VerifierKey, signature: NoteSignature): boolean =>
  key.name === signature.name && equal(key.id, signature.id)

// Any character from the space on, and newlines; the last is one.
const isNoteText = (text: string): boolean =>
  isWellFormed(text) && text.endsWith('\n') && !/[^\n -\u{10ffff}]/u.test(text)

function signatureOf(line: string): NoteSignature {
  const [dash, name = '', encoded = '', ...more] = line.split(' ')
  const bytes = readBase64(encoded)
  if (dash !== '—' || !isKeyName(name) || more.length > 0) {
    throw new NoteError('not-a-note', 'not a signature line')
  }
  if (bytes === undefined || bytes.length <= ID_BYTES) {
    throw new NoteError('not-a-note', `not a signature by ${name}`)
  }
  return { name, id: bytes.slice(0, ID_BYTES), signature: bytes.slice(ID_BYTES) }
}
