import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'

import { requireActor } from '#app/auth/guards.server.ts'
import { acting } from '#app/http/context.server.ts'
import { pageSpeech } from '#app/http/page-speech.ts'
import { parseForm } from '#app/http/parse-form.ts'
import { localeOf, statusOf } from '#app/http/responses.server.ts'
import { paths, withQuery } from '#app/paths.ts'
import { pageTitle } from '#app/ui/layout/page-title.ts'
import { registerOrganisation } from '#app/use-cases/organisations/register-organisation.server.ts'

import { registerOrganisationForm } from './form.ts'
import { RegisterOrganisationPage } from './page.tsx'

export const meta: MetaFunction = ({ params }) => {
  const speech = pageSpeech(params)
  return [{ title: pageTitle(speech, speech.t('desk.organisation.new.title')) }]
}

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  return { person: await requireActor(request, context, params) }
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const viewer = await requireActor(request, context, params)
  const submission = parseForm(await request.formData(), registerOrganisationForm, {
    choices: ['group', 'identifierScheme'],
  })
  if (submission.status !== 'success') return data({ result: submission.reply() }, { status: 422 })

  const done = (id: string) =>
    redirect(withQuery(paths.deskOrganisation(localeOf(params), id), { done: 'registered' }), 303)
  const result = await registerOrganisation(acting(context, viewer), submission.value)
  if (!result.ok)
    return data(
      { result: submission.reply({ formErrors: [result.code] }) },
      { status: statusOf(result.code) },
    )
  return done(result.value.organisation.id)
}

export default function Route() {
  const answered = useActionData<typeof action>()
  return <RegisterOrganisationPage {...useLoaderData<typeof loader>()} result={answered?.result} />
}
