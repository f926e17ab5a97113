import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'

import { clausePage } from '#app/db/read/clauses.server.ts'
import { pageMeta } from '#app/http/page-meta.ts'
import { pageSpeech } from '#app/http/page-speech.ts'
import { publicHeaders } from '#app/http/public-page.ts'
import { localeOf, notFound } from '#app/http/responses.server.ts'
import { paths } from '#app/paths.ts'
import { feedLink } from '#app/ui/layout/feed-link.ts'

import { ClausePage } from './page.tsx'

export const headers = publicHeaders

export const meta: MetaFunction<typeof loader> = (asked) => {
  const speech = pageSpeech(asked.params)
  const { data } = asked
  if (!data) return []
  const { key, number, summary } = data.clause
  const declaration = speech.words(data.declaration.title).text
  const title = speech.t('clause.title', { number, declaration })
  return [
    ...pageMeta(asked, {
      title,
      page: data.shown.page,
      description: speech.words(summary).text,
      path: (locale) => paths.clause(locale, key),
      isView: asked.location.search !== '',
    }),
    feedLink(paths.clause(speech.locale, key), title),
  ]
}

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url)
  const key = params['*'] ?? ''
  const page = await clausePage(context.db, key, searchParams, localeOf(params), context.now())
  return page ?? notFound()
}

export default function Route() {
  return <ClausePage {...useLoaderData<typeof loader>()} />
}
