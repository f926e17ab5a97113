import { LedgerError } from './ledger-error.ts'

export type EncodingCode = 'not-hex' | 'not-base64' | 'not-base64url' | 'not-utf8'
export class EncodingError extends LedgerError<EncodingCode> {}

const LONE_SURROGATE = /\p{Surrogate}/u
const encoder = new TextEncoder()
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** Whether every surrogate in `text` has its pair, so that UTF-8 can hold it unchanged. */
export const isWellFormed = (text: string): boolean => !LONE_SURROGATE.test(text)

/**
 * Text to UTF-8 bytes, without a byte order mark.
 * @throws {EncodingError} `not-utf8` for a lone surrogate, which TextEncoder would replace quietly
 */
export function utf8(text: string): Uint8Array {
  if (!isWellFormed(text)) throw new EncodingError('not-utf8')
  return encoder.encode(text)
}

/**
 * UTF-8 bytes to text. A byte order mark stays in the text.
 * @throws {EncodingError} `not-utf8` for a malformed sequence
 */
export function fromUtf8(bytes: Uint8Array): string {
  try {
    return decoder.decode(bytes)
  } catch {
    throw new EncodingError('not-utf8')
  }
}

/** Bytes to lower-case hexadecimal. */
export const hex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')

/**
 * Lower-case hexadecimal to bytes.
 * @throws {EncodingError} `not-hex` for an odd length, an upper-case or any other character
 */
export function fromHex(text: string): Uint8Array {
  if (!/^(?:[0-9a-f]{2})*$/.test(text)) throw new EncodingError('not-hex')
  return Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
}

const COMMON = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'
const STANDARD = `${COMMON}+/`
const URL_SAFE = `${COMMON}-_`

/** What each ASCII character stands for in an alphabet; 255 for those that stand for nothing. */
const sextets = (alphabet: string) =>
  Uint8Array.from({ length: 128 }, (_, code) => alphabet.indexOf(String.fromCharCode(code)))
const fromStandard = sextets(STANDARD)
const fromUrlSafe = sextets(URL_SAFE)

/** Bytes to standard base64 with padding (RFC 4648 section 4). */
export const base64 = (bytes: Uint8Array): string => {
  const text = spelled(bytes, toStandard)
  return text.padEnd(Math.ceil(text.length / 4) * 4, '=')
}

/**
 * Standard base64 with padding to bytes: exactly one spelling of each byte string is taken.
 * @throws {EncodingError} `not-base64` for missing padding, white space or stray trailing bits
 */
export function fromBase64(text: string): Uint8Array {
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0
  const bytes = text.length % 4 === 0 ? read(text, text.length - padding, fromStandard) : undefined
  if (bytes === undefined) throw new EncodingError('not-base64')
  return bytes
}

/** Bytes to base64url without padding (RFC 4648 section 5). */
export const base64url = (bytes: Uint8Array): string => spelled(bytes, toUrlSafe)

/**
 * Base64url without padding to bytes: exactly one spelling of each byte string is taken.
 * @throws {EncodingError} `not-base64url` for padding, other characters or stray trailing bits
 */
export function fromBase64url(text: string): Uint8Array {
  const bytes = read(text, text.length, fromUrlSafe)
  if (bytes === undefined) throw new EncodingError('not-base64url')
  return bytes
}

const codes = (alphabet: string) =>
  Uint8Array.from({ length: 64 }, (_, i) => alphabet.charCodeAt(i))
const toStandard = codes(STANDARD)
const toUrlSafe = codes(URL_SAFE)

// By hand, not by btoa: a log of 100,000 entries has a million disclosures to read.
function spelled(bytes: Uint8Array, alphabet: Uint8Array): string {
  const text = new Uint8Array(Math.ceil((bytes.length * 4) / 3))
  let to = 0
  for (let at = 0; at < bytes.length; at += 3) {
    const bits = (bytes[at]! << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0)
    // What does not fit any more is not written: an array of bytes has no place for it.
    text[to++] = alphabet[bits >> 18]!
    text[to++] = alphabet[(bits >> 12) & 63]!
    text[to++] = alphabet[(bits >> 6) & 63]!
    text[to++] = alphabet[bits & 63]!
  }
  return decoder.decode(text)
}

/** The first `length` characters as bytes; undefined unless it is their one spelling. */
function read(text: string, length: number, values: Uint8Array): Uint8Array | undefined {
  const bytes = new Uint8Array((length * 3) >> 2)
  let bits = 0
  let held = 0
  let to = 0
  for (let at = 0; at < length; at++) {
    const value = values[text.charCodeAt(at)] ?? 255
    if (value === 255) return undefined
    bits = ((bits << 6) | value) & 0xffff
    held += 6
    if (held >= 8) {
      held -= 8
      bytes[to++] = bits >> held
    }
  }
  // A lone last character, or bits that no byte holds, would be a second spelling.
  return held === 6 || (bits & ((1 << held) - 1)) !== 0 ? undefined : bytes
}

/** The parts one after another, copied. */
export function concat(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

/** Same length, same bytes. Not constant time: nothing here is secret. */
export function equal(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) return false
  return true
}
