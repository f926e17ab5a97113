import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'

import { homePage } from '#app/db/read/home.server.ts'
import { pageMeta } from '#app/http/page-meta.ts'
import { pageSpeech } from '#app/http/page-speech.ts'
import { publicHeaders } from '#app/http/public-page.ts'
import { localeOf } from '#app/http/responses.server.ts'
import { paths } from '#app/paths.ts'

import { HomePage } from './page.tsx'

export const headers = publicHeaders

export const meta: MetaFunction = (asked) => {
  const speech = pageSpeech(asked.params)
  return pageMeta(asked, {
    title: speech.t('home.title'),
    description: speech.t('home.lead'),
    path: paths.home,
    anyLanguage: '/',
  })
}

export async function loader({ context, params }: LoaderFunctionArgs) {
  const locale = localeOf(params)
  const home = await homePage(context.db, locale, context.now())
  return { ...home, url: context.origin + paths.home(locale) }
}

export default function Route() {
  return <HomePage {...useLoaderData<typeof loader>()} />
}
