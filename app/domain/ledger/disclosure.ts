import { base64url, EncodingError, fromBase64url, fromUtf8, utf8 } from './bytes.ts'
import type { Json } from './canonical-json.ts'
import { LedgerError } from './ledger-error.ts'
import { sha256Digest } from './sha256.ts'

export type DisclosureCode = 'salt-not-32-bytes' | 'not-json' | 'not-a-disclosure'
export class DisclosureError extends LedgerError<DisclosureCode> {}

/** A field's value under its salt, and the digest that a leaf commits to. Both base64url. */
export type Disclosure = { readonly disclosure: string; readonly digest: string }

/** What a disclosure says. `salt` is the string as written in it, normally base64url. */
export type Opening = { readonly salt: string; readonly field: string; readonly value: Json }

export const SALT_BYTES = 32

/**
 * Seals one field the way RFC 9901 (SD-JWT) 4.2.1 does: base64url of the JSON array
 * `[salt, field, value]`. The published string itself is hashed, so `value` may be any JSON.
 * @param salt 32 random bytes, for this field of this version only: never derived, never reused
 * @throws {DisclosureError} `salt-not-32-bytes`; `not-json` for a value JSON would quietly change
 */
export function disclose(salt: Uint8Array, field: string, value: unknown): Disclosure {
  if (salt.length !== SALT_BYTES) throw new DisclosureError('salt-not-32-bytes')
  // JSON.stringify turns NaN into null and a Date into text, and drops undefined, without a word.
  if (!isJson(value)) throw new DisclosureError('not-json', field)
  const disclosure = base64url(utf8(JSON.stringify([base64url(salt), field, value])))
  return { disclosure, digest: digestOf(disclosure) }
}

/** By hand, not by a schema: a log's every field is asked, and that took half of sealing it. */
function isJson(value: unknown): boolean {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true
  if (typeof value === 'number') return Number.isFinite(value)
  // Array.from, as every would step over holes.
  if (Array.isArray(value)) return Array.from(value).every(isJson)
  if (typeof value !== 'object') return false
  const kind: unknown = Object.getPrototypeOf(value)
  const isPlain = kind === Object.prototype || kind === null
  return (
    isPlain &&
    Reflect.ownKeys(value).every((key) => typeof key === 'string') &&
    Object.values(value).every(isJson)
  )
}

/**
 * base64url(SHA-256(ASCII(disclosure))), 43 characters: RFC 9901 4.2.3. Never throws; text that is
 * no disclosure gets a digest no leaf holds.
 */
export const digestOf = (disclosure: string): string => sha256Digest(disclosure)

/**
 * What a disclosure says. Whoever relies on it first finds its digest in the leaf.
 * @throws {DisclosureError} `not-a-disclosure` unless it is base64url of `[string, string, JSON]`
 */
export function openDisclosure(disclosure: string): Opening {
  const content = contentOf(disclosure)
  if (!Array.isArray(content) || content.length !== 3) throw new DisclosureError('not-a-disclosure')
  const [salt, field, value] = content as readonly Json[]
  if (typeof salt !== 'string' || typeof field !== 'string' || value === undefined) {
    throw new DisclosureError('not-a-disclosure')
  }
  return { salt, field, value }
}

function contentOf(disclosure: string): unknown {
  try {
    return JSON.parse(fromUtf8(fromBase64url(disclosure)))
  } catch (error) {
    if (error instanceof EncodingError || error instanceof SyntaxError) {
      throw new DisclosureError('not-a-disclosure')
    }
    throw error
  }
}
