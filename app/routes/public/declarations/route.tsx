import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'

import { declarationsPage } from '#app/db/read/declarations.server.ts'
import { pageMeta } from '#app/http/page-meta.ts'
import { pageSpeech } from '#app/http/page-speech.ts'
import { publicHeaders } from '#app/http/public-page.ts'
import { localeOf } from '#app/http/responses.server.ts'
import { paths } from '#app/paths.ts'

import { DeclarationsPage } from './page.tsx'

export const headers = publicHeaders

export const meta: MetaFunction = (asked) => {
  const speech = pageSpeech(asked.params)
  return pageMeta(asked, {
    title: speech.t('declarations.title'),
    description: speech.t('declarations.lead'),
    path: paths.declarations,
  })
}

export function loader({ context, params }: LoaderFunctionArgs) {
  localeOf(params)
  return declarationsPage(context.db, context.now())
}

export default function Route() {
  return <DeclarationsPage {...useLoaderData<typeof loader>()} />
}
