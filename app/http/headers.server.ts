import type { ServerResponse } from 'node:http'

import type { NextFunction, Request, Response } from 'express'

const closed =
  "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self' data:; " +
  "object-src 'none'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; "
const publicPolicy = `${closed}script-src 'none'`
const deskPolicy = `${closed}script-src 'self'`
/** Where a passkey is asked for: its one script fetches what is to be signed. */
const passkeyPolicy = `${deskPolicy}; connect-src 'self'`

const isDesk = (path: string) => /^\/[a-z]{2}\/desk(\/|$)/.test(path)
const asksPasskey = (path: string) =>
  /^\/[a-z]{2}\/(?:sign-in(?:\/second-factor)?|account\/passkeys)\/?$/.test(path)

const policyOf = (path: string) =>
  isDesk(path) ? deskPolicy : asksPasskey(path) ? passkeyPolicy : publicPolicy

/** For two years, and for whatever is below this host. */
export const HTTPS_ONLY = 'max-age=63072000; includeSubDomains'

/** What every answer carries, also one that never gets as far as the app. */
export function setSafety(res: ServerResponse, path: string, secure: boolean) {
  res.setHeader('Content-Security-Policy', policyOf(path))
  res.setHeader('X-Content-Type-Options', 'nosniff')
  // For browsers that know no frame-ancestors.
  res.setHeader('X-Frame-Options', 'DENY')
  // Never no-referrer: browsers would then send `Origin: null` with our own forms (remix#11033).
  res.setHeader('Referrer-Policy', 'strict-origin-when-cross-origin')
  res.setHeader('Permissions-Policy', 'camera=(), geolocation=(), microphone=()')
  res.setHeader('Cross-Origin-Opener-Policy', 'same-origin')
  if (secure) res.setHeader('Strict-Transport-Security', HTTPS_ONLY)
}

/** A route that may be cached says so itself; all else is private. */
export function headers(secure: boolean) {
  return (req: Request, res: Response, next: NextFunction) => {
    setSafety(res, req.path, secure)
    withDefaults(res, () => {
      // What any site may read, any site may also show.
      const reach = res.hasHeader('Access-Control-Allow-Origin') ? 'cross-origin' : 'same-origin'
      return { 'Cache-Control': 'private, no-store', 'Cross-Origin-Resource-Policy': reach }
    })
    next()
  }
}

/** Set when the head goes out, unless a route has: Remix appends to what it finds set before. */
function withDefaults(res: Response, defaults: () => Readonly<Record<string, string>>) {
  // writeHead has several signatures; all are passed on untouched.
  const writeHead = res.writeHead.bind(res) as (...args: unknown[]) => Response
  res.writeHead = (...args: unknown[]) => {
    for (const [name, value] of Object.entries(defaults()))
      if (!res.hasHeader(name)) res.setHeader(name, value)
    return writeHead(...args)
  }
}
