import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

import type { ServerBuild } from '@remix-run/node'
import { afterAll } from 'vitest'

import { memoryFiles } from '#app/adapters/files/memory-files.server.ts'
import { memorySealer } from '#app/adapters/sealer/memory-sealer.server.ts'
import { attempts } from '#app/auth/attempts.server.ts'
import { viewerBehind } from '#app/auth/express-viewer.server.ts'
import { QUOTA_BYTES } from '#app/domain/evidence/evidence.ts'
import * as entry from '#app/entry.server.tsx'
import { makeApp } from '#app/http/app.server.ts'
import type { IsProxy } from '#app/http/client-address.ts'
import type { Log, Register } from '#app/http/context.server.ts'
import type { EvidencePorts } from '#app/http/evidence-ports.ts'
import { front } from '#app/http/front.server.ts'
import { limits } from '#app/http/limits.ts'
import { publicCache } from '#app/http/public-cache/public-cache.server.ts'
import { rateLimit } from '#app/http/rate-limit.server.ts'
import * as root from '#app/root.tsx'
import { noFirstRun } from '#app/use-cases/accounts/open-register.server.ts'

import { freshDatabase } from './database.ts'
import { testLog } from './signer.ts'

type RouteModule = ServerBuild['routes'][string] extends { module: infer module } | undefined
  ? Partial<module>
  : never

const servers: Server[] = []

/** Routes by their path, under the real root: what the bundler would make of routes.ts. */
export function buildOf(routes: Readonly<Record<string, RouteModule>>): ServerBuild {
  const places = Object.keys(routes).map((path) => ({ id: path, path, parentId: 'root' }))
  const all = [{ id: 'root', path: '', parentId: undefined }, ...places]
  const modules: Record<string, RouteModule> = { ...routes, root: root as RouteModule }
  const described = (place: (typeof all)[number]) => ({
    ...place,
    hasAction: false,
    hasLoader: false,
    hasClientAction: false,
    hasClientLoader: false,
    hasErrorBoundary: place.id === 'root',
    module: '',
    imports: [],
  })
  return {
    mode: 'production',
    entry: { module: entry as unknown as ServerBuild['entry']['module'] },
    routes: Object.fromEntries(
      all.map((place) => [place.id, { ...place, module: modules[place.id] }]),
    ) as ServerBuild['routes'],
    assets: {
      entry: { imports: [], module: '' },
      routes: Object.fromEntries(all.map((place) => [place.id, described(place)])),
      url: '',
      version: '1',
    } as unknown as ServerBuild['assets'],
    basename: '/',
    publicPath: '/',
    assetsBuildDirectory: '',
    future: {
      v3_fetcherPersist: true,
      v3_relativeSplatPath: true,
      v3_throwAbortReason: true,
      v3_singleFetch: true,
      v3_routeConfig: true,
      v3_lazyRouteDiscovery: false,
    } as ServerBuild['future'],
    isSpaMode: false,
  }
}

export const noEvidence: EvidencePorts = {
  attachFile: () => Promise.reject(new Error('no evidence is attached here')),
  evidenceFile: () => Promise.resolve(undefined),
}

type Line = { level: string; message: string | undefined } & Record<string, unknown>

/** A register answering on a free port of this machine, with what it logged. */
export async function testServer(
  routes: Readonly<Record<string, RouteModule>> = {},
  given: Partial<Register> & {
    evidence?: EvidencePorts
    assets?: string
    cacheBytes?: number
    apiPerMinute?: number
    /** Whether requests of a kind are limited as they are outside tests. */
    limited?: boolean
    isProxy?: IsProxy
  } = {},
) {
  const { evidence = noEvidence, assets, cacheBytes = 0, apiPerMinute = 0, ...more } = given
  const { limited = false, isProxy, ...said } = more
  const lines: Line[] = []
  const keep = (level: string) => (fields: object, message?: string) =>
    void lines.push({ ...fields, level, message })
  const log: Log = {
    request: (line) => keep('info')(line, 'request'),
    info: keep('info'),
    warn: keep('warn'),
    error: keep('error'),
  }
  const server = createServer()
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  const register = {
    db: said.db ?? (await freshDatabase()),
    now: () => new Date(),
    files: memoryFiles(),
    scanner: undefined,
    quotaBytes: QUOTA_BYTES,
    firstRun: noFirstRun,
    attempts: attempts(),
    isKnownPassword: () => Promise.resolve(false),
    sealer: memorySealer(),
    secondFactor: 'offered' as const,
    origin: address,
    secureCookies: false,
    demonstration: false,
    demonstrationAccounts: [],
    log,
    publicLog: testLog(),
    ...said,
  }
  const limit = rateLimit({
    apiPerMinute,
    limits: limited ? limits : [],
    secure: register.secureCookies,
    accountOf: (req) => viewerBehind(req, register).then((viewer) => viewer?.userId),
  })
  const app = makeApp(buildOf(routes), register, evidence, { production: true, assets, limit })
  const place = { ...register, maxBytes: cacheBytes, admit: limit }
  const cache = cacheBytes > 0 ? publicCache(app, place) : undefined
  server.on('request', front(app, register.log, cache, { isProxy }))

  const ask = (path: string, init: RequestInit = {}) => {
    const asked = new Headers(init.headers)
    if (!asked.has('Origin') && !asked.has('Sec-Fetch-Site'))
      asked.set('Sec-Fetch-Site', 'same-origin')
    return fetch(address + path, { redirect: 'manual', ...init, headers: asked })
  }
  const post = (path: string, fields: Record<string, string>, headers: HeadersInit = {}) =>
    ask(path, { method: 'POST', body: new URLSearchParams(fields), headers })
  return { ...register, server, address, lines, ask, post, cache }
}

/** What a browser sends back of the cookies an answer set. */
export const cookieOf = (answer: Response) =>
  answer.headers
    .getSetCookie()
    .map((line) => line.split(';', 1)[0])
    .join('; ')

afterAll(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
})
