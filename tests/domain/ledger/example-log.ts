import { signerOf } from '#app/adapters/signer/ed25519.server.ts'
import { utf8 } from '#app/domain/ledger/bytes.ts'
import { writeCheckpoint } from '#app/domain/ledger/checkpoint.ts'
import { LedgerError } from '#app/domain/ledger/ledger-error.ts'
import { leafHash, rootOf } from '#app/domain/ledger/merkle.ts'
import {
  COSIGNATURE_KEY,
  NOTE_KEY,
  signNote,
  verifierKey,
  type Sign,
  type VerifierKey,
} from '#app/domain/ledger/signed-note.ts'

export type Signer = { key: VerifierKey; sign: Sign }

function signer(name: string, type: number, secret: number): Signer {
  const { publicKey, sign } = signerOf(new Uint8Array(32).fill(secret))
  return { key: verifierKey(name, type, publicKey), sign }
}
export const logSigner = (name: string, secret: number) => signer(name, NOTE_KEY, secret)
export const witness = (name: string, secret: number) => signer(name, COSIGNATURE_KEY, secret)

/** A log of five entries whose every byte Go's x/mod agrees with. */
export const log = logSigner('log.example.org/partnership', 7)
export const entries = [0, 1, 2, 3, 4].map((i) => utf8(`entry ${i}`))
export const leaves = entries.map(leafHash)

/** The checkpoint's text at a size, and the note the log makes of it. */
export const textAt = (size: number): string =>
  writeCheckpoint({ origin: log.key.name, size, root: rootOf(leaves.slice(0, size)) })
export const noteAt = (size: number): string => signNote(textAt(size), log.key, log.sign)

/** A byte other than the one that stood at `at`. `by` from 1 to 255. */
export const changed = (bytes: Uint8Array, at: number, by: number): Uint8Array =>
  bytes.with(at % bytes.length, ((bytes[at % bytes.length] ?? 0) + by) % 256)

/** Whether `read` throws, and what it throws is a refusal and no accident. */
export function isRefused(read: () => unknown): boolean {
  try {
    read()
    return false
  } catch (error) {
    if (error instanceof LedgerError) return true
    throw error
  }
}
