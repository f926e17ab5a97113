import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'

import { apiPage } from '#app/db/read/api-page.server.ts'
import { openApiDocument } from '#app/domain/open-data/openapi.ts'
import { pageMeta } from '#app/http/page-meta.ts'
import { pageSpeech } from '#app/http/page-speech.ts'
import { publicHeaders } from '#app/http/public-page.ts'
import { localeOf } from '#app/http/responses.server.ts'
import { paths } from '#app/paths.ts'

import { ApiPage } from './page.tsx'

export const headers = publicHeaders

export const meta: MetaFunction = (asked) => {
  const speech = pageSpeech(asked.params)
  return pageMeta(asked, {
    title: speech.t('api.title'),
    description: speech.t('api.lead'),
    path: paths.api,
  })
}

export async function loader({ context, params }: LoaderFunctionArgs) {
  localeOf(params)
  const { newest, record } = await apiPage(context.db, context.now())
  return { newest, record, origin: context.origin }
}

export default function Route() {
  const { origin, ...page } = useLoaderData<typeof loader>()
  return <ApiPage {...page} document={openApiDocument(origin)} />
}
