import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'

import { requireActor } from '#app/auth/guards.server.ts'
import { detailsInput } from '#app/domain/accounts/account.ts'
import { acting } from '#app/http/context.server.ts'
import { pageSpeech } from '#app/http/page-speech.ts'
import { parseForm } from '#app/http/parse-form.ts'
import { localeOf, statusOf } from '#app/http/responses.server.ts'
import { paths } from '#app/paths.ts'
import { pageTitle } from '#app/ui/layout/page-title.ts'
import { changeDetails } from '#app/use-cases/accounts/change-details.server.ts'

import { ChangeDetailsPage } from './page.tsx'

export const meta: MetaFunction = ({ params }) => {
  const speech = pageSpeech(params)
  return [{ title: pageTitle(speech, speech.t('account.details.title')) }]
}

export const loader = async ({ request, context, params }: LoaderFunctionArgs) => ({
  person: await requireActor(request, context, params),
})

export async function action({ request, context, params }: ActionFunctionArgs) {
  const person = await requireActor(request, context, params)
  const submission = parseForm(await request.formData(), detailsInput)
  if (submission.status !== 'success') return data({ result: submission.reply() }, { status: 422 })
  const result = await changeDetails(acting(context, person), submission.value)
  if (!result.ok)
    return data(
      { result: submission.reply({ formErrors: [result.code] }) },
      { status: statusOf(result.code) },
    )
  return redirect(paths.account(localeOf(params), { done: 'details' }), 303)
}

export default function Route() {
  return (
    <ChangeDetailsPage
      {...useLoaderData<typeof loader>()}
      result={useActionData<typeof action>()?.result}
    />
  )
}
