import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

/** In the order in which they are liked. */
const encodings = ['br', 'gzip', 'identity'] as const
export type Encoding = (typeof encodings)[number]

/** How an answer is to be written for whoever sends this `Accept-Encoding` (RFC 9110, 12.5.3). */
export function encodingFor(accepted: string | undefined): Encoding {
  if (accepted === undefined) return 'identity'
  const known = seen.get(accepted)
  if (known) return known
  const found = negotiate(accepted)
  if (seen.size < SEEN) seen.set(accepted, found)
  return found
}

/** Browsers send a handful of these headers, and every request has one. */
const SEEN = 100
const seen = new Map<string, Encoding>()

function negotiate(accepted: string): Encoding {
  const weights = new Map<string, number>()
  for (const one of accepted.toLowerCase().split(',')) {
    const [coding = '', ...parameters] = one.split(';').map((text) => text.trim())
    const weight = parameters.find((text) => /^q\s*=/.test(text))?.replace(/^q\s*=\s*/, '')
    weights.set(coding, weight === undefined ? 1 : Number(weight) || 0)
  }
  const weightOf = (coding: Encoding) =>
    weights.get(coding) ?? (coding === 'identity' ? Number.MIN_VALUE : (weights.get('*') ?? 0))
  const best = Math.max(...encodings.map(weightOf))
  return encodings.find((one) => best > 0 && weightOf(one) === best) ?? 'identity'
}

const brotli = promisify(brotliCompress)
const gzipped = promisify(gzip)

/** Made on a thread of its own: a page's compression never holds up another request. */
export async function encoded(body: Buffer, encoding: Encoding, quality: number): Promise<Buffer> {
  if (encoding === 'identity') return body
  if (encoding === 'gzip') return apart(await gzipped(body))
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: quality,
    [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
  }
  return apart(await brotli(body, { params }))
}

/** What zlib answers is a part of a larger buffer, all of which would be kept along with it. */
function apart(part: Buffer): Buffer {
  const own = Buffer.allocUnsafeSlow(part.length)
  part.copy(own)
  return own
}

/** A strong validator: it is of these very bytes, in this encoding. */
export const etagOf = (body: Buffer, encoding: Encoding): string =>
  `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}-${encoding}"`

/** Whether `If-None-Match` names this validator: a list, `*`, and `W/` before any (RFC 9110, 13.1.2). */
export function isHeld(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false
  if (ifNoneMatch === etag) return true
  return ifNoneMatch.split(',').some((one) => {
    const named = one.trim()
    return named === '*' || named === etag || named === `W/${etag}`
  })
}
