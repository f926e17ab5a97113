import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'

import { organisationsPage } from '#app/db/read/organisations.server.ts'
import { pageSpeech } from '#app/http/page-speech.ts'
import { publicHeaders } from '#app/http/public-page.ts'
import { localeOf } from '#app/http/responses.server.ts'
import { paths } from '#app/paths.ts'
import { feedLink } from '#app/ui/layout/feed-link.ts'
import { pageTitle } from '#app/ui/layout/page-title.ts'

import { OrganisationsPage } from './page.tsx'

export const headers = publicHeaders

export const meta: MetaFunction<typeof loader> = ({ params, data }) => {
  const speech = pageSpeech(params)
  const title = speech.t('organisations.title')
  return [
    { title: pageTitle(speech, title, { page: data?.shown.page }) },
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
