import { randomUUID } from 'node:crypto'
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'

import { readForwarded, type IsProxy } from './client-address.ts'
import type { Log, RequestLine } from './context.server.ts'
import type { PublicCache } from './public-cache/public-cache.server.ts'

type Watching = {
  isProxy?: IsProxy | undefined
  /** Told of each answer, in milliseconds, and whether the public cache had it. */
  answered?: ((line: RequestLine, fromCache: boolean) => void) | undefined
}

/**
 * Where every request comes in: it gets its id and its line in the log, and is answered from the
 * public cache where that has an answer; everything else goes to the app.
 */
export function front(
  app: RequestListener,
  log: Log,
  cache?: PublicCache,
  { isProxy, answered: told = () => {} }: Watching = {},
): RequestListener {
  const pass = (req: IncomingMessage, res: ServerResponse, id: string) => {
    // Express takes the locals it finds.
    Object.assign(res, { locals: { requestId: id } })
    res.setHeader('X-Request-Id', id)
    app(req, res)
  }
  return (req, res) => {
    const id = randomUUID()
    if (isProxy) readForwarded(req, isProxy)
    const answered = cache?.answer(req, res, id) ?? false
    // All of it was handed over at once: there is no end to wait for.
    if (answered === true) {
      told(note(log, req, res, { id, ms: 0, aborted: false }), true)
      return
    }
    let fromCache = false
    const started = performance.now()
    res.once('close', () => {
      const ms = Math.round(performance.now() - started)
      told(note(log, req, res, { id, ms, aborted: !res.writableFinished }), fromCache)
    })
    if (answered === false) return pass(req, res, id)
    answered.then(
      (done) => {
        fromCache = done
        if (!done) pass(req, res, id)
      },
      (error: unknown) => {
        // The app meets the same trouble, and has words for it.
        log.warn({ id, err: error }, 'not answered from the public cache')
        if (!res.headersSent) pass(req, res, id)
      },
    )
  }
}

/** Links of letters once had their token in the path. */
const OLD_LINK = /^(\/[a-z]{2}\/account\/invitations\/).+/

/** One line a request. Queries stay out. */
function note(
  log: Log,
  { method = '', url = '' }: IncomingMessage,
  { statusCode: status }: ServerResponse,
  { id, ms, aborted }: Pick<RequestLine, 'id' | 'ms' | 'aborted'>,
): RequestLine {
  const query = url.indexOf('?')
  const path = (query === -1 ? url : url.slice(0, query)).replace(OLD_LINK, '$1…')
  const line = { id, method, path, status, ms, aborted }
  log.request(line)
  return line
}
