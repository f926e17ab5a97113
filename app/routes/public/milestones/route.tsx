import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'

import { milestonesPage } from '#app/db/read/milestones.server.ts'
import { pageMeta } from '#app/http/page-meta.ts'
import { pageSpeech } from '#app/http/page-speech.ts'
import { publicHeaders } from '#app/http/public-page.ts'
import { localeOf } from '#app/http/responses.server.ts'
import { paths } from '#app/paths.ts'

import { MilestonesPage } from './page.tsx'
import { periodInWords } from './period-in-words.ts'

export const headers = publicHeaders

export const meta: MetaFunction<typeof loader> = (asked) => {
  const speech = pageSpeech(asked.params)
  const { data } = asked
  if (!data) return []
  const { period, filters, states, shown } = data
  const month = asked.location.search === '' ? undefined : period
  return pageMeta(asked, {
    title: `${speech.t('calendar.title')}: ${periodInWords(period, speech)}`,
    page: shown.page,
    description: speech.t('calendar.lead'),
    path: (locale) => paths.milestones(locale, { month, state: states, ...filters }),
    isView: asked.location.search !== '',
  })
}

export function loader({ request, context, params }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url)
  return milestonesPage(context.db, searchParams, localeOf(params), context.now())
}

export default function Route() {
  return <MilestonesPage {...useLoaderData<typeof loader>()} />
}
