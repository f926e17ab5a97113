import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'

import { requireAdministrator } from '#app/auth/guards.server.ts'
import { coordinatorsPage } from '#app/db/read/accounts.server.ts'
import { coordinatorChange } from '#app/domain/accounts/coordinator.ts'
import { acting } from '#app/http/context.server.ts'
import { pageSpeech } from '#app/http/page-speech.ts'
import { parseForm } from '#app/http/parse-form.ts'
import { localeOf, statusOf } from '#app/http/responses.server.ts'
import { paths, withQuery } from '#app/paths.ts'
import { pageTitle } from '#app/ui/layout/page-title.ts'
import { changeCoordinators } from '#app/use-cases/accounts/change-coordinators.server.ts'

import { CoordinatorsPage } from './page.tsx'

export const meta: MetaFunction = ({ params }) => {
  const speech = pageSpeech(params)
  return [{ title: pageTitle(speech, speech.t('coordinators.title')) }]
}

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireAdministrator(request, context, params)
  const coordinators = await coordinatorsPage(context.db, actor, context.now())
  const done = new URL(request.url).searchParams.get('done')
  return { person: actor, coordinators, done }
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireAdministrator(request, context, params)
  const submission = parseForm(await request.formData(), coordinatorChange)
  if (submission.status !== 'success') return data({ result: submission.reply() }, { status: 422 })

  const { change } = submission.value
  const result = await changeCoordinators(acting(context, actor), submission.value)
  if (result.ok)
    return redirect(withQuery(paths.coordinators(localeOf(params)), { done: change }), 303)
  const { code } = result
  // An address nobody has here is a mistake in the form, not a page that is missing.
  if (code === 'account-missing')
    return data({ result: submission.reply({ fieldErrors: { email: [code] } }) }, { status: 422 })
  return data({ result: submission.reply({ formErrors: [code] }) }, { status: statusOf(code) })
}

export default function Route() {
  return (
    <CoordinatorsPage
      {...useLoaderData<typeof loader>()}
      result={useActionData<typeof action>()?.result}
    />
  )
}
