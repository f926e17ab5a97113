import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'

import { requireCoordinator } from '#app/auth/guards.server.ts'
import { screeningPage } from '#app/db/read/screening.server.ts'
import { screeningInput } from '#app/domain/commitments/screening.ts'
import { acting } from '#app/http/context.server.ts'
import { isBlankRow, rowsAfter, rowsOf, textIn, withRows } from '#app/http/form-rows.ts'
import { pageSpeech } from '#app/http/page-speech.ts'
import { parseForm } from '#app/http/parse-form.ts'
import { localeOf, notFound, statusOf } from '#app/http/responses.server.ts'
import { paths } from '#app/paths.ts'
import { pageTitle } from '#app/ui/layout/page-title.ts'
import { screenCommitment } from '#app/use-cases/commitments/screen-commitment.server.ts'

import { ScreenCommitmentPage } from './page.tsx'

export const meta: MetaFunction = ({ params }) => {
  const speech = pageSpeech(params)
  return [{ title: pageTitle(speech, speech.t('screening.title')) }]
}

/** The case, while it is at the door; drafts are not there, whoever asks and however. */
async function caseAt({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireCoordinator(request, context, params)
  const page = await screeningPage(context.db, actor, params['id'] ?? '', context.now())
  if (page?.conflicted) throw data({ code: 'conflict-of-interest' }, { status: 403 })
  const found = page ?? notFound()
  if (found.commitment.state !== 'submitted')
    throw data({ code: 'commitment-not-submitted' }, { status: 409 })
  return { person: actor, ...found }
}

export const loader = (args: LoaderFunctionArgs) => caseAt(args)

export async function action(args: ActionFunctionArgs) {
  const { request, context, params } = args
  const { person: actor, commitment } = await caseAt(args)
  const form = await request.formData()
  const decision = textIn(form, 'decision')
  const rows = rowsOf(form, 'questions')
  const changed = rowsAfter(rows, 'questions', textIn(form, 'intent'))
  if (changed) {
    const { initialValue } = parseForm(withRows(form, 'questions', changed), screeningInput).reply()
    return data({ decision, result: { initialValue }, rows: changed.length })
  }

  const asked = rows.filter((row) => !isBlankRow(row))
  // With nothing asked, the first row stays: its fields say what is missing.
  const kept = asked.length > 0 ? asked : [{ field: '', text: '' }]
  const submission = parseForm(withRows(form, 'questions', kept), screeningInput)
  const shown = { decision, rows: kept.length }
  if (submission.status !== 'success')
    return data({ ...shown, result: submission.reply() }, { status: 422 })

  const result = await screenCommitment(acting(context, actor), commitment.id, submission.value)
  if (result.ok)
    return redirect(paths.queue(localeOf(params), { done: submission.value.decision }), 303)
  const refused = submission.reply({ formErrors: [result.code] })
  return data({ ...shown, result: refused }, { status: statusOf(result.code) })
}

export default function Route() {
  const answered = useActionData<typeof action>()
  return (
    <ScreenCommitmentPage
      {...useLoaderData<typeof loader>()}
      decision={answered?.decision}
      result={answered?.result}
      rows={answered?.rows ?? 1}
    />
  )
}
