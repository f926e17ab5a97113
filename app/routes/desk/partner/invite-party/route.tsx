import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'

import { requireActor } from '#app/auth/guards.server.ts'
import { partnersPage } from '#app/db/read/drafts.server.ts'
import { invitePartyInput } from '#app/domain/commitments/party.ts'
import { acting } from '#app/http/context.server.ts'
import { pageSpeech } from '#app/http/page-speech.ts'
import { parseForm } from '#app/http/parse-form.ts'
import { localeOf, notFound, statusOf } from '#app/http/responses.server.ts'
import { paths, withQuery } from '#app/paths.ts'
import { doneIn } from '#app/ui/layout/done.ts'
import { pageTitle } from '#app/ui/layout/page-title.ts'
import { inviteParty } from '#app/use-cases/commitments/invite-party.server.ts'

import { InvitePartyPage } from './page.tsx'

export const meta: MetaFunction = ({ params }) => {
  const speech = pageSpeech(params)
  return [{ title: pageTitle(speech, speech.t('desk.parties.title')) }]
}

async function visible({ request, context, params }: LoaderFunctionArgs) {
  const person = await requireActor(request, context, params)
  const page = await partnersPage(context.db, person, params['id'] ?? '', context.now())
  return { person, page: page ?? notFound(), done: doneIn(request.url) }
}

export const loader = (args: LoaderFunctionArgs) => visible(args)

export async function action(args: ActionFunctionArgs) {
  const { person, page } = await visible(args)
  const { request, context, params } = args
  const submission = parseForm(await request.formData(), invitePartyInput, {
    choices: ['organisationId'],
  })
  if (submission.status !== 'success') return data({ result: submission.reply() }, { status: 422 })

  const { id } = page.commitment
  const result = await inviteParty(acting(context, person), id, submission.value)
  if (!result.ok)
    return data(
      { result: submission.reply({ formErrors: [result.code] }) },
      { status: statusOf(result.code) },
    )
  return redirect(
    withQuery(paths.inviteParty(localeOf(params), id), { done: 'party-invited' }),
    303,
  )
}

export default function Route() {
  const answered = useActionData<typeof action>()
  return <InvitePartyPage {...useLoaderData<typeof loader>()} result={answered?.result} />
}
