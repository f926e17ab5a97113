import type { LoaderFunctionArgs } from '@remix-run/node'

import { sitemapHeaders, sitemapIndex } from '#app/http/sitemap.server.ts'

/** Where search engines find the public pages. */
export async function loader({ context }: LoaderFunctionArgs) {
  const { db, origin } = context
  const files = await sitemapIndex({ db, origin, now: context.now() })
  return new Response(files, { headers: sitemapHeaders })
}
