import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'

import { placesPage } from '#app/db/read/places.server.ts'
import { pageMeta } from '#app/http/page-meta.ts'
import { pageSpeech } from '#app/http/page-speech.ts'
import { publicHeaders } from '#app/http/public-page.ts'
import { localeOf } from '#app/http/responses.server.ts'
import { paths } from '#app/paths.ts'

import { PlacesPage } from './page.tsx'

export const headers = publicHeaders

export const meta: MetaFunction = (asked) => {
  const speech = pageSpeech(asked.params)
  return pageMeta(asked, {
    title: speech.t('places.title'),
    description: speech.t('places.lead'),
    path: (locale) => paths.places(locale),
    isView: asked.location.search !== '',
  })
}

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  localeOf(params)
  const { searchParams } = new URL(request.url)
  const page = await placesPage(context.db, searchParams, context.now())
  return { ...page, origin: context.origin }
}

export default function Route() {
  return <PlacesPage {...useLoaderData<typeof loader>()} />
}
