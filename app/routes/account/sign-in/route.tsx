import type { SubmissionResult } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod/v4'
import {
  data,
  redirect,
  type ActionFunctionArgs,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'

import { passkeysAt } from '#app/adapters/passkeys/simplewebauthn.server.ts'
import { viewerOf } from '#app/auth/guards.server.ts'
import { passkeyCookie, passkeyCookieIn } from '#app/auth/passkey-cookie.server.ts'
import { startSession } from '#app/auth/sessions.server.ts'
import { signInInput } from '#app/domain/accounts/account.ts'
import { waitHeaders } from '#app/http/form-answer.server.ts'
import { pageSpeech } from '#app/http/page-speech.ts'
import { localeOf, safePath, statusOf } from '#app/http/responses.server.ts'
import { paths, withQuery } from '#app/paths.ts'
import { ContinuePage } from '#app/ui/account/continue-page.tsx'
import { GiveFactorPage } from '#app/ui/account/give-factor-page.tsx'
import { CARRIED, MARK, pack, unpack, type Fields } from '#app/ui/form/carried.ts'
import { pageTitle } from '#app/ui/layout/page-title.ts'
import { checkPasskey } from '#app/use-cases/accounts/check-passkey.server.ts'
import { enterByPassword } from '#app/use-cases/accounts/enter-by-password.server.ts'

import { SignInPage } from './page.tsx'

export const meta: MetaFunction = ({ params }) => {
  const speech = pageSpeech(params)
  return [{ title: pageTitle(speech, speech.t('sign-in.title')) }]
}

/** When to try again, where there were too many tries. */
export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const locale = localeOf(params)
  const search = new URL(request.url).searchParams
  const to = search.get('to') ?? ''
  if (request.method !== 'POST' && (await viewerOf(request, context)))
    throw redirect(destination(to, context.origin, locale))
  const email = search.get('email') ?? ''
  const said = (['made', 'confirmed', 'moved', 'reset'] as const).find((one) => search.has(one))
  return { to, email, said, accounts: context.demonstrationAccounts }
}

export async function action(args: ActionFunctionArgs) {
  const { request, context, params } = args
  const locale = localeOf(params)
  const to = new URL(request.url).searchParams.get('to')
  const form = await request.formData()
  // Somebody's form, sent on by a guard: kept beside the sign-in form, and handed back after it.
  if (!form.has(MARK)) return answer({ carried: pack(form) }, { status: 401 })

  const bundle = form.get(CARRIED)
  const carried = typeof bundle === 'string' ? bundle : ''
  const signed = form.get('credential')
  if (typeof signed === 'string' && signed !== '') return byPasskey(args, { signed, carried, to })
  const submission = parseWithZod(form, { schema: signInInput })
  const reply = { hideFields: ['password', CARRIED] }
  if (submission.status !== 'success')
    return answer({ carried, result: submission.reply(reply) }, { status: 422 })

  const { db, attempts, address: from } = context
  const agent = request.headers.get('User-Agent')
  const { passwords: tries, letters } = attempts
  const trying = { db, now: context.now(), tries, letters, from, agent }
  const result = await enterByPassword(trying, submission.value)
  if (!result.ok) {
    const refused = submission.reply({ ...reply, formErrors: [result.code] })
    const wait = 'seconds' in result ? result.seconds : undefined
    const headers = waitHeaders(wait)
    return answer({ carried, result: refused, wait }, { status: statusOf(result.code), headers })
  }

  const { userId, factor } = result.value
  if (factor) {
    const half = await startSession(context, request, userId, {})
    const step = withQuery(paths.giveFactor(locale), {
      to: destination(to, context.origin, locale),
    })
    const headers = { 'Set-Cookie': half }
    if (unpack(carried).length === 0) return redirect(step, { status: 303, headers })
    return answer({ carried, step }, { headers })
  }
  const cookie = await startSession(context, request, userId, { outcome: 'signed-in' })
  return signedIn(args, { cookie, carried, to })
}

type Passed = { carried: string; to: string | null }

/** A passkey asks for a finger, a face or a number by itself: it is both factors. */
async function byPasskey(
  args: ActionFunctionArgs,
  { signed, ...passed }: Passed & { signed: string },
) {
  const { request, context } = args
  const { db, origin, secureCookies, address: from } = context
  const agent = request.headers.get('User-Agent')
  const trying = { db, now: context.now(), passkeys: passkeysAt(origin), from, agent }
  const held = passkeyCookieIn(request, secureCookies)
  const result = await checkPasskey(trying, signed, held)
  if (!result.ok) {
    const refused = { status: 'error' as const, error: { '': [result.code] } }
    return answer(
      { carried: passed.carried, result: refused },
      {
        status: statusOf(result.code),
        headers: { 'Set-Cookie': passkeyCookie('', secureCookies, 0) },
      },
    )
  }
  const cookie = await startSession(context, request, result.value.userId, {
    outcome: 'passkey',
    secondFactor: true,
  })
  return signedIn(args, { cookie, ...passed })
}

function signedIn(
  { context, params }: ActionFunctionArgs,
  { cookie, carried, to }: Passed & { cookie: string },
) {
  const locale = localeOf(params)
  const goal = destination(to, context.origin, locale)
  const fields = unpack(carried)
  if (fields.length === 0) return redirect(goal, { status: 303, headers: { 'Set-Cookie': cookie } })
  return answer({ resume: { to: goal, fields } }, { headers: { 'Set-Cookie': cookie } })
}

type Answer = {
  carried: string
  result: SubmissionResult | undefined
  resume: { to: string; fields: Fields } | undefined
  /** Where the second factor is given, for who has one; what was typed goes along. */
  step: string | undefined
  /** Seconds until there may be another try. */
  wait: number | undefined
}
const answer = (said: Partial<Answer>, init: ResponseInit) =>
  data<Answer>(
    {
      carried: '',
      result: undefined,
      resume: undefined,
      step: undefined,
      wait: undefined,
      ...said,
    },
    init,
  )

function destination(to: string | null, origin: string, locale: string) {
  const path = safePath(to, origin)
  return path === '/' ? paths.desk(locale) : path
}

export default function Route() {
  const shown = useLoaderData<typeof loader>()
  const answered = useActionData<typeof action>()
  if (answered?.step)
    return (
      <GiveFactorPage
        action={answered.step}
        carried={answered.carried}
        result={undefined}
        wait={undefined}
      />
    )
  if (answered?.resume) return <ContinuePage {...answered.resume} />
  return (
    <SignInPage
      {...shown}
      carried={answered?.carried ?? ''}
      result={answered?.result}
      wait={answered?.wait}
    />
  )
}
