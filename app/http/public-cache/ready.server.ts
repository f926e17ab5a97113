import type { IncomingMessage, ServerResponse } from 'node:http'

import type { Answer } from './ask-app.server.ts'
import { encoded, etagOf, isHeld, type Encoding } from './representation.server.ts'

/** An answer as it is sent: nothing is left to do but to write it. */
export type Ready = {
  status: number
  etag: string | undefined
  /** Names and values by turns; the second one is the request's id. */
  head: string[]
  headOf304: string[]
  body: Buffer
  /** What it takes in memory, roughly. */
  bytes: number
}

type As = 'kept' | 'file' | 'overtaken' | 'as-it-says'

/**
 * Others may keep a page this long. `max-age=0`: a reader's own browser asks each time. A cache
 * between may be ten seconds behind, and twenty more while it asks (docs/architecture.md).
 */
const OTHERS_KEEP = 'public, max-age=0, s-maxage=10, stale-while-revalidate=20'
const PAGES_VARY = 'Accept-Encoding, Save-Data'

/** What belongs to one way of writing the bytes, or to one connection, and is said anew. */
const saidAnew = new Set([
  ...['content-length', 'content-encoding', 'transfer-encoding', 'connection', 'keep-alive'],
  ...['date', 'etag', 'last-modified', 'accept-ranges', 'vary', 'x-request-id'],
])
/** What a 304 repeats (RFC 9110, 15.4.5), and what every answer has to say to be heard at all. */
const saidBy304 = new Set([
  ...['x-request-id', 'cache-control', 'etag', 'vary'],
  ...['strict-transport-security', 'access-control-allow-origin'],
])
const HEADERS_BYTES = 2_048
const WORTH_ENCODING = 512

/** Public in its own words, whole, the same for everybody, and made for nobody. */
export function mayBeKept({ status, headers }: Answer): boolean {
  if (status !== 200 || headers['set-cookie'] !== undefined) return false
  const said = (name: string) =>
    String(headers[name] ?? '')
      .toLowerCase()
      .split(/\s*,\s*/)
  const control = said('cache-control')
  if (!control.includes('public') || control.includes('no-store') || control.includes('private'))
    return false
  if (headers['content-encoding'] !== undefined) return false
  return said('vary').every((name) => ['', 'accept-encoding', 'save-data'].includes(name))
}

/** Writes an answer's bytes in an encoding; how it is then presented is for later to say. */
export async function ready(
  answer: Answer,
  wanted: Encoding,
  quality: number,
): Promise<(as: As) => Ready> {
  const encoding = answer.body.length < WORTH_ENCODING ? 'identity' : wanted
  const body = await encoded(answer.body, encoding, quality)
  return (as) => {
    const etag = as === 'as-it-says' ? undefined : etagOf(body, encoding)
    const own: [string, string][] = [['X-Request-Id', '']]
    for (const [name, value] of Object.entries(answer.headers))
      if (
        !saidAnew.has(name) &&
        value !== undefined &&
        !(as === 'kept' && name === 'cache-control')
      )
        for (const one of Array.isArray(value) ? value : [String(value)]) own.push([name, one])
    if (as === 'kept') own.push(['Cache-Control', OTHERS_KEEP])
    if (etag) own.push(['ETag', etag])
    own.push(['Vary', as === 'file' ? 'Accept-Encoding' : PAGES_VARY])
    const ofBody: [string, string][] = [['Content-Length', String(body.length)]]
    if (encoding !== 'identity') ofBody.push(['Content-Encoding', encoding])
    return {
      status: answer.status,
      etag,
      head: [...own, ...ofBody].flat(),
      headOf304: own.filter(([name]) => saidBy304.has(name.toLowerCase())).flat(),
      body,
      bytes: body.length + HEADERS_BYTES,
    }
  }
}

/** Sends it, or says that whoever asks has it already. */
export function send(req: IncomingMessage, res: ServerResponse, held: Ready, id: string): true {
  if (held.etag !== undefined && isHeld(req.headers['if-none-match'], held.etag)) {
    held.headOf304[1] = id
    res.writeHead(304, held.headOf304)
    res.end()
    return true
  }
  held.head[1] = id
  res.writeHead(held.status, held.head)
  res.end(req.method === 'HEAD' ? undefined : held.body)
  return true
}
