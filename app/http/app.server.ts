import { join } from 'node:path'
import { constants } from 'node:zlib'

import { createRequestHandler } from '@remix-run/express'
import type { AppLoadContext, ServerBuild } from '@remix-run/node'
import compression from 'compression'
import express, { type ErrorRequestHandler, type Express, type RequestHandler } from 'express'

import { databaseAnswers } from '#app/db/client.server.ts'
import { PublishingStopped } from '#app/db/publishing.server.ts'
import { DatabaseUnavailable } from '#app/db/unavailable.server.ts'

import { answering } from './answering.server.ts'
import { apiSurface, sendTrouble } from './api-surface.server.ts'
import { byArea } from './areas.server.ts'
import { clientAddress } from './client-address.ts'
import type { Register } from './context.server.ts'
import { deskFile, publicFile } from './downloads.server.ts'
import { drainOf } from './drain.server.ts'
import type { EvidencePorts } from './evidence-ports.ts'
import { headers } from './headers.server.ts'
import { isHashes, logSurface } from './log-surface.server.ts'
import type { RateLimit } from './rate-limit.server.ts'
import { formsOnly, onlyOurRequests, sameSiteOnly } from './refusals.server.ts'
import { noteRefused } from './refused-attempts.server.ts'
import { isJsonLines, registerFile } from './register-files.server.ts'
import { evidenceUpload } from './uploads.server.ts'

export type Build = ServerBuild | (() => Promise<ServerBuild>)

type Served = {
  production: boolean
  /** The folder of built styles, fonts and pictures. */
  assets?: string | undefined
  /** A development server's own handlers, which make styles from their sources. */
  before?: RequestHandler | undefined
  /** How often anybody may ask the API. */
  limit?: RateLimit | undefined
}

/** Behind the front: what is checked before Remix, and Remix. */
export function makeApp(
  build: Build,
  register: Omit<Register, 'requestId'>,
  evidence: EvidencePorts,
  { production, assets, before, limit }: Served,
) {
  const app = express()
  app.disable('x-powered-by')
  app.set('etag', false)
  app.set('query parser', false)
  if (before) app.use(before)

  app.use(headers(register.secureCookies))
  app.use('/:locale/desk', noteRefused(register))
  // First: below /log an address of another spelling is none at all, rather than one refused.
  app.use(logSurface(register.origin))
  app.use(apiSurface)
  app.use(onlyOurRequests(sendTrouble))
  app.use(sameSiteOnly(register.origin, sendTrouble))
  if (limit) app.use(answering(async (req, res, next) => (await limit(req, res)) && next()))
  app.get('/healthz', health(register))
  app.get('/files/:id', publicFile(register, evidence))
  app.get('/:locale/desk/files/:id', deskFile(register, evidence))
  app.post('/:locale/desk/reports/:id/evidence/upload', evidenceUpload(register, evidence))

  const brotli = { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } }
  const filter: compression.CompressionFilter = (req, res) =>
    !isHashes(req) && (isJsonLines(req) || compression.filter(req, res))
  app.use(compression({ filter, brotli }))
  app.get('/data/:file(*)', registerFile(register))
  if (assets) shipFiles(app, assets)
  app.use(formsOnly(sendTrouble))
  app.use(onOurOrigin(register.origin))
  const handler = (one: Build) =>
    createRequestHandler({
      build: one,
      mode: production ? 'production' : 'development',
      getLoadContext: (req, res): AppLoadContext => ({
        ...register,
        requestId: String(res.locals['requestId']),
        drained: drainOf(res),
        address: clientAddress(req),
      }),
    })
  app.use(answering(typeof build === 'function' ? handler(build) : byArea(build, handler)))
  app.use(troubles(register))
  return app
}

/** Remix builds `request.url` from the host header; here it is always our own (trust B6). */
function onOurOrigin(origin: string): RequestHandler {
  const { host, protocol } = new URL(origin)
  return (req, _res, next) => {
    for (const name of Object.keys(req.headers))
      if (name.startsWith('x-forwarded-')) delete req.headers[name]
    req.headers.host = host
    // Decided before this point; Remix's own comparison would only read the host again.
    delete req.headers.origin
    Object.defineProperty(req, 'protocol', { value: protocol.slice(0, -1) })
    next()
  }
}

/** Names with a hash or a version in them never change what they name. */
function shipFiles(app: Express, folder: string) {
  const plain = { index: false, redirect: false } as const
  const forever = { ...plain, maxAge: '365d', immutable: true }
  app.use('/assets', express.static(join(folder, 'assets'), forever))
  app.use('/fonts', express.static(join(folder, 'fonts'), forever))
  // Those that lie at the top: no other address is looked for on the disk.
  const top = express.static(folder, { ...plain, maxAge: '1h' })
  app.use((req, res, next) => (/^\/[^/]+$/.test(req.path) ? top(req, res, next) : next()))
}

function health({ db, publicLog }: Pick<Register, 'db' | 'publicLog'>): RequestHandler {
  return answering(async (_req, res) => {
    const answers = await databaseAnswers(db)
    // Pages are served all the same: a watcher is told, a load balancer is not.
    const publishing = publicLog.stopped() && { publishing: 'stopped' }
    res.status(answers ? 200 : 503).json({ status: answers ? 'ok' : 'database', ...publishing })
  })
}

/** What nobody foresaw. The reader gets the request's id; the log gets the rest. */
function troubles(register: Pick<Register, 'log'>): ErrorRequestHandler {
  return (error: unknown, req, res, next) => {
    const id = String(res.locals['requestId'])
    const status = statusOfError(error)
    if (status >= 500) register.log.error({ id, err: error }, 'request failed')
    if (res.headersSent) return next(error)
    if (error instanceof DatabaseUnavailable)
      res.setHeader('Retry-After', String(error.retryAfterSeconds))
    sendTrouble(req, res, error instanceof PublishingStopped ? 'stopped' : status)
  }
}

function statusOfError(error: unknown): number {
  if (error instanceof DatabaseUnavailable) return 503
  const status =
    error instanceof Error && 'status' in error && typeof error.status === 'number'
      ? error.status
      : 500
  return status >= 400 && status < 500 ? status : 500
}
