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
import { deskCommitment } from '#app/db/read/drafts.server.ts'
import { acting } from '#app/http/context.server.ts'
import { pageSpeech } from '#app/http/page-speech.ts'
import { parseForm } from '#app/http/parse-form.ts'
import { localeOf, notFound, statusOf } from '#app/http/responses.server.ts'
import { paths } from '#app/paths.ts'
import { pageTitle } from '#app/ui/layout/page-title.ts'
import { submitCommitment } from '#app/use-cases/commitments/submit-commitment.server.ts'

import { SubmitCommitmentPage } from './page.tsx'

const confirmForm = z.object({ confirm: z.literal('yes', { error: 'not-accepted' }) })

export const meta: MetaFunction = ({ params }) => {
  const speech = pageSpeech(params)
  return [{ title: pageTitle(speech, speech.t('desk.check.title')) }]
}

async function visible({ request, context, params }: LoaderFunctionArgs) {
  const person = await requireActor(request, context, params)
  const page = await deskCommitment(context.db, person, params['id'] ?? '', context.now())
  return { person, page: page ?? notFound() }
}

export const loader = (args: LoaderFunctionArgs) => visible(args)

export async function action(args: ActionFunctionArgs) {
  const { person, page } = await visible(args)
  const { request, context, params } = args
  const { id, state } = page.commitment
  const done = redirect(paths.deskCommitment(localeOf(params), id), 303)
  const submission = parseForm(await request.formData(), confirmForm)
  // Whoever signs twice has signed.
  if (state === 'submitted' && page.may.submit) return done
  if (submission.status !== 'success') return data({ result: submission.reply() }, { status: 422 })

  const result = await submitCommitment(acting(context, person), id)
  if (result.ok) return done
  return data(
    { result: submission.reply({ formErrors: [result.code] }) },
    { status: statusOf(result.code) },
  )
}

export default function Route() {
  const answered = useActionData<typeof action>()
  return <SubmitCommitmentPage {...useLoaderData<typeof loader>()} result={answered?.result} />
}
