import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'

import { questionsInput } from '#app/domain/commitments/commitment.ts'
import { acting } from '#app/http/context.server.ts'
import { isBlankRow, rowsAfter, rowsOf, textIn, withRows } from '#app/http/form-rows.ts'
import { pageSpeech } from '#app/http/page-speech.ts'
import { parseForm } from '#app/http/parse-form.ts'
import { localeOf, statusOf } from '#app/http/responses.server.ts'
import { caseBefore } from '#app/http/review-case.server.ts'
import { paths } from '#app/paths.ts'
import { pageTitle } from '#app/ui/layout/page-title.ts'
import { returnReport } from '#app/use-cases/reviews/return-report.server.ts'

import { ReturnReportPage } from './page.tsx'

export const meta: MetaFunction = ({ params }) => {
  const speech = pageSpeech(params)
  return [{ title: pageTitle(speech, speech.t('returning.title')) }]
}

export async function loader(args: LoaderFunctionArgs) {
  const { actor, found } = await caseBefore(args)
  return { person: actor, ...found }
}

export async function action(args: ActionFunctionArgs) {
  const { request, context, params } = args
  const { actor, found } = await caseBefore(args)
  const form = await request.formData()
  const rows = rowsOf(form, 'questions')
  const changed = rowsAfter(rows, 'questions', textIn(form, 'intent'))
  if (changed) {
    const { initialValue } = parseForm(withRows(form, 'questions', changed), questionsInput).reply()
    return data({ result: { initialValue }, rows: changed.length })
  }

  const written = rows.filter((row) => !isBlankRow(row))
  const asked = written.length > 0 ? written : [{ field: '', text: '' }]
  const submission = parseForm(withRows(form, 'questions', asked), questionsInput)
  const shown = asked.length
  if (submission.status !== 'success')
    return data({ result: submission.reply(), rows: shown }, { status: 422 })
  const { questions } = submission.value
  const result = await returnReport(acting(context, actor), textIn(form, 'review'), questions)
  if (result.ok) return redirect(paths.reviewReport(localeOf(params), found.report.id), 303)
  const refused = submission.reply({ formErrors: [result.code] })
  return data({ result: refused, rows: shown }, { status: statusOf(result.code) })
}

export default function Route() {
  const answered = useActionData<typeof action>()
  return (
    <ReturnReportPage
      {...useLoaderData<typeof loader>()}
      result={answered?.result}
      rows={answered?.rows ?? 1}
    />
  )
}
