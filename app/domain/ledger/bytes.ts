import { LedgerError } from './ledger-error.ts'

export type EncodingCode = 'not-hex' | 'not-base64' | 'not-base64url' | 'not-utf8'
export class EncodingError extends LedgerError<EncodingCode> {}

const LONE_SURROGATE = /\p{Surrogate}/u

/** Whether every surrogate in `text` has its pair, so that UTF-8 can hold it unchanged. */
export const isWellFormed = (text: string): boolean => !LONE_SURROGATE.test(text)

/**
 * Text to UTF-8 bytes, without a byte order mark.
 * @throws {EncodingError} `not-utf8` for a lone surrogate, which TextEncoder would replace quietly
 */
export function utf8(text: string): Uint8Array {
  if (!isWellFormed(text)) throw new EncodingError('not-utf8')
  return new TextEncoder().encode(text)
}

/**
 * UTF-8 bytes to text. A byte order mark stays in the text.
 * @throws {EncodingError} `not-utf8` for a malformed sequence
 */
export function fromUtf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
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

/** Bytes to standard base64 with padding (RFC 4648 section 4). */
export function base64(bytes: Uint8Array): string {
  let binary = ''
  for (const byte of bytes) binary += String.fromCharCode(byte)
  return btoa(binary)
}

/**
 * Standard base64 with padding to bytes: exactly one spelling of each byte string is taken.
 * @throws {EncodingError} `not-base64` for missing padding, white space or stray trailing bits
 */
export function fromBase64(text: string): Uint8Array {
  const bytes = binaryOf(text)
  if (bytes === undefined || base64(bytes) !== text) throw new EncodingError('not-base64')
  return bytes
}

/** Bytes to base64url without padding (RFC 4648 section 5). */
export const base64url = (bytes: Uint8Array): string =>
  base64(bytes).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')

/**
 * Base64url without padding to bytes: exactly one spelling of each byte string is taken.
 * @throws {EncodingError} `not-base64url` for padding, other characters or stray trailing bits
 */
export function fromBase64url(text: string): Uint8Array {
  const bytes = binaryOf(text.replaceAll('-', '+').replaceAll('_', '/'))
  if (bytes === undefined || base64url(bytes) !== text) throw new EncodingError('not-base64url')
  return bytes
}

// atob forgives padding, white space and trailing bits; callers compare with their own spelling.
function binaryOf(text: string): Uint8Array | undefined {
  try {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0))
  } catch {
    return undefined
  }
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
export const equal = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, i) => byte === b[i])
