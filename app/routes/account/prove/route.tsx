import {
  redirect,
  type ActionFunctionArgs,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'

import { requireSession } from '#app/auth/guards.server.ts'
import { proveSession } from '#app/auth/sessions.server.ts'
import { givenPassword } from '#app/domain/accounts/password.ts'
import { formAnswer } from '#app/http/form-answer.server.ts'
import { pageSpeech } from '#app/http/page-speech.ts'
import { parseForm } from '#app/http/parse-form.ts'
import { localeOf, safePath } from '#app/http/responses.server.ts'
import { paths } from '#app/paths.ts'
import { pageTitle } from '#app/ui/layout/page-title.ts'
import { checkPassword } from '#app/use-cases/accounts/check-password.server.ts'

import { ProvePage } from './page.tsx'

const proof = z.object({ password: givenPassword.min(1, 'missing') })

export const meta: MetaFunction = ({ params }) => {
  const speech = pageSpeech(params)
  return [{ title: pageTitle(speech, speech.t('account.prove.title')) }]
}

export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders

export const loader = async ({ request, context, params }: LoaderFunctionArgs) => ({
  person: (await requireSession(request, context, params)).actor,
})

export async function action({ request, context, params }: ActionFunctionArgs) {
  const session = await requireSession(request, context, params)
  const submission = parseForm(await request.formData(), proof)
  const reply = { hideFields: ['password'] }
  if (submission.status !== 'success') return formAnswer(submission.reply(reply))

  const { db, attempts, address: from } = context
  const agent = request.headers.get('User-Agent')
  const trying = { db, now: context.now(), tries: attempts.passwords, from, agent }
  const { password } = submission.value
  const result = await checkPassword(trying, { email: session.actor.email, password })
  if (!result.ok && 'seconds' in result)
    return formAnswer(submission.reply({ ...reply, formErrors: [result.code] }), result.seconds)
  if (!result.ok || result.value.userId !== session.userId)
    return formAnswer(submission.reply({ ...reply, fieldErrors: { password: ['wrong-password'] } }))

  await proveSession(context, session)
  const to = safePath(new URL(request.url).searchParams.get('to'), context.origin)
  return redirect(to === '/' ? paths.account(localeOf(params)) : to, 303)
}

export default function Route() {
  const answered = useActionData<typeof action>()
  return (
    <ProvePage
      {...useLoaderData<typeof loader>()}
      result={answered?.result}
      wait={answered?.wait}
    />
  )
}
