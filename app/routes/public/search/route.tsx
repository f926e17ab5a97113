import { redirect, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'

import { destinationOf } from '#app/db/read/jumps.server.ts'
import { searchPage } from '#app/db/read/search-page.server.ts'
import { pageMeta } from '#app/http/page-meta.ts'
import { pageSpeech } from '#app/http/page-speech.ts'
import { publicHeaders } from '#app/http/public-page.ts'
import { localeOf } from '#app/http/responses.server.ts'
import { paths } from '#app/paths.ts'
import { feedLink } from '#app/ui/layout/feed-link.ts'

import { SearchPage } from './page.tsx'

export const headers = publicHeaders

export const meta: MetaFunction<typeof loader> = (asked) => {
  const speech = pageSpeech(asked.params)
  const { data } = asked
  const q = data?.search.written
  const title = q ? speech.t('search.title-for', { q }) : speech.t('search.title')
  if (!data) return []
  return [
    ...pageMeta(asked, {
      title,
      page: data.shown.page,
      description: speech.t('search.lead'),
      path: (locale) => paths.search(locale, { q, ...data.filters }),
      isView: asked.location.search !== '',
    }),
    feedLink(paths.search(speech.locale, { q, ...data.filters }), title),
  ]
}

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const locale = localeOf(params)
  const { searchParams } = new URL(request.url)
  const destination = await destinationOf(context.db, searchParams.get('q') ?? '')
  if (destination)
    throw redirect(
      'entry' in destination
        ? paths.logEntry(locale, destination.entry)
        : paths.commitment(locale, destination.number),
      { status: 303, headers: { 'Cache-Control': 'no-store' } },
    )
  return searchPage(context.db, searchParams, locale, context.now())
}

export default function Route() {
  return <SearchPage {...useLoaderData<typeof loader>()} />
}
