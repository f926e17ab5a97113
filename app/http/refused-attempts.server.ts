import type { Request, RequestHandler, Response } from 'express'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'

import { viewerBehind } from '#app/auth/express-viewer.server.ts'
import { noteRefused as keepRefused } from '#app/use-cases/accounts/note-refused.server.ts'

import { clientAddress } from './client-address.ts'
import type { Register } from './context.server.ts'

const HOUR = 3_600
/** What is noted in an hour, of one network and of all: nobody fills the disk by being refused. */
const OF_ONE = 60
const OF_ALL = 1_000
const LONGEST_PATH = 200

type Place = Pick<Register, 'db' | 'now' | 'log' | 'secureCookies' | 'origin' | 'secondFactor'>

/**
 * Notes what people who are signed in tried at the desk and were refused, for administrators.
 * It happens after the answer, which waits for nothing and tells nothing of it.
 */
export function noteRefused(place: Place): RequestHandler {
  const ofOne = new RateLimiterMemory({ points: OF_ONE, duration: HOUR })
  const ofAll = new RateLimiterMemory({ points: OF_ALL, duration: HOUR })
  const within = async (network: string) =>
    (await taken(ofOne, network)) && (await taken(ofAll, 'all'))

  return (req, res, next) => {
    res.once('finish', () => {
      if (res.statusCode !== 403 && res.statusCode !== 404) return
      note(place, within, req, res).catch((error: unknown) =>
        place.log.error({ err: error }, 'a refused attempt was not noted'),
      )
    })
    next()
  }
}

const taken = (limit: RateLimiterMemory, key: string) =>
  limit.consume(key).then(
    () => true,
    (refused: unknown) => {
      if (refused instanceof RateLimiterRes) return false
      throw refused
    },
  )

async function note(
  place: Place,
  within: (network: string) => Promise<boolean>,
  req: Request,
  res: Response,
) {
  const address = clientAddress(req)
  // Whoever brings no cookie is nobody we know: no question to the database, no row.
  if (req.get('Cookie') === undefined || !(await within(address ?? 'unknown'))) return
  const viewer = await viewerBehind(req, place)
  if (!viewer) return
  const [path = ''] = req.originalUrl.split('?', 1)
  await keepRefused(place.db, {
    at: place.now(),
    userId: viewer.userId,
    address: address ?? null,
    method: req.method,
    path: path.slice(0, LONGEST_PATH),
    status: res.statusCode,
    requestId: String(res.locals['requestId'] ?? ''),
  })
}
