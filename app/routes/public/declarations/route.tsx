import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'

import { declarationsPage } from '#app/db/read/declarations.server.ts'
import { pageSpeech } from '#app/http/page-speech.ts'
import { publicHeaders } from '#app/http/public-page.ts'
import { localeOf } from '#app/http/responses.server.ts'
import { pageTitle } from '#app/ui/layout/page-title.ts'

import { DeclarationsPage } from './page.tsx'

export const headers = publicHeaders

export const meta: MetaFunction = ({ params }) => {
  const speech = pageSpeech(params)
  return [{ title: pageTitle(speech, speech.t('declarations.title')) }]
}

export function loader({ context, params }: LoaderFunctionArgs) {
  localeOf(params)
  return declarationsPage(context.db, context.now())
}

export default function Route() {
  return <DeclarationsPage {...useLoaderData<typeof loader>()} />
}
