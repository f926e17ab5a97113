import {
  redirect,
  type ActionFunctionArgs,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { z } from 'zod'

import { emailSchema } from '#app/domain/accounts/account.ts'
import { formAnswer } from '#app/http/form-answer.server.ts'
import { pageSpeech } from '#app/http/page-speech.ts'
import { parseForm } from '#app/http/parse-form.ts'
import { localeOf } from '#app/http/responses.server.ts'
import { paths } from '#app/paths.ts'
import { pageTitle } from '#app/ui/layout/page-title.ts'
import { askReset } from '#app/use-cases/accounts/ask-reset.server.ts'

import { AskResetPage } from './page.tsx'

const askForm = z.object({ email: emailSchema })

export const meta: MetaFunction = ({ params }) => {
  const speech = pageSpeech(params)
  return [{ title: pageTitle(speech, speech.t('reset.ask.title')) }]
}

export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders

export const loader = ({ params }: LoaderFunctionArgs) => ({ locale: localeOf(params) })

export async function action({ request, context, params }: ActionFunctionArgs) {
  const locale = localeOf(params)
  const submission = parseForm(await request.formData(), askForm)
  if (submission.status !== 'success') return formAnswer(submission.reply())
  const { email } = submission.value
  const turn = await context.attempts.letters.take(email)
  if (!turn.ok)
    return formAnswer(submission.reply({ formErrors: ['too-many-letters'] }), turn.seconds)
  await askReset({ db: context.db, now: context.now() }, { email, locale })
  const shown = context.demonstration ? { to: email } : {}
  return redirect(paths.lookIntoMail(locale, { about: 'reset', ...shown }), 303)
}

export default function Route() {
  const answered = useActionData<typeof action>()
  return <AskResetPage result={answered?.result} wait={answered?.wait} />
}
