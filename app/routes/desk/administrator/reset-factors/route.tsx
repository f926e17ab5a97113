import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'

import { factorReset } from '#app/domain/accounts/second-factor.ts'
import { accountBefore } from '#app/http/account-case.server.ts'
import { acting } from '#app/http/context.server.ts'
import { pageSpeech } from '#app/http/page-speech.ts'
import { parseForm } from '#app/http/parse-form.ts'
import { localeOf, statusOf } from '#app/http/responses.server.ts'
import { paths, withQuery } from '#app/paths.ts'
import { pageTitle } from '#app/ui/layout/page-title.ts'
import { resetFactors } from '#app/use-cases/accounts/reset-factors.server.ts'

import { ResetFactorsPage } from './page.tsx'

export const meta: MetaFunction = ({ params }) => {
  const speech = pageSpeech(params)
  return [{ title: pageTitle(speech, speech.t('factor.reset.title')) }]
}

export async function loader(args: LoaderFunctionArgs) {
  const { actor, found } = await accountBefore(args)
  return { person: actor, ...found }
}

export async function action(args: ActionFunctionArgs) {
  const { request, context, params } = args
  const { actor, found } = await accountBefore(args)
  const id = found.account.userId
  const submission = parseForm(await request.formData(), factorReset)
  if (submission.status !== 'success') return data({ result: submission.reply() }, { status: 422 })
  const result = await resetFactors(acting(context, actor), id, submission.value.reason)
  if (result.ok)
    return redirect(withQuery(paths.changeAccount(localeOf(params), id), { done: '1' }), 303)
  const reply = submission.reply({ formErrors: [result.code] })
  return data({ result: reply }, { status: statusOf(result.code) })
}

export default function Route() {
  return (
    <ResetFactorsPage
      {...useLoaderData<typeof loader>()}
      result={useActionData<typeof action>()?.result}
    />
  )
}
