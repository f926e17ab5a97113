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
import { isPublicCommitment } from '#app/domain/commitments/commitment-state.ts'
import { reasonInput } from '#app/domain/organisations/organisation.ts'
import { acting } from '#app/http/context.server.ts'
import { pageSpeech } from '#app/http/page-speech.ts'
import { parseForm } from '#app/http/parse-form.ts'
import { localeOf, notFound, statusOf } from '#app/http/responses.server.ts'
import { paths, withQuery } from '#app/paths.ts'
import { pageTitle } from '#app/ui/layout/page-title.ts'
import { withdrawCommitment } from '#app/use-cases/commitments/withdraw-commitment.server.ts'

import { WithdrawCommitmentPage } from './page.tsx'

const withdrawForm = (number: string) =>
  reasonInput.safeExtend({
    number: z
      .string({ error: 'missing' })
      .trim()
      .refine((typed) => typed.toUpperCase() === number, 'number-does-not-match'),
  })

export const meta: MetaFunction<typeof loader> = ({ params, data: shown }) => {
  const speech = pageSpeech(params)
  const number = shown?.page.commitment.number ?? ''
  return [{ title: pageTitle(speech, speech.t('withdraw.title', { number })) }]
}

/** Only what has been public can be withdrawn; for a draft there is no such page. */
async function visible({ request, context, params }: LoaderFunctionArgs) {
  const person = await requireActor(request, context, params)
  const page = await deskCommitment(context.db, person, params['id'] ?? '', context.now())
  return page && isPublicCommitment(page.commitment.state) ? { person, page } : notFound()
}

export const loader = (args: LoaderFunctionArgs) => visible(args)

export async function action(args: ActionFunctionArgs) {
  const { person, page } = await visible(args)
  const { request, context, params } = args
  const { id, number, state } = page.commitment
  const done = redirect(
    withQuery(paths.deskCommitment(localeOf(params), id), { done: 'withdrawn' }),
    303,
  )
  const submission = parseForm(await request.formData(), withdrawForm(number ?? ''))
  if (submission.status !== 'success') return data({ result: submission.reply() }, { status: 422 })
  // Whoever withdraws twice has withdrawn.
  if (state === 'withdrawn' && page.may.withdraw) return done
  const result = await withdrawCommitment(acting(context, person), id, submission.value.reason)
  if (result.ok) return done
  return data(
    { result: submission.reply({ formErrors: [result.code] }) },
    { status: statusOf(result.code) },
  )
}

export default function Route() {
  const answered = useActionData<typeof action>()
  return <WithdrawCommitmentPage {...useLoaderData<typeof loader>()} result={answered?.result} />
}
