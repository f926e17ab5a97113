import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'

import { requireActor, requireProof } from '#app/auth/guards.server.ts'
import { endSession } from '#app/auth/sessions.server.ts'
import { hindrancesOf } from '#app/db/read/own-data.server.ts'
import { erasureInput } from '#app/domain/accounts/erasure.ts'
import { acting } from '#app/http/context.server.ts'
import { pageSpeech } from '#app/http/page-speech.ts'
import { parseForm } from '#app/http/parse-form.ts'
import { localeOf, statusOf } from '#app/http/responses.server.ts'
import { speak } from '#app/i18n/speech.ts'
import { paths } from '#app/paths.ts'
import { pageTitle } from '#app/ui/layout/page-title.ts'
import { eraseAccount } from '#app/use-cases/accounts/erase-account.server.ts'

import { OwnDataPage } from './page.tsx'

export const meta: MetaFunction = ({ params }) => {
  const speech = pageSpeech(params)
  return [{ title: pageTitle(speech, speech.t('own-data.title')) }]
}

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const person = await requireActor(request, context, params)
  return { person, ...(await hindrancesOf(context.db, person)) }
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { actor } = await requireProof(request, context, params)
  const form = await request.formData()
  const locale = localeOf(params)
  const submission = parseForm(form, erasureInput(speak(locale).t('own-data.erase.the-word')))
  if (submission.status !== 'success') return data({ result: submission.reply() }, { status: 422 })
  const result = await eraseAccount(acting(context, actor))
  if (!result.ok) return data({ result: refusal(result.code) }, { status: statusOf(result.code) })
  const headers = { 'Set-Cookie': await endSession(context, request) }
  return redirect(paths.erased(locale), { status: 303, headers })
}

const refusal = (code: string) => ({ status: 'error' as const, error: { '': [code] } })

export default function Route() {
  const answered = useActionData<typeof action>()
  return <OwnDataPage {...useLoaderData<typeof loader>()} result={answered?.result} />
}
