import { randomUUID } from 'node:crypto'

import type { RequestHandler } from 'express'

import type { Log } from './context.server.ts'

/** One line a request, as JSON, so that nothing sent can forge a second one. Queries stay out. */
export function accessLog(log: Log): RequestHandler {
  return (req, res, next) => {
    const id = randomUUID()
    const started = performance.now()
    res.locals['requestId'] = id
    res.setHeader('X-Request-Id', id)
    // Read now: Express shortens the path while a router below it is at work.
    const path = req.originalUrl.split('?', 1)[0]
    res.once('close', () => {
      const ms = Math.round(performance.now() - started)
      const aborted = !res.writableFinished
      log.info({ id, method: req.method, path, status: res.statusCode, ms, aborted }, 'request')
    })
    next()
  }
}
