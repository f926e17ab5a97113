import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'

import { requireCoordinator } from '#app/auth/guards.server.ts'
import { organisationCase } from '#app/db/read/screening.server.ts'
import { organisationDecisionInput } from '#app/domain/organisations/organisation-decision.ts'
import { acting } from '#app/http/context.server.ts'
import { textIn } from '#app/http/form-rows.ts'
import { pageSpeech } from '#app/http/page-speech.ts'
import { parseForm } from '#app/http/parse-form.ts'
import { localeOf, notFound, statusOf } from '#app/http/responses.server.ts'
import { paths } from '#app/paths.ts'
import { pageTitle } from '#app/ui/layout/page-title.ts'
import { decideOrganisation } from '#app/use-cases/organisations/decide-organisation.server.ts'

import { DecideOrganisationPage } from './page.tsx'

export const meta: MetaFunction = ({ params }) => {
  const speech = pageSpeech(params)
  return [{ title: pageTitle(speech, speech.t('deciding.title')) }]
}

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireCoordinator(request, context, params)
  const found = await organisationCase(context.db, actor, params['id'] ?? '', context.now())
  if (found?.conflicted) throw data({ code: 'conflict-of-interest' }, { status: 403 })
  return { person: actor, ...(found ?? notFound()) }
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireCoordinator(request, context, params)
  const form = await request.formData()
  const move = textIn(form, 'move')
  const submission = parseForm(form, organisationDecisionInput)
  if (submission.status !== 'success')
    return data({ move, result: submission.reply() }, { status: 422 })

  const decided = submission.value
  const reason = 'reason' in decided ? decided.reason : ''
  const id = params['id'] ?? ''
  const result = await decideOrganisation(acting(context, actor), id, decided.move, reason)
  if (result.ok) return redirect(paths.queue(localeOf(params), { done: decided.move }), 303)
  const refused = submission.reply({ formErrors: [result.code] })
  return data({ move, result: refused }, { status: statusOf(result.code) })
}

export default function Route() {
  const answered = useActionData<typeof action>()
  return (
    <DecideOrganisationPage
      {...useLoaderData<typeof loader>()}
      move={answered?.move}
      result={answered?.result}
    />
  )
}
