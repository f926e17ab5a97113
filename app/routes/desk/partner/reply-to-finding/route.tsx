import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'

import { requirePartner } from '#app/auth/guards.server.ts'
import { findingToReplyTo } from '#app/db/read/reports.server.ts'
import { replyInput } from '#app/domain/reviews/reply.ts'
import { dayOf } from '#app/domain/shared/dates.ts'
import { acting } from '#app/http/context.server.ts'
import { pageSpeech } from '#app/http/page-speech.ts'
import { parseForm } from '#app/http/parse-form.ts'
import { localeOf, notFound, statusOf } from '#app/http/responses.server.ts'
import { paths } from '#app/paths.ts'
import { pageTitle } from '#app/ui/layout/page-title.ts'
import { replyToFinding } from '#app/use-cases/reviews/reply-to-finding.server.ts'

import { ReplyToFindingPage } from './page.tsx'

export const meta: MetaFunction = ({ params }) => {
  const speech = pageSpeech(params)
  return [{ title: pageTitle(speech, speech.t('reply.title')) }]
}

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requirePartner(request, context, params)
  const now = context.now()
  const found = await findingToReplyTo(context.db, actor, params['id'] ?? '', now)
  return { person: actor, today: dayOf(now), ...(found ?? notFound()) }
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requirePartner(request, context, params)
  const id = params['id'] ?? ''
  const found = (await findingToReplyTo(context.db, actor, id, context.now())) ?? notFound()

  const submission = parseForm(await request.formData(), replyInput)
  if (submission.status !== 'success') return data({ result: submission.reply() }, { status: 422 })
  const result = await replyToFinding(acting(context, actor), id, submission.value)
  if (result.ok) return redirect(paths.report(localeOf(params), found.report.id), 303)
  const refused = submission.reply({ formErrors: [result.code] })
  return data({ result: refused }, { status: statusOf(result.code) })
}

export default function Route() {
  return (
    <ReplyToFindingPage
      {...useLoaderData<typeof loader>()}
      result={useActionData<typeof action>()?.result}
    />
  )
}
