import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'

import { requireAdministrator } from '#app/auth/guards.server.ts'
import { accountPage } from '#app/db/read/people.server.ts'
import { factorReset } from '#app/domain/accounts/second-factor.ts'
import { acting } from '#app/http/context.server.ts'
import { pageSpeech } from '#app/http/page-speech.ts'
import { parseForm } from '#app/http/parse-form.ts'
import { localeOf, notFound, statusOf } from '#app/http/responses.server.ts'
import { paths, withQuery } from '#app/paths.ts'
import { pageTitle } from '#app/ui/layout/page-title.ts'
import { resetFactors } from '#app/use-cases/accounts/reset-factors.server.ts'

import { ResetFactorsPage } from './page.tsx'

export const meta: MetaFunction = ({ params }) => {
  const speech = pageSpeech(params)
  return [{ title: pageTitle(speech, speech.t('factor.reset.title')) }]
}

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireAdministrator(request, context, params)
  const found = await accountPage(context.db, actor, params['id'] ?? '', context.now())
  return { person: actor, ...(found ?? notFound()) }
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireAdministrator(request, context, params)
  const id = params['id'] ?? ''
  if (!(await accountPage(context.db, actor, id, context.now()))) notFound()
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
