import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'

import { sendBackInput } from '#app/domain/reviews/review.ts'
import { acting } from '#app/http/context.server.ts'
import { textIn } from '#app/http/form-rows.ts'
import { pageSpeech } from '#app/http/page-speech.ts'
import { parseForm } from '#app/http/parse-form.ts'
import { localeOf, statusOf } from '#app/http/responses.server.ts'
import { caseBefore } from '#app/http/review-case.server.ts'
import { paths } from '#app/paths.ts'
import { pageTitle } from '#app/ui/layout/page-title.ts'
import { confirmFinding } from '#app/use-cases/reviews/confirm-finding.server.ts'
import { sendBackFinding } from '#app/use-cases/reviews/send-back-finding.server.ts'

import { ConfirmFindingPage } from './page.tsx'

export const meta: MetaFunction = ({ params }) => {
  const speech = pageSpeech(params)
  return [{ title: pageTitle(speech, speech.t('confirming.title')) }]
}

export async function loader(args: LoaderFunctionArgs) {
  const { actor, found } = await caseBefore(args)
  return { person: actor, ...found }
}

export async function action(args: ActionFunctionArgs) {
  const { request, context, params } = args
  const { actor, found } = await caseBefore(args)
  const here = paths.reviewReport(localeOf(params), found.report.id)
  const form = await request.formData()
  const reviewId = textIn(form, 'review')

  if (textIn(form, 'intent') === 'confirm') {
    const confirmed = await confirmFinding(acting(context, actor), reviewId)
    if (confirmed.ok) return redirect(here, 303)
    const result = { error: { '': [confirmed.code] } }
    return data({ result }, { status: statusOf(confirmed.code) })
  }
  const submission = parseForm(form, sendBackInput)
  if (submission.status !== 'success') return data({ result: submission.reply() }, { status: 422 })
  const sent = await sendBackFinding(acting(context, actor), reviewId, submission.value.reason)
  if (sent.ok) return redirect(here, 303)
  const result = submission.reply({ formErrors: [sent.code] })
  return data({ result }, { status: statusOf(sent.code) })
}

export default function Route() {
  return (
    <ConfirmFindingPage
      {...useLoaderData<typeof loader>()}
      result={useActionData<typeof action>()?.result}
    />
  )
}
