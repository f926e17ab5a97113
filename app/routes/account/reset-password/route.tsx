import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'

import { linkHolder } from '#app/db/read/own-account.server.ts'
import { agentOf } from '#app/domain/accounts/browser.ts'
import { leastCharacters, newPassword } from '#app/domain/accounts/password.ts'
import { pageSpeech } from '#app/http/page-speech.ts'
import { parseForm } from '#app/http/parse-form.ts'
import { localeOf, statusOf } from '#app/http/responses.server.ts'
import { paths, withQuery } from '#app/paths.ts'
import { pageTitle } from '#app/ui/layout/page-title.ts'
import { hashOfLink } from '#app/use-cases/accounts/links.server.ts'
import { resetPassword } from '#app/use-cases/accounts/reset-password.server.ts'

import { ResetOverPage, ResetPasswordPage } from './page.tsx'

export const meta: MetaFunction = ({ params }) => {
  const speech = pageSpeech(params)
  return [{ title: pageTitle(speech, speech.t('reset.title')) }]
}

const tokenIn = (request: Request) => new URL(request.url).searchParams.get('token') ?? ''

const holder = ({ request, context }: LoaderFunctionArgs) =>
  linkHolder(context.db, hashOfLink(tokenIn(request)), 'reset-password', context.now())

export async function loader(args: LoaderFunctionArgs) {
  localeOf(args.params)
  const link = await holder(args)
  if (!link.ok) return data({ over: true as const }, { status: statusOf(link.code) })
  return data({ email: link.value.email, least: leastCharacters(link.value) })
}

export async function action(args: ActionFunctionArgs) {
  const { request, context, params } = args
  const link = await holder(args)
  if (!link.ok) return data({ result: undefined, over: true }, { status: statusOf(link.code) })
  const schema = z.object({ password: newPassword(leastCharacters(link.value)) })
  const submission = parseForm(await request.formData(), schema)
  const reply = { hideFields: ['password'] }
  if (submission.status !== 'success')
    return data({ result: submission.reply(reply), over: false }, { status: 422 })

  const { db, isKnownPassword: isKnown, address: from } = context
  const agent = agentOf(request.headers.get('User-Agent') ?? '')
  const setting = { db, now: context.now(), isKnown, from, agent }
  const result = await resetPassword(setting, tokenIn(request), submission.value.password)
  if (result.ok) return redirect(withQuery(paths.signIn(localeOf(params)), { reset: '1' }), 303)
  if (!result.code.startsWith('password-'))
    return data({ result: undefined, over: true }, { status: statusOf(result.code) })
  const refused = submission.reply({ ...reply, fieldErrors: { password: [result.code] } })
  return data({ result: refused, over: false }, { status: 422 })
}

export default function Route() {
  const shown = useLoaderData<typeof loader>()
  const answered = useActionData<typeof action>()
  if ('over' in shown || answered?.over) return <ResetOverPage />
  return <ResetPasswordPage {...shown} result={answered?.result} />
}
