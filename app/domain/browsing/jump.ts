import { commitmentNumber, isCommitmentNumber } from '../commitments/number.ts'
import { fromHex } from '../ledger/bytes.ts'
import { readHash } from '../ledger/spelling.ts'
import { fold } from './folding.ts'

/** What a search names outright, so that nothing needs to be searched for. */
export type Jump =
  | { kind: 'number'; number: string }
  | { kind: 'entry'; entry: number }
  /** SHA-256: of a leaf, of a root, or of a piece of evidence. */
  | { kind: 'hash'; bytes: Uint8Array }

const NUMBER = /^([a-z][a-z0-9]{1,7}) (\d{4}) (\d{1,6})$/

/**
 * A record's number in whichever case, with or without its leading zeros and hyphens; `#123` for an
 * entry of the log; a hash in hex or base64, also as `sha256:…`.
 */
export function readJump(typed: string): Jump | undefined {
  const text = typed.trim()
  const [, code, year, serial] = NUMBER.exec(fold(text)) ?? []
  if (code && year && serial) {
    const number = commitmentNumber(code.toUpperCase(), Number(year), Number(serial))
    return isCommitmentNumber(number) ? { kind: 'number', number } : undefined
  }
  if (/^[#＃№]/.test(text)) {
    const digits = fold(text.slice(1))
    return /^\d{1,12}$/.test(digits) ? { kind: 'entry', entry: Number(digits) } : undefined
  }
  const hash = hashIn(text.replace(/^sha-?256[:\s]\s*/i, ''))
  return hash && { kind: 'hash', bytes: hash }
}

function hashIn(text: string): Uint8Array | undefined {
  if (/^[0-9a-f]{64}$/i.test(text)) return fromHex(text.toLowerCase())
  // As checkpoints spell it, or as an address does, without the sign that fills it up.
  const standard = text.replaceAll('-', '+').replaceAll('_', '/')
  return readHash(standard.length === 43 ? `${standard}=` : standard)
}
