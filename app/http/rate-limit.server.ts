import type { IncomingMessage, ServerResponse } from 'node:http'

import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'

import { isOfApi } from './api-surface.server.ts'
import { clientAddress } from './client-address.ts'
import { problemBody, problemHeaders } from './open-data.server.ts'

/**
 * Counts a request to the API against whoever asks, says in its headers what is left, and answers
 * where nothing is: then it is false. Anything else it lets through uncounted.
 */
export type RateLimit = (req: IncomingMessage, res: ServerResponse) => Promise<boolean>

const SECONDS = 60

/** So many answers a minute that have to be made; those the public cache has cost nothing. */
export function apiLimit(perMinute: number): RateLimit {
  if (perMinute === 0) return () => Promise.resolve(true)
  const left = new RateLimiterMemory({ points: perMinute, duration: SECONDS })
  const counted = new WeakSet<ServerResponse>()
  return async (req, res) => {
    const address = isOfApi(req.url ?? '') ? clientAddress(req) : undefined
    if (address === undefined || counted.has(res)) return true
    counted.add(res)
    const state = await left.consume(address).catch((refused: unknown) => {
      if (refused instanceof RateLimiterRes) return refused
      throw refused
    })
    const seconds = Math.ceil(state.msBeforeNext / 1_000)
    res.setHeader('RateLimit-Policy', `"api";q=${perMinute};w=${SECONDS}`)
    res.setHeader('RateLimit', `"api";r=${state.remainingPoints};t=${seconds}`)
    if (state.consumedPoints <= perMinute) return true
    const detail = `More than ${perMinute} requests in a minute; go on in ${seconds} seconds.`
    res.writeHead(429, { ...problemHeaders, 'Retry-After': seconds })
    res.end(req.method === 'HEAD' ? undefined : JSON.stringify(problemBody(429, detail)))
    return false
  }
}
