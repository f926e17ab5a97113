import type { SubmissionResult } from '@conform-to/react'
import {
  data,
  redirect,
  type ActionFunctionArgs,
  type AppLoadContext,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { z } from 'zod'

import { halfSession, viewerOf } from '#app/auth/guards.server.ts'
import { startSession } from '#app/auth/sessions.server.ts'
import { factorCode } from '#app/domain/accounts/second-factor.ts'
import { waitHeaders } from '#app/http/form-answer.server.ts'
import { pageSpeech } from '#app/http/page-speech.ts'
import { parseForm } from '#app/http/parse-form.ts'
import { localeOf, safePath, statusOf } from '#app/http/responses.server.ts'
import { paths, withQuery } from '#app/paths.ts'
import { ContinuePage } from '#app/ui/account/continue-page.tsx'
import { GiveFactorPage } from '#app/ui/account/give-factor-page.tsx'
import { CARRIED, MARK, pack, unpack, type Fields } from '#app/ui/form/carried.ts'
import { pageTitle } from '#app/ui/layout/page-title.ts'
import { giveFactor } from '#app/use-cases/accounts/give-factor.server.ts'

export const meta: MetaFunction = ({ params }) => {
  const speech = pageSpeech(params)
  return [{ title: pageTitle(speech, speech.t('factor.give.title')) }]
}

export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders

type Asked = Pick<LoaderFunctionArgs, 'request' | 'context' | 'params'>
const goalOf = ({ request, context, params }: Asked) => {
  const to = safePath(new URL(request.url).searchParams.get('to'), context.origin)
  return to === '/' ? paths.desk(localeOf(params)) : to
}

// The page is drawn with the cookie that came, whose session the action has just replaced.
const given = new WeakSet<AppLoadContext>()

export async function loader(asked: LoaderFunctionArgs) {
  const { request, context, params } = asked
  const locale = localeOf(params)
  if (given.has(context) || (await halfSession(request, context))) return {}
  const to = goalOf(asked)
  // Reloaded, or come back to, when all is done.
  if (await viewerOf(request, context)) throw redirect(to)
  throw redirect(withQuery(paths.signIn(locale), { to }))
}

export async function action(asked: ActionFunctionArgs) {
  const { request, context, params } = asked
  const locale = localeOf(params)
  const goal = goalOf(asked)
  const session = await halfSession(request, context)
  if (!session) {
    if (await viewerOf(request, context)) return redirect(goal, 303)
    return redirect(withQuery(paths.signIn(locale), { to: goal }), 303)
  }
  const form = await request.formData()
  // Somebody's form, sent on by a guard: kept beside this one, and handed back after it.
  if (!form.has(MARK)) return answer({ carried: pack(form) }, { status: 401 })

  const bundle = form.get(CARRIED)
  const carried = typeof bundle === 'string' ? bundle : ''
  const typed = new FormData()
  for (const value of form.getAll('code')) typed.append('code', value)
  const submission = parseForm(typed, z.object({ code: factorCode }))
  const reply = { hideFields: ['code'] }
  if (submission.status !== 'success')
    return answer({ carried, result: submission.reply(reply) }, { status: 422 })

  const { db, attempts, sealer, address: from } = context
  const agent = request.headers.get('User-Agent')
  const giving = { db, now: context.now(), sealer, codes: attempts.codes, from, agent }
  const result = await giveFactor(giving, session.userId, submission.value.code)
  if (!result.ok) {
    const refused =
      result.code === 'wrong-code'
        ? submission.reply({ ...reply, fieldErrors: { code: [result.code] } })
        : submission.reply({ ...reply, formErrors: [result.code] })
    const wait = 'seconds' in result ? result.seconds : undefined
    const headers = waitHeaders(wait)
    return answer({ carried, result: refused, wait }, { status: statusOf(result.code), headers })
  }

  const { outcome } = result.value
  const beginning = { outcome, secondFactor: true }
  const cookie = await startSession(context, request, session.userId, beginning)
  given.add(context)
  const fields = unpack(carried)
  if (fields.length === 0) return redirect(goal, { status: 303, headers: { 'Set-Cookie': cookie } })
  return answer({ resume: { to: goal, fields } }, { headers: { 'Set-Cookie': cookie } })
}

type Answer = {
  carried: string
  result: SubmissionResult | undefined
  resume: { to: string; fields: Fields } | undefined
  wait: number | undefined
}
const answer = (said: Partial<Answer>, init: ResponseInit) =>
  data<Answer>(
    { carried: '', result: undefined, resume: undefined, wait: undefined, ...said },
    init,
  )

export default function Route() {
  const answered = useActionData<typeof action>()
  if (answered?.resume) return <ContinuePage {...answered.resume} />
  return (
    <GiveFactorPage
      carried={answered?.carried ?? ''}
      result={answered?.result}
      wait={answered?.wait}
    />
  )
}
