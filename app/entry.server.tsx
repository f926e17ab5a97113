import type { AppLoadContext, EntryContext, HandleErrorFunction } from '@remix-run/node'
import { isRouteErrorResponse, RemixServer } from '@remix-run/react'
import { renderToString } from 'react-dom/server'

import { PublishingStopped } from '#app/db/publishing.server.ts'
import { DatabaseUnavailable } from '#app/db/unavailable.server.ts'
import { withErrorTitle } from '#app/http/error-title.ts'
import { plainPage } from '#app/http/plain-page.server.ts'

export { serve } from '#app/http/server.server.ts'

/** Requests that met a locked or full database: Remix hides the error from the page it renders. */
const unavailable = new WeakMap<AppLoadContext, DatabaseUnavailable>()

/** Where React would take hold of a page; of ours it does not. In text a `<` is written otherwise. */
const SEAMS = /<!--[ $/]*-->/g

/** No page ships a script or waits for anything while it renders: it is made in one go. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  entry: EntryContext,
  context: AppLoadContext,
): Response {
  headers.set('Content-Type', 'text/html; charset=utf-8')
  const trouble = unavailable.get(context)
  if (trouble) return comeBackLater(request, headers, context, trouble)

  const formCameBack = status >= 400 && entry.staticHandlerContext.actionData !== null
  const told = formCameBack ? withErrorTitle(entry) : entry
  try {
    const page = renderToString(<RemixServer context={told} url={request.url} />)
    return new Response(`<!DOCTYPE html>${page.replaceAll(SEAMS, '')}`, { headers, status })
  } catch (error) {
    context.log.error({ id: context.requestId, err: error }, 'page failed to render')
    throw error
  }
}

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
