import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'

import { requireSession } from '#app/auth/guards.server.ts'
import { ownSessions } from '#app/db/read/own-account.server.ts'
import { acting } from '#app/http/context.server.ts'
import { pageSpeech } from '#app/http/page-speech.ts'
import { parseForm } from '#app/http/parse-form.ts'
import { localeOf, statusOf } from '#app/http/responses.server.ts'
import { paths } from '#app/paths.ts'
import { pageTitle } from '#app/ui/layout/page-title.ts'
import { endOtherSessions, endOwnSession } from '#app/use-cases/accounts/end-sessions.server.ts'

import { SessionsPage } from './page.tsx'

const endForm = z.discriminatedUnion(
  'end',
  [
    z.object({
      end: z.literal('one'),
      session: z.string({ error: 'missing' }).regex(/^[0-9a-f]{64}$/, 'session-missing'),
    }),
    z.object({ end: z.literal('others') }),
  ],
  { error: 'not-chosen' },
)

export const meta: MetaFunction = ({ params }) => {
  const speech = pageSpeech(params)
  return [{ title: pageTitle(speech, speech.t('account.sessions.title')) }]
}

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { actor, id } = await requireSession(request, context, params)
  const sessions = await ownSessions(context.db, actor, context.now())
  const said = new URL(request.url).searchParams.get('done')
  const done = (['one', 'others'] as const).find((one) => one === said)
  return { person: actor, sessions, current: id, done }
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { actor, id } = await requireSession(request, context, params)
  const submission = parseForm(await request.formData(), endForm)
  if (submission.status !== 'success') return data({ result: submission.reply() }, { status: 422 })
  const asked = submission.value
  const result =
    asked.end === 'one'
      ? await endOwnSession(acting(context, actor), asked.session)
      : await endOtherSessions(acting(context, actor), id)
  if (!result.ok)
    return data(
      { result: submission.reply({ formErrors: [result.code] }) },
      { status: statusOf(result.code) },
    )
  return redirect(paths.sessions(localeOf(params), { done: asked.end }), 303)
}

export default function Route() {
  return (
    <SessionsPage
      {...useLoaderData<typeof loader>()}
      result={useActionData<typeof action>()?.result}
    />
  )
}
