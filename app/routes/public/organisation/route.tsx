import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'

import { organisationPage } from '#app/db/read/organisations.server.ts'
import { pageSpeech } from '#app/http/page-speech.ts'
import { publicHeaders } from '#app/http/public-page.ts'
import { localeOf, notFound } from '#app/http/responses.server.ts'
import { paths } from '#app/paths.ts'
import { feedLink } from '#app/ui/layout/feed-link.ts'
import { pageTitle } from '#app/ui/layout/page-title.ts'

import { OrganisationPage } from './page.tsx'

export const headers = publicHeaders

export const meta: MetaFunction<typeof loader> = ({ params, data }) => {
  const speech = pageSpeech(params)
  if (!data) return []
  const { id, names } = data.organisation
  const title = speech.words(names).text
  return [
    { title: pageTitle(speech, title) },
    feedLink(paths.organisation(speech.locale, id), title),
  ]
}

export async function loader({ context, params }: LoaderFunctionArgs) {
  const locale = localeOf(params)
  const page = await organisationPage(context.db, params['id'] ?? '', locale, context.now())
  if (!page) notFound()
  return { ...page, url: context.origin + paths.organisation(locale, page.organisation.id) }
}

export default function Route() {
  return <OrganisationPage {...useLoaderData<typeof loader>()} />
}
