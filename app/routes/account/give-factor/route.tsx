import {
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
import {
  betweenAnswer,
  carriedIn,
  goalOf,
  goingOn,
  refusedBetween,
} from '#app/http/carried-form.server.ts'
import { pageSpeech } from '#app/http/page-speech.ts'
import { parseForm } from '#app/http/parse-form.ts'
import { localeOf } from '#app/http/responses.server.ts'
import { paths, withQuery } from '#app/paths.ts'
import { ContinuePage } from '#app/ui/account/continue-page.tsx'
import { GiveFactorPage } from '#app/ui/account/give-factor-page.tsx'
import { pageTitle } from '#app/ui/layout/page-title.ts'
import { giveFactor } from '#app/use-cases/accounts/give-factor.server.ts'

export const meta: MetaFunction = ({ params }) => {
  const speech = pageSpeech(params)
  return [{ title: pageTitle(speech, speech.t('factor.give.title')) }]
}

export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders

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
  const { own, carried } = carriedIn(form)
  if (!own) return betweenAnswer({ carried }, { status: 401 })
  const typed = new FormData()
  for (const value of form.getAll('code')) typed.append('code', value)
  const submission = parseForm(typed, z.object({ code: factorCode }))
  const reply = { hideFields: ['code'] }
  if (submission.status !== 'success')
    return betweenAnswer({ carried, result: submission.reply(reply) }, { status: 422 })

  const { db, attempts, sealer, address: from } = context
  const agent = request.headers.get('User-Agent')
  const giving = { db, now: context.now(), sealer, codes: attempts.codes, from, agent }
  const result = await giveFactor(giving, session.userId, submission.value.code)
  if (!result.ok) {
    const { code } = result
    const told = code === 'wrong-code' ? { fieldErrors: { code: [code] } } : { formErrors: [code] }
    return refusedBetween(result, submission.reply({ ...reply, ...told }), carried)
  }

  const { outcome } = result.value
  const beginning = { outcome, secondFactor: true }
  const cookie = await startSession(context, request, session.userId, beginning)
  given.add(context)
  return goingOn(goal, { cookie, carried })
}

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
