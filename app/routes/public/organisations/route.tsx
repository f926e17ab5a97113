import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'

import { organisationsPage } from '#app/db/read/organisations.server.ts'
import { pageMeta } from '#app/http/page-meta.ts'
import { pageSpeech } from '#app/http/page-speech.ts'
import { publicHeaders } from '#app/http/public-page.ts'
import { localeOf } from '#app/http/responses.server.ts'
import { paths } from '#app/paths.ts'
import { feedLink } from '#app/ui/layout/feed-link.ts'

import { OrganisationsPage } from './page.tsx'

export const headers = publicHeaders

export const meta: MetaFunction<typeof loader> = (asked) => {
  const speech = pageSpeech(asked.params)
  const { data } = asked
  const title = speech.t('organisations.title')
  return [
    ...pageMeta(asked, {
      title,
      page: data?.shown.page,
      description: speech.t('organisations.lead'),
      path: (locale) => paths.organisations(locale, data?.filters),
      isView: asked.location.search !== '',
    }),
    feedLink(paths.organisations(speech.locale, data?.filters), title),
  ]
}

export function loader({ request, context, params }: LoaderFunctionArgs) {
  localeOf(params)
  return organisationsPage(context.db, new URL(request.url).searchParams, context.now())
}

export default function Route() {
  return <OrganisationsPage {...useLoaderData<typeof loader>()} />
}
