import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'

import { dataPage } from '#app/db/read/data-page.server.ts'
import { pageSpeech } from '#app/http/page-speech.ts'
import { publicHeaders } from '#app/http/public-page.ts'
import { localeOf } from '#app/http/responses.server.ts'
import { pageTitle } from '#app/ui/layout/page-title.ts'

import { DataPage } from './page.tsx'

export const headers = publicHeaders

export const meta: MetaFunction = ({ params }) => {
  const speech = pageSpeech(params)
  return [{ title: pageTitle(speech, speech.t('downloads.title')) }]
}

export async function loader({ context, params }: LoaderFunctionArgs) {
  localeOf(params)
  return { ...(await dataPage(context.db, context.now())), origin: context.origin }
}

export default function Route() {
  return <DataPage {...useLoaderData<typeof loader>()} />
}
