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
import { startSession } from '#app/auth/sessions.server.ts'
import { givenPassword, leastCharacters, newPassword } from '#app/domain/accounts/password.ts'
import { acting } from '#app/http/context.server.ts'
import { formAnswer } from '#app/http/form-answer.server.ts'
import { pageSpeech } from '#app/http/page-speech.ts'
import { parseForm } from '#app/http/parse-form.ts'
import { localeOf } from '#app/http/responses.server.ts'
import { paths } from '#app/paths.ts'
import { pageTitle } from '#app/ui/layout/page-title.ts'
import { changePassword } from '#app/use-cases/accounts/change-password.server.ts'

import { ChangePasswordPage } from './page.tsx'

export const meta: MetaFunction = ({ params }) => {
  const speech = pageSpeech(params)
  return [{ title: pageTitle(speech, speech.t('account.password.title')) }]
}

export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { actor, roles } = await requireSession(request, context, params)
  return { person: actor, least: leastCharacters(roles) }
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const session = await requireSession(request, context, params)
  const { actor } = session
  const schema = z.object({
    current: givenPassword.min(1, 'missing'),
    password: newPassword(leastCharacters(session.roles)),
  })
  const submission = parseForm(await request.formData(), schema)
  const reply = { hideFields: ['current', 'password'] }
  if (submission.status !== 'success') return formAnswer(submission.reply(reply))

  const { attempts, isKnownPassword: isKnown } = context
  const agent = request.headers.get('User-Agent')
  const kept = { sessionId: session.id, tries: attempts.passwords, isKnown, agent }
  const changing = { ...acting(context, actor), ...kept, actor }
  const result = await changePassword(changing, submission.value)
  if (!result.ok) {
    const { code } = result
    if ('seconds' in result)
      return formAnswer(submission.reply({ ...reply, formErrors: [code] }), result.seconds)
    const field = code === 'wrong-password' ? 'current' : 'password'
    return formAnswer(submission.reply({ ...reply, fieldErrors: { [field]: [code] } }))
  }
  const secondFactor = session.secondFactorAt !== null
  const cookie = await startSession(context, request, actor.userId, { secondFactor })
  return redirect(paths.account(localeOf(params), { done: 'password' }), {
    status: 303,
    headers: { 'Set-Cookie': cookie },
  })
}

export default function Route() {
  const answered = useActionData<typeof action>()
  return (
    <ChangePasswordPage
      {...useLoaderData<typeof loader>()}
      result={answered?.result}
      wait={answered?.wait}
    />
  )
}
