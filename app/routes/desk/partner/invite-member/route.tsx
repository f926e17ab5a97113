import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'

import { requireActor } from '#app/auth/guards.server.ts'
import { deskOrganisation } from '#app/db/read/desk-organisations.server.ts'
import { inviteInput } from '#app/domain/organisations/membership.ts'
import { acting } from '#app/http/context.server.ts'
import { pageSpeech } from '#app/http/page-speech.ts'
import { parseForm } from '#app/http/parse-form.ts'
import { localeOf, notFound, statusOf } from '#app/http/responses.server.ts'
import { paths, withQuery } from '#app/paths.ts'
import { pageTitle } from '#app/ui/layout/page-title.ts'
import { inviteMember } from '#app/use-cases/organisations/invite-member.server.ts'

import { InviteMemberPage } from './page.tsx'

export const meta: MetaFunction = ({ params }) => {
  const speech = pageSpeech(params)
  return [{ title: pageTitle(speech, speech.t('desk.organisation.invite')) }]
}

async function visible({ request, context, params }: LoaderFunctionArgs) {
  const person = await requireActor(request, context, params)
  const page = await deskOrganisation(context.db, person, params['id'] ?? '', context.now())
  return { person, page: page ?? notFound() }
}

export const loader = (args: LoaderFunctionArgs) => visible(args)

export async function action(args: ActionFunctionArgs) {
  const { person, page } = await visible(args)
  const { request, context, params } = args
  const locale = localeOf(params)
  const submission = parseForm(await request.formData(), inviteInput, { choices: ['role'] })
  if (submission.status !== 'success') return data({ result: submission.reply() }, { status: 422 })

  const { id } = page.organisation
  const done = redirect(withQuery(paths.deskOrganisation(locale, id), { done: 'invited' }), 303)
  const result = await inviteMember(acting(context, person), id, submission.value, locale)
  if (!result.ok && result.code !== 'already-invited')
    return data(
      { result: submission.reply({ formErrors: [result.code] }) },
      { status: statusOf(result.code) },
    )
  return done
}

export default function Route() {
  const answered = useActionData<typeof action>()
  return <InviteMemberPage {...useLoaderData<typeof loader>()} result={answered?.result} />
}
