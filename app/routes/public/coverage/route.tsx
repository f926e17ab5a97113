import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'

import { coveragePage } from '#app/db/read/coverage.server.ts'
import { readCoverageView } from '#app/domain/browsing/coverage.ts'
import { pageMeta } from '#app/http/page-meta.ts'
import { pageSpeech } from '#app/http/page-speech.ts'
import { publicHeaders } from '#app/http/public-page.ts'
import { localeOf } from '#app/http/responses.server.ts'
import { paths } from '#app/paths.ts'

import { CoveragePage } from './page.tsx'

export const headers = publicHeaders

export const meta: MetaFunction<typeof loader> = (asked) => {
  const speech = pageSpeech(asked.params)
  const title = asked.data?.declaration?.title
  return pageMeta(asked, {
    title: speech.t('coverage.title'),
    description: title && speech.t('coverage.lead', { declaration: speech.words(title).text }),
    path: (locale) => paths.coverage(locale),
    isView: asked.location.search !== '',
  })
}

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  localeOf(params)
  const { searchParams } = new URL(request.url)
  const page = await coveragePage(context.db, searchParams, context.now())
  return { ...page, view: readCoverageView(searchParams), origin: context.origin }
}

export default function Route() {
  return <CoveragePage {...useLoaderData<typeof loader>()} />
}
