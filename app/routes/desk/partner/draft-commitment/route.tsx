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
import { draftingChoices } from '#app/db/read/drafts.server.ts'
import { acting } from '#app/http/context.server.ts'
import { pageSpeech } from '#app/http/page-speech.ts'
import { parseForm } from '#app/http/parse-form.ts'
import { localeOf, statusOf } from '#app/http/responses.server.ts'
import { paths } from '#app/paths.ts'
import { pageTitle } from '#app/ui/layout/page-title.ts'
import { draftCommitment } from '#app/use-cases/commitments/draft-commitment.server.ts'

import { DraftCommitmentPage } from './page.tsx'

const draftForm = z.object({
  organisationId: z.string({ error: 'not-chosen' }).min(1, 'not-chosen'),
  declaration: z.string({ error: 'not-chosen' }).min(1, 'not-chosen'),
})

export const meta: MetaFunction = ({ params }) => {
  const speech = pageSpeech(params)
  return [{ title: pageTitle(speech, speech.t('desk.draft.new.title')) }]
}

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const person = await requireActor(request, context, params)
  return { person, choices: await draftingChoices(context.db, person) }
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const person = await requireActor(request, context, params)
  const submission = parseForm(await request.formData(), draftForm)
  if (submission.status !== 'success') return data({ result: submission.reply() }, { status: 422 })

  const locale = localeOf(params)
  const result = await draftCommitment(acting(context, person), submission.value)
  if (!result.ok)
    return data(
      { result: submission.reply({ formErrors: [result.code] }) },
      { status: statusOf(result.code) },
    )
  return redirect(paths.deskCommitment(locale, result.value.commitment.id), 303)
}

export default function Route() {
  const answered = useActionData<typeof action>()
  return <DraftCommitmentPage {...useLoaderData<typeof loader>()} result={answered?.result} />
}
