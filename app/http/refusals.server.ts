import type { Request, RequestHandler } from 'express'

import { answering } from './answering.server.ts'
import type { PlainPage } from './plain-page.server.ts'

const KB = 1_024
const FORM_BYTES = 256 * KB
/** Signing in may carry another form along, written out once more. */
const CARRYING_BYTES = 768 * KB
/** The one page besides the evidence upload that takes a file: a table of commitments. */
const TABLE_BYTES = 4 * 1_024 * KB
const takesTable = (path: string) => /^\/[a-z]{2}\/desk\/import$/.test(path)
const takesCarried = (path: string) => /^\/[a-z]{2}\/sign-in$/.test(path)

/** The longest address of ours carries a search with all its filters. */
const LONGEST_URL = 8_000
const MOST_HEADERS = 100

/** What never reaches a route: requests no page of ours makes. */
export function onlyOurRequests(page: PlainPage): RequestHandler {
  return (req, res, next) => {
    if (req.url.length > LONGEST_URL) return page(req, res, 414)
    if (req.rawHeaders.length > 2 * MOST_HEADERS) return page(req, res, 431)
    if (!readable(req.url)) return page(req, res, 400)
    if (!['GET', 'HEAD', 'POST'].includes(req.method)) {
      res.setHeader('Allow', 'GET, HEAD, POST')
      return page(req, res, 405)
    }
    if (isFrameworkInternal(req)) return page(req, res, 404)
    next()
  }
}

/** Dots and backslashes that an address resolves would lead Remix elsewhere than what we checked. */
function readable(url: string): boolean {
  if (!url.startsWith('/') || url.startsWith('//')) return false
  try {
    const { pathname } = new URL(`http://register${url}`)
    return decodeURIComponent(pathname) === decodeURIComponent(url.split('?', 1)[0] ?? '')
  } catch {
    return false
  }
}

/**
 * Remix's own channels. Our pages never use them, and they skip its checks (trust 0.5, 0.6). The
 * query is read as Remix reads it: Express's own reading ends after a thousand names.
 */
function isFrameworkInternal(req: Request): boolean {
  const { pathname, searchParams } = new URL(`http://register${req.url}`)
  return (
    pathname === '/__manifest' ||
    pathname.endsWith('.data') ||
    searchParams.has('_data') ||
    searchParams.has('_routes')
  )
}

/**
 * A form is taken from our own pages only (trust B6). The browser says where it comes from; the
 * host is never read from the request.
 */
export function sameSiteOnly(origin: string, page: PlainPage): RequestHandler {
  return (req, res, next) => {
    if (req.method === 'GET' || req.method === 'HEAD') return next()
    const site = req.get('Sec-Fetch-Site')
    const ours =
      site === undefined ? req.get('Origin') === origin : site === 'same-origin' || site === 'none'
    return ours ? next() : page(req, res, 403)
  }
}

/** Forms come encoded in the plain way, say their length, and are of a size people can type. */
export function formsOnly(page: PlainPage): RequestHandler {
  return answering(async (req, res, next) => {
    if (req.method !== 'POST') return next()
    const length = Number(req.get('Content-Length') ?? '0')
    if (req.get('Transfer-Encoding') !== undefined) return page(req, res, 411)
    const file = takesTable(req.path) && req.is('multipart/form-data')
    const most = file ? TABLE_BYTES : takesCarried(req.path) ? CARRYING_BYTES : FORM_BYTES
    if (length > most) return page(req, res, 413)
    if (length > 0 && !file && !req.is('application/x-www-form-urlencoded'))
      return page(req, res, 415)
    if (length === 0) return next()
    const boundary = file ? boundaryOf(req) : '&'
    const body = await wholeBody(req, length).catch(() => undefined)
    // Whoever asked has left.
    if (!body) return res.destroy()
    return isFormOfOurs(body, boundary) ? next() : page(req, res, 400)
  })
}

const MOST_FIELDS = 1_000
const LONGEST_NAME = 200

/** No form of ours has so many fields, or such names: parsing them costs more than they weigh. */
function isFormOfOurs(body: Buffer, separator: string): boolean {
  let fields = 0
  for (let at = 0; at !== -1 && fields <= MOST_FIELDS; fields += 1) {
    const next = body.indexOf(separator, at)
    if (separator === '&' && nameLength(body, at, next) > LONGEST_NAME) return false
    at = next === -1 ? -1 : next + separator.length
  }
  return fields <= MOST_FIELDS
}

function nameLength(body: Buffer, from: number, to: number): number {
  const field = body.subarray(from, to === -1 ? body.length : to)
  const equals = field.indexOf('=')
  return equals === -1 ? field.length : equals
}

const boundaryOf = (req: Request) =>
  /boundary="?([^";]+)/i.exec(req.get('Content-Type') ?? '')?.[1] ?? '--'

/** Reads all of it, and puts it back: whoever comes next finds it unread. */
async function wholeBody(req: Request, length: number): Promise<Buffer> {
  const chunks: Buffer[] = []
  let read = 0
  while (read < length) {
    const chunk = req.read() as Buffer | null
    if (chunk) {
      chunks.push(chunk)
      read += chunk.length
    } else await moreOf(req)
  }
  const body = Buffer.concat(chunks)
  // In the same turn as the last read, before the stream notices that it has ended.
  req.unshift(body)
  return body
}

function moreOf(req: Request): Promise<void> {
  return new Promise((resolve, reject) => {
    const off = () => {
      req.off('readable', readable)
      req.off('close', gone)
    }
    const readable = () => {
      off()
      resolve()
    }
    const gone = () => {
      off()
      reject(new Error('the form was not sent to its end'))
    }
    req.on('readable', readable)
    req.on('close', gone)
    if (req.destroyed) gone()
  })
}
