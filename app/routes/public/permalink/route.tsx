import { redirect, type LoaderFunctionArgs } from '@remix-run/node'

import { destinationOf } from '#app/db/read/jumps.server.ts'
import { notFound } from '#app/http/responses.server.ts'
import { negotiate } from '#app/i18n/negotiate.ts'
import { paths } from '#app/paths.ts'

/** An address to quote, typed as people type: it has no language and outlives any. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const found = await destinationOf(context.db, params['number'] ?? '')
  if (!found || !('number' in found)) notFound()
  const locale = negotiate(request.headers.get('Accept-Language') ?? '')
  return redirect(paths.commitment(locale, found.number), {
    status: 303,
    headers: { Vary: 'Accept-Language', 'Cache-Control': 'no-store' },
  })
}

// With a component, a number nobody has is answered by the page for that, not by a bare word.
export default function Route() {
  return null
}
