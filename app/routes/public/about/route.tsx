import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'

import { declarationRules } from '#app/db/read/declarations.server.ts'
import { pageMeta } from '#app/http/page-meta.ts'
import { pageSpeech } from '#app/http/page-speech.ts'
import { publicHeaders } from '#app/http/public-page.ts'
import { localeOf } from '#app/http/responses.server.ts'
import { paths } from '#app/paths.ts'

import { AboutPage } from './page.tsx'

export const headers = publicHeaders

export const meta: MetaFunction = (asked) => {
  const speech = pageSpeech(asked.params)
  return pageMeta(asked, {
    title: speech.t('about.title'),
    description: speech.t('about.lead'),
    path: paths.about,
  })
}

export function loader({ context, params }: LoaderFunctionArgs) {
  localeOf(params)
  return declarationRules(context.db, context.now())
}

export default function Route() {
  return <AboutPage {...useLoaderData<typeof loader>()} />
}
