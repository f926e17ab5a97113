import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'

import { requirePartner } from '#app/auth/guards.server.ts'
import { reportPage } from '#app/db/read/reports.server.ts'
import { handInInput } from '#app/domain/milestones/report.ts'
import { acting } from '#app/http/context.server.ts'
import { pageSpeech } from '#app/http/page-speech.ts'
import { parseForm } from '#app/http/parse-form.ts'
import { localeOf, notFound, statusOf } from '#app/http/responses.server.ts'
import { paths } from '#app/paths.ts'
import { pageTitle } from '#app/ui/layout/page-title.ts'
import { submitReport } from '#app/use-cases/milestones/submit-report.server.ts'

import { SubmitReportPage } from './page.tsx'

export const meta: MetaFunction = ({ params }) => {
  const speech = pageSpeech(params)
  return [{ title: pageTitle(speech, speech.t('hand-in.title')) }]
}

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requirePartner(request, context, params)
  const found = await reportPage(context.db, actor, params['id'] ?? '', context.now())
  return { person: actor, ...(found ?? notFound()) }
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requirePartner(request, context, params)
  const id = params['id'] ?? ''
  if (!(await reportPage(context.db, actor, id, context.now()))) notFound()

  const submission = parseForm(await request.formData(), handInInput)
  if (submission.status !== 'success') return data({ result: submission.reply() }, { status: 422 })
  const result = await submitReport(acting(context, actor), id)
  // A second click finds the report handed in: both lead to the same receipt.
  if (result.ok || result.code === 'report-not-editable')
    return redirect(paths.report(localeOf(params), id), 303)
  const refused = submission.reply({ formErrors: [result.code] })
  return data({ result: refused }, { status: statusOf(result.code) })
}

export default function Route() {
  return (
    <SubmitReportPage
      {...useLoaderData<typeof loader>()}
      result={useActionData<typeof action>()?.result}
    />
  )
}
