import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'

import { requirePartner } from '#app/auth/guards.server.ts'
import { milestoneToReport } from '#app/db/read/reports.server.ts'
import { acting } from '#app/http/context.server.ts'
import { pageSpeech } from '#app/http/page-speech.ts'
import { localeOf, notFound, statusOf } from '#app/http/responses.server.ts'
import { paths } from '#app/paths.ts'
import { pageTitle } from '#app/ui/layout/page-title.ts'
import { draftReport } from '#app/use-cases/milestones/draft-report.server.ts'

import { DraftReportPage } from './page.tsx'

export const meta: MetaFunction = ({ params }) => {
  const speech = pageSpeech(params)
  return [{ title: pageTitle(speech, speech.t('reporting.start.title')) }]
}

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requirePartner(request, context, params)
  const found = await milestoneToReport(context.db, actor, params['id'] ?? '')
  return { person: actor, ...(found ?? notFound()) }
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requirePartner(request, context, params)
  const locale = localeOf(params)
  const id = params['id'] ?? ''
  if (!(await milestoneToReport(context.db, actor, id))) notFound()
  const result = await draftReport(acting(context, actor), id)
  if (result.ok) return redirect(paths.reportMilestone(locale, result.value.report.id), 303)
  // Asked twice, or by two at once: everybody goes on with the one that is open.
  const open = (await milestoneToReport(context.db, actor, id))?.openReportId
  if (result.code === 'report-already-open' && open)
    return redirect(paths.reportMilestone(locale, open), 303)
  return data({ code: result.code }, { status: statusOf(result.code) })
}

export default function Route() {
  return (
    <DraftReportPage
      {...useLoaderData<typeof loader>()}
      refused={useActionData<typeof action>()?.code}
    />
  )
}
