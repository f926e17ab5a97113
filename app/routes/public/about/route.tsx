import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'

import { declarationRules } from '#app/db/read/declarations.server.ts'
import { pageSpeech } from '#app/http/page-speech.ts'
import { publicHeaders } from '#app/http/public-page.ts'
import { localeOf } from '#app/http/responses.server.ts'
import { pageTitle } from '#app/ui/layout/page-title.ts'

import { AboutPage } from './page.tsx'

export const headers = publicHeaders

export const meta: MetaFunction = ({ params }) => {
  const speech = pageSpeech(params)
  return [{ title: pageTitle(speech, speech.t('about.title')) }]
}

export function loader({ context, params }: LoaderFunctionArgs) {
  localeOf(params)
  return declarationRules(context.db, context.now())
}

export default function Route() {
  return <AboutPage {...useLoaderData<typeof loader>()} />
}
