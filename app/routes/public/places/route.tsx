import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'

import { placesPage } from '#app/db/read/places.server.ts'
import { pageSpeech } from '#app/http/page-speech.ts'
import { publicHeaders } from '#app/http/public-page.ts'
import { localeOf } from '#app/http/responses.server.ts'
import { pageTitle } from '#app/ui/layout/page-title.ts'

import { PlacesPage } from './page.tsx'

export const headers = publicHeaders

export const meta: MetaFunction<typeof loader> = ({ params }) => {
  const speech = pageSpeech(params)
  return [{ title: pageTitle(speech, speech.t('places.title')) }]
}

export function loader({ request, context, params }: LoaderFunctionArgs) {
  localeOf(params)
  return placesPage(context.db, new URL(request.url).searchParams, context.now())
}

export default function Route() {
  return <PlacesPage {...useLoaderData<typeof loader>()} />
}
