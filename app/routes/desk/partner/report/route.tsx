import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'

import { requirePartner } from '#app/auth/guards.server.ts'
import { reportPage } from '#app/db/read/reports.server.ts'
import { dayOf } from '#app/domain/shared/dates.ts'
import { pageSpeech } from '#app/http/page-speech.ts'
import { notFound } from '#app/http/responses.server.ts'
import { doneIn } from '#app/ui/layout/done.ts'
import { pageTitle } from '#app/ui/layout/page-title.ts'

import { ReportPage } from './page.tsx'

export const meta: MetaFunction = ({ params }) => {
  const speech = pageSpeech(params)
  return [{ title: pageTitle(speech, speech.t('report.title')) }]
}

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requirePartner(request, context, params)
  const now = context.now()
  const found = await reportPage(context.db, actor, params['id'] ?? '', now)
  const done = doneIn(request.url)
  return { person: actor, today: dayOf(now), done, ...(found ?? notFound()) }
}

export default function Route() {
  return <ReportPage {...useLoaderData<typeof loader>()} />
}
