import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'

import { clausePage } from '#app/db/read/clauses.server.ts'
import { pageSpeech } from '#app/http/page-speech.ts'
import { publicHeaders } from '#app/http/public-page.ts'
import { localeOf, notFound } from '#app/http/responses.server.ts'
import { paths } from '#app/paths.ts'
import { feedLink } from '#app/ui/layout/feed-link.ts'
import { pageTitle } from '#app/ui/layout/page-title.ts'

import { ClausePage } from './page.tsx'

export const headers = publicHeaders

export const meta: MetaFunction<typeof loader> = ({ params, data }) => {
  const speech = pageSpeech(params)
  if (!data) return []
  const title = speech.t('clause.title', {
    number: data.clause.number,
    declaration: speech.words(data.declaration.title).text,
  })
  return [
    { title: pageTitle(speech, title, { page: data.shown.page }) },
    feedLink(paths.clause(speech.locale, data.clause.key), title),
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
