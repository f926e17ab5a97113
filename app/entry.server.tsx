import { Transform } from 'node:stream'

import {
  createReadableStreamFromReadable,
  type AppLoadContext,
  type EntryContext,
  type HandleErrorFunction,
} from '@remix-run/node'
import { isRouteErrorResponse, RemixServer } from '@remix-run/react'
import { renderToPipeableStream } from 'react-dom/server'

import { PublishingStopped } from '#app/db/publishing.server.ts'
import { DatabaseUnavailable } from '#app/db/unavailable.server.ts'
import { withErrorTitle } from '#app/http/error-title.ts'
import { plainPage } from '#app/http/plain-page.server.ts'

export { serve } from '#app/http/server.server.ts'

/** Requests that met a locked or full database: Remix hides the error from the page it renders. */
const unavailable = new WeakMap<AppLoadContext, DatabaseUnavailable>()

/** No page ships a script, so the whole document is made before the first byte goes out. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  entry: EntryContext,
  context: AppLoadContext,
): Promise<Response> | Response {
  headers.set('Content-Type', 'text/html; charset=utf-8')
  const trouble = unavailable.get(context)
  if (trouble) return comeBackLater(request, headers, context, trouble)

  const formCameBack = status >= 400 && entry.staticHandlerContext.actionData !== null
  const told = formCameBack ? withErrorTitle(entry) : entry
  return new Promise((resolve, reject) => {
    const { pipe } = renderToPipeableStream(<RemixServer context={told} url={request.url} />, {
      onAllReady() {
        const body = withoutZeros()
        resolve(new Response(createReadableStreamFromReadable(body), { headers, status }))
        pipe(body)
      },
      onShellError: reject,
      onError(error) {
        context.log.error({ id: context.requestId, err: error }, 'page failed to render')
      },
    })
  })
}

/** React 18 leaves zero bytes where a letter of several bytes met the end of its buffer. */
const withoutZeros = () =>
  new Transform({
    transform(bytes: Buffer, _, done) {
      done(undefined, bytes.includes(0) ? bytes.filter((byte) => byte !== 0) : bytes)
    },
  })

function comeBackLater(
  request: Request,
  headers: Headers,
  context: AppLoadContext,
  trouble: DatabaseUnavailable,
) {
  headers.set('Retry-After', String(trouble.retryAfterSeconds))
  headers.delete('Cache-Control')
  const language = request.headers.get('Accept-Language') ?? undefined
  const { pathname } = new URL(request.url)
  const told = trouble instanceof PublishingStopped ? 'stopped' : 503
  return new Response(plainPage(pathname, language, told, context.requestId), {
    status: 503,
    headers,
  })
}

export const handleError: HandleErrorFunction = (error, { request, context }) => {
  // Pages nobody has, and visitors who left, are no faults of ours.
  if (request.signal.aborted || (isRouteErrorResponse(error) && error.status < 500)) return
  if (error instanceof DatabaseUnavailable) unavailable.set(context, error)
  context.log.error({ id: context.requestId, err: error }, 'request failed')
}
