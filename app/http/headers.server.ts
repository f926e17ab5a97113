import type { NextFunction, Request, Response } from 'express'

const closed =
  "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self' data:; " +
  "form-action 'self'; base-uri 'none'; frame-ancestors 'none'; "
const publicPolicy = `${closed}script-src 'none'`
const deskPolicy = `${closed}script-src 'self'`

const isDesk = (path: string) => /^\/[a-z]{2}\/desk(\/|$)/.test(path)

/** What every answer carries. A route that may be cached says so itself; all else is private. */
export function headers(secure: boolean) {
  return (req: Request, res: Response, next: NextFunction) => {
    res.setHeader('Content-Security-Policy', isDesk(req.path) ? deskPolicy : publicPolicy)
    res.setHeader('X-Content-Type-Options', 'nosniff')
    // Never no-referrer: browsers would then send `Origin: null` with our own forms (remix#11033).
    res.setHeader('Referrer-Policy', 'strict-origin-when-cross-origin')
    res.setHeader('Permissions-Policy', 'camera=(), geolocation=(), microphone=()')
    res.setHeader('Cross-Origin-Opener-Policy', 'same-origin')
    if (secure) res.setHeader('Strict-Transport-Security', 'max-age=63072000; includeSubDomains')
    withDefault(res, 'Cache-Control', 'private, no-store')
    next()
  }
}

/** Set when the head goes out, unless a route has: Remix appends to what it finds set before. */
function withDefault(res: Response, name: string, value: string) {
  // writeHead has several signatures; all are passed on untouched.
  const writeHead = res.writeHead.bind(res) as (...args: unknown[]) => Response
  res.writeHead = (...args: unknown[]) => {
    if (!res.hasHeader(name)) res.setHeader(name, value)
    return writeHead(...args)
  }
}
