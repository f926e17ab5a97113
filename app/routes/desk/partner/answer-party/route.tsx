import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'

import { requireActor } from '#app/auth/guards.server.ts'
import { partyPage } from '#app/db/read/drafts.server.ts'
import type { PartyMove, PartyState } from '#app/domain/commitments/party-state.ts'
import { typed } from '#app/domain/shared/written.ts'
import { acting } from '#app/http/context.server.ts'
import { pageSpeech } from '#app/http/page-speech.ts'
import { parseForm } from '#app/http/parse-form.ts'
import { localeOf, notFound, statusOf } from '#app/http/responses.server.ts'
import { paths, withQuery } from '#app/paths.ts'
import { doneIn } from '#app/ui/layout/done.ts'
import { pageTitle } from '#app/ui/layout/page-title.ts'
import { answerParty } from '#app/use-cases/commitments/answer-party.server.ts'

import { AnswerPartyPage } from './page.tsx'

const answerForm = z
  .object({
    intent: z.enum(['accept', 'refuse', 'leave'], { error: 'not-chosen' }),
    reason: typed().trim().max(2000, 'too-long').default(''),
  })
  .refine(({ intent, reason }) => intent === 'accept' || reason !== '', {
    path: ['reason'],
    message: 'reason-needed',
  })

const after: Record<PartyMove, PartyState> = {
  accept: 'accepted',
  refuse: 'refused',
  leave: 'left',
}

export const meta: MetaFunction = ({ params }) => {
  const speech = pageSpeech(params)
  return [{ title: pageTitle(speech, speech.t('desk.party.title.answered')) }]
}

async function visible({ request, context, params }: LoaderFunctionArgs) {
  const person = await requireActor(request, context, params)
  const page = await partyPage(context.db, person, params['id'] ?? '', context.now())
  return { person, page: page ?? notFound(), done: doneIn(request.url) }
}

export const loader = (args: LoaderFunctionArgs) => visible(args)

export async function action(args: ActionFunctionArgs) {
  const { person, page } = await visible(args)
  const { request, context, params } = args
  const submission = parseForm(await request.formData(), answerForm)
  if (submission.status !== 'success') return data({ result: submission.reply() }, { status: 422 })

  const { intent, reason } = submission.value
  const { id, state } = page.party
  const done = redirect(
    withQuery(paths.answerParty(localeOf(params), id), { done: 'party-answered' }),
    303,
  )
  // Whoever answers the same twice has answered.
  if (page.may && state === after[intent]) return done
  const result = await answerParty(acting(context, person), id, intent, reason)
  if (result.ok) return done
  return data(
    { result: submission.reply({ formErrors: [result.code] }) },
    { status: statusOf(result.code) },
  )
}

export default function Route() {
  const answered = useActionData<typeof action>()
  return <AnswerPartyPage {...useLoaderData<typeof loader>()} result={answered?.result} />
}
