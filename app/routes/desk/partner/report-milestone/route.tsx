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
import { doubtsAbout, reportDraftInput, reportInput } from '#app/domain/milestones/report.ts'
import { acting } from '#app/http/context.server.ts'
import { textIn } from '#app/http/form-rows.ts'
import { pageSpeech } from '#app/http/page-speech.ts'
import { parseForm } from '#app/http/parse-form.ts'
import { localeOf, notFound, statusOf } from '#app/http/responses.server.ts'
import { paths, withQuery } from '#app/paths.ts'
import { pageTitle } from '#app/ui/layout/page-title.ts'
import { editReport } from '#app/use-cases/milestones/edit-report.server.ts'
import { keepReport } from '#app/use-cases/milestones/keep-report.server.ts'

import { ReportMilestonePage } from './page.tsx'

export const meta: MetaFunction = ({ params }) => {
  const speech = pageSpeech(params)
  return [{ title: pageTitle(speech, speech.t('reporting.edit.title')) }]
}

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requirePartner(request, context, params)
  const found = await reportPage(context.db, actor, params['id'] ?? '', context.now())
  return { person: actor, ...(found ?? notFound()) }
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requirePartner(request, context, params)
  const id = params['id'] ?? ''
  const found = (await reportPage(context.db, actor, id, context.now())) ?? notFound()

  const form = await request.formData()
  if (textIn(form, 'intent') === 'leave') {
    const draft = parseForm(form, reportDraftInput)
    if (draft.status !== 'success')
      return data({ result: draft.reply(), doubts: [] }, { status: 422 })
    const kept = await keepReport(acting(context, actor), id, draft.value)
    if (kept.ok)
      return redirect(withQuery(paths.report(localeOf(params), id), { done: 'saved' }), 303)
    const refused = draft.reply({ formErrors: [kept.code] })
    return data({ result: refused, doubts: [] }, { status: statusOf(kept.code) })
  }

  const submission = parseForm(form, reportInput)
  if (submission.status !== 'success')
    return data({ result: submission.reply(), doubts: [] }, { status: 422 })
  if (textIn(form, 'intent') === 'change') return data({ result: submission.reply(), doubts: [] })

  const last = found.lastReviewed?.value ?? null
  const doubts = doubtsAbout(submission.value, found.milestone, last)
  const confirmed = textIn(form, 'confirmed').split(' ')
  if (doubts.some((doubt) => !confirmed.includes(doubt)))
    return data({ result: submission.reply(), doubts, claimed: submission.value.value })

  const result = await editReport(acting(context, actor), id, submission.value)
  if (result.ok) return redirect(paths.attachEvidence(localeOf(params), id), 303)
  const wrong =
    result.code === 'measured-in-the-future'
      ? { fieldErrors: { measuredOn: [result.code] } }
      : { formErrors: [result.code] }
  return data({ result: submission.reply(wrong), doubts: [] }, { status: statusOf(result.code) })
}

export default function Route() {
  const answered = useActionData<typeof action>()
  return (
    <ReportMilestonePage
      {...useLoaderData<typeof loader>()}
      result={answered?.result}
      doubts={answered?.doubts ?? []}
      claimed={answered && 'claimed' in answered ? answered.claimed : null}
    />
  )
}
