import type { NextFunction, Request, RequestHandler, Response } from 'express'

import type { PlainPage } from './plain-page.server.ts'

const KB = 1_024
const FORM_BYTES = 256 * KB
/** Signing in may carry another form along, written out once more. */
const CARRYING_BYTES = 768 * KB
/** The one page besides the evidence upload that takes a file: a table of commitments. */
const TABLE_BYTES = 4 * 1_024 * KB
const takesTable = (path: string) => /^\/[a-z]{2}\/desk\/import$/.test(path)
const takesCarried = (path: string) => /^\/[a-z]{2}\/sign-in$/.test(path)

/** What never reaches a route: requests no page of ours makes. */
export function onlyOurRequests(page: PlainPage): RequestHandler {
  return (req, res, next) => {
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

/** Remix's own channels. Our pages never use them, and they skip its checks (trust 0.5, 0.6). */
const isFrameworkInternal = (req: Request) =>
  req.path === '/__manifest' ||
  req.path.endsWith('.data') ||
  '_data' in req.query ||
  '_routes' in req.query

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
  return (req: Request, res: Response, next: NextFunction) => {
    if (req.method !== 'POST') return next()
    const length = Number(req.get('Content-Length') ?? '0')
    if (req.get('Transfer-Encoding') !== undefined) return page(req, res, 411)
    const file = takesTable(req.path) && req.is('multipart/form-data')
    const most = file ? TABLE_BYTES : takesCarried(req.path) ? CARRYING_BYTES : FORM_BYTES
    if (length > most) return page(req, res, 413)
    if (length > 0 && !file && !req.is('application/x-www-form-urlencoded'))
      return page(req, res, 415)
    next()
  }
}
