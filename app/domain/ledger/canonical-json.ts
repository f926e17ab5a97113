import { EncodingError, fromUtf8, isWellFormed, utf8 } from './bytes.ts'
import { LedgerError } from './ledger-error.ts'

export type Json =
  | null
  | boolean
  | number
  | string
  | readonly Json[]
  | { readonly [key: string]: Json }

/** The largest leaf in bytes (docs/public-log.md): far below the 65,535 a bundle could carry. */
export const MAX_LEAF = 8192
const MAX_DEPTH = 32

export type CanonicalCode =
  | 'float'
  | 'integer-out-of-range'
  | 'null'
  | 'undefined'
  | 'key-not-ascii'
  | 'not-nfc'
  | 'lone-surrogate'
  | 'not-plain'
  | 'too-deep'
  | 'not-utf8'
  | 'not-json'
  | 'not-canonical'
  | 'leaf-too-large'
export class CanonicalError extends LedgerError<CanonicalCode> {}

/**
 * A value as RFC 8785 (JCS) writes it: no white space, members in UTF-16 code unit order, strings
 * as they are. Numbers are integers within ±(2^53 - 1), so ES number formatting never matters.
 * @throws {CanonicalError} for what JSON cannot hold unchanged, with the path of the fault
 */
export const jcs = (value: Json): string => written(value, '$', 0)

/**
 * A value in the log's restricted profile of RFC 8785: as `jcs`, and besides no null, ASCII keys
 * only, every string in NFC. Two writers of the same value write the same bytes.
 * @throws {CanonicalError} with the path of the fault
 */
export function canonicalJson(value: Json): string {
  const text = jcs(value)
  gate(value, '$')
  return text
}

/**
 * The bytes of a leaf: `canonicalJson` in UTF-8, proved to read back before anybody relies on them.
 * @returns at most 8,192 bytes
 * @throws {CanonicalError} as `canonicalJson`, and `leaf-too-large`
 */
export function writeCanonical(value: Json): Uint8Array {
  const bytes = utf8(canonicalJson(value))
  readCanonical(bytes)
  return bytes
}

/**
 * The value of a leaf's bytes, taken only if writing it again gives the same bytes. That refuses
 * duplicate keys, other key orders, white space, `1.0`, `-0` and needless escapes in one rule.
 * @param bytes at most 8,192
 * @throws {CanonicalError} `leaf-too-large`, `not-utf8`, `not-json`, `not-canonical`, or as
 *   `canonicalJson`
 */
export function readCanonical(bytes: Uint8Array): Json {
  if (bytes.length > MAX_LEAF) throw new CanonicalError('leaf-too-large', `${bytes.length} bytes`)
  const text = textOf(bytes)
  const value = parsed(text)
  if (canonicalJson(value) !== text) throw new CanonicalError('not-canonical')
  return value
}

function textOf(bytes: Uint8Array): string {
  try {
    return fromUtf8(bytes)
  } catch (error) {
    if (error instanceof EncodingError) throw new CanonicalError('not-utf8')
    throw error
  }
}

function parsed(text: string): Json {
  try {
    return JSON.parse(text) as Json
  } catch {
    throw new CanonicalError('not-json')
  }
}

// The type promises Json; what arrives may still be a Date, a hole or a NaN.
function written(value: unknown, path: string, depth: number): string {
  if (depth > MAX_DEPTH) throw new CanonicalError('too-deep', path)
  if (value === undefined) throw new CanonicalError('undefined', path)
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'number') return writtenInteger(value, path)
  if (typeof value === 'string') return writtenString(value, path)
  // Array.from, as map would step over holes.
  if (Array.isArray(value)) {
    return `[${Array.from(value, (item, i) => written(item, `${path}[${i}]`, depth + 1)).join(',')}]`
  }
  if (isPlain(value)) return writtenObject(value, path, depth)
  throw new CanonicalError('not-plain', path)
}

function writtenInteger(value: number, path: string): string {
  if (!Number.isInteger(value)) throw new CanonicalError('float', path)
  if (!Number.isSafeInteger(value)) throw new CanonicalError('integer-out-of-range', path)
  return String(value)
}

// JSON.stringify escapes exactly what RFC 8785 3.2.2.2 asks for, lone surrogates apart.
function writtenString(text: string, path: string): string {
  if (!isWellFormed(text)) throw new CanonicalError('lone-surrogate', path)
  return JSON.stringify(text)
}

function writtenObject(
  value: Readonly<Record<string, unknown>>,
  path: string,
  depth: number,
): string {
  // Without a comparator, sort goes by UTF-16 code units: RFC 8785 3.2.3.
  const keys = Object.keys(value).toSorted()
  const members = keys.map((key) => {
    const inside = `${path}.${key}`
    return `${writtenString(key, inside)}:${written(value[key], inside, depth + 1)}`
  })
  return `{${members.join(',')}}`
}

function isPlain(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  const ordinary = prototype === Object.prototype || prototype === null
  return ordinary && Object.getOwnPropertySymbols(value).length === 0
}

function gate(value: Json, path: string): void {
  if (value === null) throw new CanonicalError('null', path)
  if (typeof value === 'string' && value.normalize('NFC') !== value) {
    throw new CanonicalError('not-nfc', path)
  }
  if (typeof value !== 'object') return
  if (Array.isArray(value)) {
    for (const [i, item] of (value as readonly Json[]).entries()) gate(item, `${path}.${i}`)
    return
  }
  for (const [key, item] of Object.entries(value)) {
    if (!/^\p{ASCII}*$/u.test(key)) throw new CanonicalError('key-not-ascii', path)
    gate(item, `${path}.${key}`)
  }
}
