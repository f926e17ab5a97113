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
import { useActionData, useLoaderData } from '@remix-run/react'

import { enrolment } from '#app/adapters/totp/otpauth.server.ts'
import { requireProof } from '#app/auth/guards.server.ts'
import { startSession } from '#app/auth/sessions.server.ts'
import { loadFactors } from '#app/db/read/factors.server.ts'
import { factorChange, needsFactor } from '#app/domain/accounts/second-factor.ts'
import { acting } from '#app/http/context.server.ts'
import { waitHeaders } from '#app/http/form-answer.server.ts'
import { pageSpeech } from '#app/http/page-speech.ts'
import { parseForm } from '#app/http/parse-form.ts'
import { localeOf, safePath, statusOf } from '#app/http/responses.server.ts'
import { paths } from '#app/paths.ts'
import { pageTitle } from '#app/ui/layout/page-title.ts'
import { changeSecondFactor } from '#app/use-cases/accounts/change-second-factor.server.ts'
import { openEnrolment } from '#app/use-cases/accounts/enrol-authenticator.server.ts'

import type { Shown } from './enrolment.tsx'
import { SecondFactorPage } from './page.tsx'
import { squareOf } from './square.ts'

export const meta: MetaFunction = ({ params }) => {
  const speech = pageSpeech(params)
  return [{ title: pageTitle(speech, speech.t('factor.title')) }]
}

export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders

// The page is drawn with the cookie that came, whose session the action has just replaced.
const enrolled = new WeakMap<AppLoadContext, Awaited<ReturnType<typeof standing>>>()

export const loader = async (asked: LoaderFunctionArgs) =>
  enrolled.get(asked.context) ?? (await standing(asked))

type Asked = Pick<LoaderFunctionArgs, 'request' | 'context' | 'params'>
async function standing({ request, context, params }: Asked) {
  const { actor, lacksFactor } = await requireProof(request, context, params)
  const held = await loadFactors(context.db, actor.userId)
  const keep = held.passkeys === 0 && needsFactor(actor, context.secondFactor)
  const done = request.method === 'GET' && new URL(request.url).searchParams.has('removed')
  const next = nextOf({ request, context, params })
  return { person: actor, held, lacking: lacksFactor, keep, done, next }
}

/** Where they were going when a role of theirs led them here. */
function nextOf({ request, context, params }: Asked) {
  const to = safePath(new URL(request.url).searchParams.get('to'), context.origin)
  return to === '/' ? paths.desk(localeOf(params)) : to
}

export async function action(args: ActionFunctionArgs) {
  const { request, context, params } = args
  const session = await requireProof(request, context, params)
  const { actor, userId } = session
  const submission = parseForm(await request.formData(), factorChange)
  const reply = { hideFields: ['code', 'waiting'] }
  if (submission.status !== 'success')
    return answer({ result: submission.reply(reply) }, { status: 422 })
  const asked = submission.value

  const { db, sealer, attempts, secondFactor: rule, address: from } = context
  const agent = request.headers.get('User-Agent')
  const by = { ...acting(context, actor), actor, from, agent }
  const giving = { sealer, codes: attempts.codes, rule, sessionId: session.id }
  const result = await changeSecondFactor({ ...by, ...giving }, asked)
  const { t } = pageSpeech(params)
  const shownOf = (secret: Uint8Array, waiting: string): Shown => {
    const { uri, typed } = enrolment(secret, t('register.name'), actor.email)
    return { waiting, uri, typed, square: squareOf(uri) }
  }
  if (!result.ok) {
    const { code } = result
    const ofCode = code === 'wrong-code' || code === 'missing'
    const told = ofCode ? { fieldErrors: { code: [code] } } : { formErrors: [code] }
    const opened =
      asked.intent === 'confirm' && code !== 'enrolment-over'
        ? openEnrolment({ sealer, now: context.now() }, userId, asked.waiting)
        : undefined
    const wait = 'seconds' in result ? result.seconds : undefined
    return answer(
      {
        result: submission.reply({ ...reply, ...told }),
        enrolling:
          opened && asked.intent === 'confirm' ? shownOf(opened.secret, asked.waiting) : undefined,
        wait,
      },
      { status: code === 'missing' ? 422 : statusOf(code), headers: waitHeaders(wait) },
    )
  }

  /** The id changes whenever what it opens does. */
  const rotated = async (secondFactor: boolean) => ({
    'Set-Cookie': await startSession(context, request, userId, { secondFactor }),
  })
  const done = result.value
  if (done.did === 'begun') return answer({ enrolling: shownOf(done.secret, done.waiting) })
  if (done.did === 'made-codes') return answer({ codes: done.codes })
  if (done.did === 'enrolled') {
    const held = await loadFactors(db, userId)
    const next = nextOf(args)
    const shown = { person: actor, held, lacking: false, keep: false, done: false, next }
    enrolled.set(context, shown)
    return answer({ codes: done.codes }, { headers: await rotated(true) })
  }
  const headers = await rotated(session.secondFactorAt !== null)
  const to = paths.secondFactor(localeOf(params), { removed: '1' })
  return redirect(to, { status: 303, headers })
}

type Answer = {
  result: SubmissionResult | undefined
  enrolling: Shown | undefined
  codes: string[] | undefined
  wait: number | undefined
}
const answer = (
  said: Partial<{ [key in keyof Answer]: Answer[key] | undefined }>,
  init: ResponseInit = {},
) =>
  data<Answer>(
    { result: undefined, enrolling: undefined, codes: undefined, wait: undefined, ...said },
    init,
  )

export default function Route() {
  const answered = useActionData<typeof action>()
  return (
    <SecondFactorPage
      {...useLoaderData<typeof loader>()}
      result={answered?.result}
      enrolling={answered?.enrolling}
      codes={answered?.codes}
      wait={answered?.wait}
    />
  )
}
