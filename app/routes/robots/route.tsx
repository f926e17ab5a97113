import type { LoaderFunctionArgs } from '@remix-run/node'

import { paths } from '#app/paths.ts'

/** What is anybody's to read is anybody's to find; what asks who one is leads nowhere. */
export function loader({ context }: LoaderFunctionArgs) {
  const closed = ['desk', 'account', 'sign-in', 'sign-up', 'sign-out', 'first-run']
  const lines = [
    'User-agent: *',
    ...closed.map((path) => `Disallow: /*/${path}`),
    'Allow: /',
    '',
    `Sitemap: ${context.origin}${paths.sitemap()}`,
    '',
  ]
  return new Response(lines.join('\n'), {
    headers: {
      'Content-Type': 'text/plain; charset=utf-8',
      'Cache-Control': 'public, max-age=3600',
    },
  })
}
