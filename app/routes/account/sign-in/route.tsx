import { parseWithZod } from '@conform-to/zod/v4'
import {
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
import {
  betweenAnswer,
  carriedIn,
  goalOf,
  goingOn,
  refusedBetween,
} from '#app/http/carried-form.server.ts'
import { pageSpeech } from '#app/http/page-speech.ts'
import { localeOf, statusOf } from '#app/http/responses.server.ts'
import { paths, withQuery } from '#app/paths.ts'
import { ContinuePage } from '#app/ui/account/continue-page.tsx'
import { GiveFactorPage } from '#app/ui/account/give-factor-page.tsx'
import { CARRIED, unpack } from '#app/ui/form/carried.ts'
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

export async function loader(args: LoaderFunctionArgs) {
  const { request, context } = args
  const search = new URL(request.url).searchParams
  const to = search.get('to') ?? ''
  if (request.method !== 'POST' && (await viewerOf(request, context))) throw redirect(goalOf(args))
  const email = search.get('email') ?? ''
  const said = (['made', 'confirmed', 'moved', 'reset'] as const).find((one) => search.has(one))
  return { to, email, said, accounts: context.demonstrationAccounts }
}

export async function action(args: ActionFunctionArgs) {
  const { request, context, params } = args
  const form = await request.formData()
  const { own, carried } = carriedIn(form)
  if (!own) return betweenAnswer({ carried }, { status: 401 })

  const signed = form.get('credential')
  if (typeof signed === 'string' && signed !== '') return byPasskey(args, { signed, carried })
  const submission = parseWithZod(form, { schema: signInInput })
  const reply = { hideFields: ['password', CARRIED] }
  if (submission.status !== 'success')
    return betweenAnswer({ carried, result: submission.reply(reply) }, { status: 422 })

  const { db, attempts, address: from } = context
  const agent = request.headers.get('User-Agent')
  const { passwords: tries, letters } = attempts
  const trying = { db, now: context.now(), tries, letters, from, agent }
  const result = await enterByPassword(trying, submission.value)
  if (!result.ok) {
    const refused = submission.reply({ ...reply, formErrors: [result.code] })
    return refusedBetween(result, refused, carried)
  }

  const { userId, factor } = result.value
  if (factor) {
    const half = await startSession(context, request, userId, {})
    const step = withQuery(paths.giveFactor(localeOf(params)), { to: goalOf(args) })
    const headers = { 'Set-Cookie': half }
    if (unpack(carried).length === 0) return redirect(step, { status: 303, headers })
    return betweenAnswer({ carried, step }, { headers })
  }
  const cookie = await startSession(context, request, userId, { outcome: 'signed-in' })
  return goingOn(goalOf(args), { cookie, carried })
}

/** A passkey asks for a finger, a face or a number by itself: it is both factors. */
async function byPasskey(
  args: ActionFunctionArgs,
  { signed, carried }: { signed: string; carried: string },
) {
  const { request, context } = args
  const { db, origin, secureCookies, address: from } = context
  const agent = request.headers.get('User-Agent')
  const trying = { db, now: context.now(), passkeys: passkeysAt(origin), from, agent }
  const held = passkeyCookieIn(request, secureCookies)
  const result = await checkPasskey(trying, signed, held)
  if (!result.ok) {
    const refused = { status: 'error' as const, error: { '': [result.code] } }
    const headers = { 'Set-Cookie': passkeyCookie('', secureCookies, 0) }
    return betweenAnswer({ carried, result: refused }, { status: statusOf(result.code), headers })
  }
  const cookie = await startSession(context, request, result.value.userId, {
    outcome: 'passkey',
    secondFactor: true,
  })
  return goingOn(goalOf(args), { cookie, carried })
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
