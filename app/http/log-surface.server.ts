import { createHash } from 'node:crypto'

import type { NextFunction, Request, RequestHandler, Response as Answer } from 'express'

import { formatVerifierKey } from '#app/domain/ledger/signed-note.ts'

import { allowsReading } from './api-surface.server.ts'
import type { PublicLog } from './context.server.ts'

const isOfLog = (path: string) => /^\/log(?:\/|$)/i.test(path)
const plain = /^\/log(?:\/[\w.-]+)*$/

/**
 * Everything below `/log` is read by programs of others: from any site, and by exactly one spelling
 * of each path. Remix decodes and tidies a path before it looks for its route, so the spelling is
 * judged here, on what was really asked for.
 */
export function logSurface(origin: string): RequestHandler {
  return (req: Request, res: Answer, next: NextFunction) => {
    const asked = req.originalUrl.split('?', 1)[0] ?? ''
    const pathname = asReadBy(asked, origin)
    if (pathname === undefined || !isOfLog(decodeURIComponent(pathname))) return next()
    res.setHeader('Access-Control-Allow-Origin', '*')
    const isPlain = asked === pathname && plain.test(asked)
    if (isPlain && allowsReading(req, res)) return next()
    if (req.method === 'OPTIONS' && isPlain) return
    // A body nobody wants is not read: the connection goes with the answer.
    if (!req.complete) res.setHeader('Connection', 'close')
    res.setHeader('Cache-Control', keeping.never)
    const [status, words] = isPlain ? [405, 'The log is only read.\n'] : [404, NOTHING]
    res.status(status).type('text').send(words)
  }
}

/** The path as Remix will read it; undefined for one that nobody can read. */
function asReadBy(asked: string, origin: string): string | undefined {
  try {
    const { pathname } = new URL(asked, origin)
    decodeURIComponent(pathname)
    return pathname
  } catch {
    return undefined
  }
}

/** Tiles of hashes: nothing in them can be said shorter. */
export const isHashes = ({ path }: Pick<Request, 'path'>) => /^\/log\/tile\/\d/.test(path)

const NOTHING = 'Nothing in the log has this address.\n'

/** How long others may keep an answer: a tile for ever, what can be withheld one day not for long. */
const keeping = {
  never: 'no-store',
  minutes: 'public, max-age=300',
  forever: 'public, max-age=604800, immutable',
} as const

const types = {
  text: 'text/plain; charset=utf-8',
  json: 'application/json; charset=utf-8',
  bytes: 'application/octet-stream',
} as const

type Told = {
  type: keyof typeof types
  keep: keyof typeof keeping
  /** The name of a file to save instead of a text to show. */
  saveAs?: string
}

/** No entry, no tile, no such spelling. A tile may be there a second later: nobody keeps this. */
export const nothingInLog = (): Response =>
  new Response(NOTHING, {
    status: 404,
    headers: { 'Content-Type': types.text, 'Cache-Control': keeping.never },
  })

/** An answer of the log, whole, with its length. What is kept for minutes can be asked for again. */
export function logAnswer(
  request: Pick<globalThis.Request, 'headers'>,
  body: string | Uint8Array,
  { type, keep, saveAs }: Told,
): Response {
  const bytes = Buffer.from(body)
  const headers = new Headers({ 'Content-Type': types[type], 'Cache-Control': keeping[keep] })
  if (saveAs !== undefined) headers.set('Content-Disposition', `attachment; filename="${saveAs}"`)
  if (keep === 'minutes') {
    // Weak: what is compressed on its way has other bytes.
    const etag = `W/"${createHash('sha256').update(bytes).digest('base64url')}"`
    headers.set('ETag', etag)
    if (isKnown(request, etag)) return new Response(null, { status: 304, headers })
  }
  headers.set('Content-Length', String(bytes.length))
  return new Response(bytes, { headers })
}

const isKnown = ({ headers }: Pick<globalThis.Request, 'headers'>, etag: string) =>
  (headers.get('If-None-Match') ?? '').split(',').some((one) => {
    const known = one.trim()
    return known === '*' || known === etag || `W/${known}` === etag
  })

/** The key outsiders check the log with, as a line of text (C2SP signed-note). */
export const vkeyOf = ({ key }: Pick<PublicLog, 'key'>): string =>
  formatVerifierKey(key.name, key.type, key.publicKey)

/** Whether this very path was asked for: the router takes `/log/README` and `/log/readme` alike. */
export const asksFor = (request: Pick<globalThis.Request, 'url'>, path: string): boolean =>
  new URL(request.url).pathname === path
