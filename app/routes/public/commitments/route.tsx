import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'

import { commitmentsPage } from '#app/db/read/commitments.server.ts'
import { pageMeta } from '#app/http/page-meta.ts'
import { pageSpeech } from '#app/http/page-speech.ts'
import { publicHeaders } from '#app/http/public-page.ts'
import { localeOf } from '#app/http/responses.server.ts'
import { paths } from '#app/paths.ts'
import { feedLink } from '#app/ui/layout/feed-link.ts'

import { CommitmentsPage } from './page.tsx'

export const headers = publicHeaders

export const meta: MetaFunction<typeof loader> = (asked) => {
  const speech = pageSpeech(asked.params)
  const { data } = asked
  const title = speech.t('commitments.title')
  return [
    ...pageMeta(asked, {
      title,
      page: data?.shown.page,
      description: speech.t('commitments.lead'),
      path: (locale) => paths.commitments(locale, data?.filters),
      isView: asked.location.search !== '',
    }),
    feedLink(paths.commitments(speech.locale, data?.filters), title),
  ]
}

export function loader({ request, context, params }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url)
  return commitmentsPage(context.db, searchParams, localeOf(params), context.now())
}

export default function Route() {
  return <CommitmentsPage {...useLoaderData<typeof loader>()} />
}
