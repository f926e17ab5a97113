import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'

import { organisationPage } from '#app/db/read/organisations.server.ts'
import { pageSpeech } from '#app/http/page-speech.ts'
import { publicHeaders } from '#app/http/public-page.ts'
import { localeOf, notFound } from '#app/http/responses.server.ts'
import { pageTitle } from '#app/ui/layout/page-title.ts'

import { OrganisationPage } from './page.tsx'

export const headers = publicHeaders

export const meta: MetaFunction<typeof loader> = ({ params, data }) => {
  const speech = pageSpeech(params)
  return [{ title: pageTitle(speech, speech.words(data?.organisation.names ?? {}).text) }]
}

export async function loader({ context, params }: LoaderFunctionArgs) {
  const locale = localeOf(params)
  const page = await organisationPage(context.db, params['id'] ?? '', locale, context.now())
  return page ?? notFound()
}

export default function Route() {
  return <OrganisationPage {...useLoaderData<typeof loader>()} />
}
