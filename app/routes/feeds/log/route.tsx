import type { LoaderFunctionArgs } from '@remix-run/node'

import { logFeed } from '#app/db/read/log-acts.server.ts'
import { atomXml } from '#app/http/atom.ts'
import { localeOf } from '#app/http/responses.server.ts'
import { speak } from '#app/i18n/speech.ts'

import { feedOf } from './feed.ts'

/** The newest acts for a feed reader: the same filter, the same words as the log's page. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const locale = localeOf(params)
  const { searchParams } = new URL(request.url)
  const found = await logFeed(context.db, searchParams, locale, context.now())
  return new Response(atomXml(feedOf(found, speak(locale), context.origin)), {
    headers: {
      'Content-Type': 'application/atom+xml; charset=utf-8',
      'Cache-Control': 'public, max-age=0, must-revalidate',
    },
  })
}
