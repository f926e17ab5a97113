import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'

import { findingInput } from '#app/domain/reviews/review.ts'
import { acting } from '#app/http/context.server.ts'
import { textIn } from '#app/http/form-rows.ts'
import { pageSpeech } from '#app/http/page-speech.ts'
import { parseForm } from '#app/http/parse-form.ts'
import { localeOf, statusOf } from '#app/http/responses.server.ts'
import { caseBefore } from '#app/http/review-case.server.ts'
import { paths } from '#app/paths.ts'
import { pageTitle } from '#app/ui/layout/page-title.ts'
import { proposeFinding } from '#app/use-cases/reviews/propose-finding.server.ts'
import { takeOverReview } from '#app/use-cases/reviews/take-over-review.server.ts'
import { takeReport } from '#app/use-cases/reviews/take-report.server.ts'

import { ReviewReportPage } from './page.tsx'

export const meta: MetaFunction = ({ params }) => {
  const speech = pageSpeech(params)
  return [{ title: pageTitle(speech, speech.t('reviewing.title')) }]
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

  switch (textIn(form, 'intent')) {
    case 'take': {
      const taken = await takeReport(acting(context, actor), found.report.id)
      return taken.ok ? redirect(here, 303) : refused(taken.code)
    }
    case 'take-over': {
      const taken = await takeOverReview(acting(context, actor), reviewId)
      return taken.ok ? redirect(here, 303) : refused(taken.code)
    }
    default: {
      const submission = parseForm(form, findingInput)
      if (submission.status !== 'success')
        return data({ result: submission.reply() }, { status: 422 })
      const decided = await proposeFinding(acting(context, actor), reviewId, submission.value)
      if (decided.ok) return redirect(here, 303)
      const result = submission.reply({ formErrors: [decided.code] })
      return data({ result }, { status: statusOf(decided.code) })
    }
  }
}

const refused = (code: string) =>
  data({ result: { error: { '': [code] } } }, { status: statusOf(code) })

export default function Route() {
  return (
    <ReviewReportPage
      {...useLoaderData<typeof loader>()}
      result={useActionData<typeof action>()?.result}
    />
  )
}
