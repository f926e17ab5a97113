import type { IncomingMessage, ServerResponse } from 'node:http'

import { LRUCache } from 'lru-cache'

import { isOfApi } from './api-surface.server.ts'
import { clientAddress } from './client-address.ts'
import { setSafety } from './headers.server.ts'
import type { Limit, Quota } from './limits.ts'
import { problemBody, problemHeaders } from './open-data.server.ts'
import { tooManyPage } from './plain-page.server.ts'

/**
 * Counts a request against whoever asks, and answers where nothing is left: then it is false.
 * What no limit is about it lets through uncounted.
 */
export type RateLimit = (req: IncomingMessage, res: ServerResponse) => Promise<boolean>

type Rules = {
  /** How many answers of the API one network may have made in a minute; 0 sets no limit. */
  apiPerMinute: number
  limits: readonly Limit[]
  secure: boolean
  /** Who is signed in, as far as anybody is. */
  accountOf: (req: IncomingMessage) => Promise<string | undefined>
  /** Told the name of each limit that was met. */
  met?: (name: string) => void
}

/** Names of one quota that are remembered; of more, those that asked longest ago are forgotten. */
const MOST_NAMES = 20_000

/** Only answers that have to be made are counted; those the public cache has cost nothing. */
export function rateLimit(rules: Rules): RateLimit {
  const { limits, secure, accountOf, met } = rules
  const api: Quota = { name: 'api', most: rules.apiPerMinute, seconds: 60 }
  const counts = new Map<Quota, ReturnType<typeof counter>>()
  for (const quota of [api, ...limits.flatMap((limit) => limit.quotas)])
    counts.set(quota, counter(quota))
  // The privacy page says how long network addresses are held.
  setInterval(() => counts.forEach(({ forget }) => forget()), 60_000).unref()
  const counted = new WeakSet<ServerResponse>()

  return async (req, res) => {
    const url = req.url ?? ''
    const network = clientAddress(req)
    if (network === undefined || counted.has(res)) return true
    counted.add(res)

    const refuse = (quota: Quota, seconds: number) => {
      met?.(quota.name)
      return refusal(req, res, { quota, seconds, secure })
    }
    if (isOfApi(url)) {
      if (api.most === 0) return true
      const { taken, seconds } = counts.get(api)!.take(network)
      const left = Math.max(0, api.most - taken)
      res.setHeader('RateLimit-Policy', `"api";q=${api.most};w=${api.seconds}`)
      res.setHeader('RateLimit', `"api";r=${left};t=${seconds}`)
      return taken <= api.most || refuse(api, seconds)
    }

    const path = pathOf(url)
    for (const { matches, by, quotas } of limits) {
      if (!matches(req.method ?? '', path)) continue
      const key = by === 'account' ? ((await accountOf(req)) ?? network) : network
      for (const quota of quotas) {
        const { taken, seconds } = counts.get(quota)!.take(key)
        if (taken > quota.most) return refuse(quota, seconds)
      }
    }
    return true
  }
}

/** Counts from the first request of a name until its time is over. */
function counter({ seconds }: Quota) {
  const ttl = seconds * 1_000
  const windows = new LRUCache<string, { taken: number; ends: number }>({ max: MOST_NAMES, ttl })
  const take = (name: string) => {
    const now = Date.now()
    let window = windows.get(name)
    if (!window || window.ends <= now) {
      window = { taken: 0, ends: now + ttl }
      windows.set(name, window)
    }
    window.taken += 1
    return { taken: window.taken, seconds: Math.max(1, Math.ceil((window.ends - now) / 1_000)) }
  }
  return { take, forget: () => windows.purgeStale() }
}

/** As the router reads it: one spelling, whichever was sent. */
function pathOf(url: string): string {
  const path = url.split('?', 1)[0] ?? ''
  try {
    return decodeURIComponent(path).toLowerCase().replace(/\/+$/, '')
  } catch {
    return path
  }
}

/** A problem for programs that read JSON, a line for other programs, a page for people. */
function refusal(
  req: IncomingMessage,
  res: ServerResponse,
  { quota, seconds, secure }: { quota: Quota; seconds: number; secure: boolean },
): false {
  const url = req.url ?? ''
  const path = pathOf(url)
  const within = quota.seconds === 60 ? 'a minute' : 'an hour'
  const detail = `More than ${quota.most} requests in ${within}; go on in ${seconds} seconds.`
  setSafety(res, path, secure)
  res.setHeader('Cache-Control', 'private, no-store')
  res.setHeader('Retry-After', seconds)
  // A body nobody wants is not read: the connection goes with the answer.
  if (!req.complete) res.setHeader('Connection', 'close')
  const answer = (headers: Record<string, string>, body: string) => {
    res.writeHead(429, headers)
    res.end(req.method === 'HEAD' ? undefined : body)
  }
  if (isOfApi(url) || /[.](?:json|jsonld)$/.test(path))
    answer(problemHeaders, JSON.stringify(problemBody(429, detail)))
  else if (/^\/data\/|[.]\w+$/.test(path))
    answer({ 'Content-Type': 'text/plain; charset=utf-8' }, `${detail}\n`)
  else {
    const page = tooManyPage(path, req.headers['accept-language'], seconds)
    answer({ 'Content-Type': 'text/html; charset=utf-8' }, page)
  }
  return false
}
