import type { LoaderFunctionArgs } from '@remix-run/node'

import { streamed } from '#app/http/data-answer.server.ts'
import { sitemapHeaders, sitemapParts } from '#app/http/sitemap.server.ts'

/** Some of the public pages, in every language. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { db, origin } = context
  const parts = await sitemapParts(params['file'] ?? '', { db, origin, now: context.now() })
  return parts
    ? streamed({ request, context }, sitemapHeaders, parts)
    : new Response('Not found\n', { status: 404, headers: { 'Content-Type': 'text/plain' } })
}
