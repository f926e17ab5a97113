import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'

import { milestonesPage } from '#app/db/read/milestones.server.ts'
import { pageSpeech } from '#app/http/page-speech.ts'
import { publicHeaders } from '#app/http/public-page.ts'
import { localeOf } from '#app/http/responses.server.ts'
import { pageTitle } from '#app/ui/layout/page-title.ts'

import { MilestonesPage } from './page.tsx'
import { periodInWords } from './period-in-words.ts'

export const headers = publicHeaders

export const meta: MetaFunction<typeof loader> = ({ params, data }) => {
  const speech = pageSpeech(params)
  if (!data) return []
  const title = `${speech.t('calendar.title')}: ${periodInWords(data.period, speech)}`
  return [{ title: pageTitle(speech, title, { page: data.shown.page }) }]
}

export function loader({ request, context, params }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url)
  return milestonesPage(context.db, searchParams, localeOf(params), context.now())
}

export default function Route() {
  return <MilestonesPage {...useLoaderData<typeof loader>()} />
}
