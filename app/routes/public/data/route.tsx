import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'

import { dataPage } from '#app/db/read/data-page.server.ts'
import { pageMeta } from '#app/http/page-meta.ts'
import { pageSpeech } from '#app/http/page-speech.ts'
import { publicHeaders } from '#app/http/public-page.ts'
import { localeOf } from '#app/http/responses.server.ts'
import { paths } from '#app/paths.ts'

import { DataPage } from './page.tsx'

export const headers = publicHeaders

export const meta: MetaFunction = (asked) => {
  const speech = pageSpeech(asked.params)
  return pageMeta(asked, {
    title: speech.t('downloads.title'),
    description: speech.t('downloads.lead'),
    path: paths.data,
  })
}

export async function loader({ context, params }: LoaderFunctionArgs) {
  localeOf(params)
  return { ...(await dataPage(context.db, context.now())), origin: context.origin }
}

export default function Route() {
  return <DataPage {...useLoaderData<typeof loader>()} />
}
