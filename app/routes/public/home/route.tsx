import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'

import { homePage } from '#app/db/read/home.server.ts'
import { pageSpeech } from '#app/http/page-speech.ts'
import { publicHeaders } from '#app/http/public-page.ts'
import { localeOf } from '#app/http/responses.server.ts'
import { paths } from '#app/paths.ts'
import { pageTitle } from '#app/ui/layout/page-title.ts'

import { HomePage } from './page.tsx'

export const headers = publicHeaders

export const meta: MetaFunction = ({ params }) => {
  const speech = pageSpeech(params)
  return [
    { title: pageTitle(speech, speech.t('home.title')) },
    { name: 'description', content: speech.t('home.lead') },
  ]
}

export async function loader({ context, params }: LoaderFunctionArgs) {
  const locale = localeOf(params)
  const home = await homePage(context.db, locale, context.now())
  return { ...home, url: context.origin + paths.home(locale) }
}

export default function Route() {
  return <HomePage {...useLoaderData<typeof loader>()} />
}
