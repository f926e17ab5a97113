import { parseWithZod } from '@conform-to/zod/v4'
import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData } from '@remix-run/react'

import { anyAccount } from '#app/db/read/accounts.server.ts'
import { firstRunInput } from '#app/domain/accounts/account.ts'
import { pageSpeech } from '#app/http/page-speech.ts'
import { gone, localeOf, statusOf } from '#app/http/responses.server.ts'
import { paths } from '#app/paths.ts'
import { pageTitle } from '#app/ui/layout/page-title.ts'
import { openRegister } from '#app/use-cases/accounts/open-register.server.ts'

import { FirstRunPage } from './page.tsx'

export const meta: MetaFunction = ({ params }) => {
  const speech = pageSpeech(params)
  return [{ title: pageTitle(speech, speech.t('first-run.title')) }]
}

const tokenIn = (request: Request) => new URL(request.url).searchParams.get('token')

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  localeOf(params)
  if (await anyAccount(context.db)) gone()
  if (!context.firstRun.opens(tokenIn(request)))
    throw data({ code: 'first-run-token-wrong' }, { status: 403 })
  return null
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const locale = localeOf(params)
  const { db, firstRun, isKnownPassword: isKnown, address: from } = context
  if (await anyAccount(db)) gone()
  const submission = parseWithZod(await request.formData(), { schema: firstRunInput })
  const reply = { hideFields: ['password'] }
  if (submission.status !== 'success') return data(submission.reply(reply), 422)

  const input = { ...submission.value, locale }
  const opening = { db, firstRun, now: context.now(), isKnown, from }
  const result = await openRegister(opening, tokenIn(request), input)
  if (!result.ok && result.code.startsWith('password-'))
    return data(submission.reply({ ...reply, fieldErrors: { password: [result.code] } }), 422)
  if (!result.ok) throw data({ code: result.code }, { status: statusOf(result.code) })
  return redirect(paths.signIn(locale), 303)
}

export default function Route() {
  return <FirstRunPage result={useActionData<typeof action>()} />
}
