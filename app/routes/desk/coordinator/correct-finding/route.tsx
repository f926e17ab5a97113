import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'

import { correctionInput } from '#app/domain/reviews/review.ts'
import { acting } from '#app/http/context.server.ts'
import { pageSpeech } from '#app/http/page-speech.ts'
import { parseForm } from '#app/http/parse-form.ts'
import { localeOf, statusOf } from '#app/http/responses.server.ts'
import { caseBefore } from '#app/http/review-case.server.ts'
import { paths } from '#app/paths.ts'
import { pageTitle } from '#app/ui/layout/page-title.ts'
import { proposeCorrection } from '#app/use-cases/reviews/propose-correction.server.ts'

import { CorrectFindingPage } from './page.tsx'

export const meta: MetaFunction = ({ params }) => {
  const speech = pageSpeech(params)
  return [{ title: pageTitle(speech, speech.t('correcting.title')) }]
}

export async function loader(args: LoaderFunctionArgs) {
  const { actor, found } = await caseBefore(args)
  return { person: actor, ...found }
}

export async function action(args: ActionFunctionArgs) {
  const { request, context, params } = args
  const { actor, found } = await caseBefore(args)
  const submission = parseForm(await request.formData(), correctionInput)
  if (submission.status !== 'success') return data({ result: submission.reply() }, { status: 422 })
  const { id } = found.report
  const result = await proposeCorrection(acting(context, actor), id, submission.value)
  if (result.ok) return redirect(paths.reviewReport(localeOf(params), id), 303)
  const refused = submission.reply({ formErrors: [result.code] })
  return data({ result: refused }, { status: statusOf(result.code) })
}

export default function Route() {
  return (
    <CorrectFindingPage
      {...useLoaderData<typeof loader>()}
      result={useActionData<typeof action>()?.result}
    />
  )
}
