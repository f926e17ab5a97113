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
import { z } from 'zod'

import { enrolment } from '#app/adapters/totp/otpauth.server.ts'
import { requireProof } from '#app/auth/guards.server.ts'
import { startSession } from '#app/auth/sessions.server.ts'
import { loadFactors } from '#app/db/read/factors.server.ts'
import { factorCode, needsFactor } from '#app/domain/accounts/second-factor.ts'
import { acting } from '#app/http/context.server.ts'
import { waitHeaders } from '#app/http/form-answer.server.ts'
import { pageSpeech } from '#app/http/page-speech.ts'
import { parseForm } from '#app/http/parse-form.ts'
import { localeOf, safePath, statusOf } from '#app/http/responses.server.ts'
import { paths } from '#app/paths.ts'
import { pageTitle } from '#app/ui/layout/page-title.ts'
import {
  beginEnrolment,
  enrolAuthenticator,
  openEnrolment,
} from '#app/use-cases/accounts/enrol-authenticator.server.ts'
import { giveFactor } from '#app/use-cases/accounts/give-factor.server.ts'
import { makeRecoveryCodes } from '#app/use-cases/accounts/make-recovery-codes.server.ts'
import { removeAuthenticator } from '#app/use-cases/accounts/remove-authenticator.server.ts'

import { SecondFactorPage, type Shown } from './page.tsx'
import { squareOf } from './square.ts'

const code = factorCode.optional()
const form = z.discriminatedUnion(
  'intent',
  [
    z.object({ intent: z.literal('begin'), code }),
    z.object({ intent: z.literal('codes'), code }),
    z.object({ intent: z.literal('remove'), code: factorCode }),
    z.object({
      intent: z.literal('confirm'),
      code: factorCode,
      waiting: z.string({ error: 'missing' }).max(400, 'enrolment-over'),
    }),
  ],
  { error: 'not-chosen' },
)

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
  const { db, sealer, attempts, secondFactor: rule, address: from } = context
  const submission = parseForm(await request.formData(), form)
  const reply = { hideFields: ['code', 'waiting'] }
  if (submission.status !== 'success')
    return answer({ result: submission.reply(reply) }, { status: 422 })
  const asked = submission.value

  const now = context.now()
  const { t } = pageSpeech(params)
  const shownOf = (secret: Uint8Array, waiting: string): Shown => {
    const { uri, typed } = enrolment(secret, t('register.name'), actor.email)
    return { waiting, uri, typed, square: squareOf(uri) }
  }
  const refused = (result: { code: string; seconds?: number }, enrolling?: Shown) => {
    const told =
      result.code === 'wrong-code'
        ? { fieldErrors: { code: [result.code] } }
        : { formErrors: [result.code] }
    const headers = waitHeaders(result.seconds)
    return answer(
      { result: submission.reply({ ...reply, ...told }), enrolling, wait: result.seconds },
      { status: statusOf(result.code), headers },
    )
  }
  /** The id changes whenever what it opens does. */
  const rotated = async (secondFactor: boolean) => ({
    'Set-Cookie': await startSession(context, request, userId, { secondFactor }),
  })

  const by = { ...acting(context, actor), actor }
  const agent = request.headers.get('User-Agent')
  const giving = { ...by, sealer, codes: attempts.codes, from, agent }
  const own = { ...giving, sessionId: session.id }
  if (asked.intent === 'confirm') {
    const result = await enrolAuthenticator(own, asked)
    if (result.ok) {
      const held = await loadFactors(db, userId)
      const next = nextOf(args)
      const shown = { person: actor, held, lacking: false, keep: false, done: false, next }
      enrolled.set(context, shown)
      return answer({ codes: result.value.codes }, { headers: await rotated(true) })
    }
    const opened = openEnrolment({ sealer, now }, userId, asked.waiting)
    const again =
      opened && result.code !== 'enrolment-over' ? shownOf(opened.secret, asked.waiting) : undefined
    return refused(result, again)
  }
  if (asked.intent === 'remove') {
    const result = await removeAuthenticator({ ...own, rule }, asked.code)
    if (!result.ok) return refused(result)
    const headers = await rotated(session.secondFactorAt !== null)
    return redirect(paths.secondFactor(localeOf(params), { removed: '1' }), {
      status: 303,
      headers,
    })
  }
  // Whoever has an app shows that it is still theirs before anything takes its place.
  if ((await loadFactors(db, userId)).authenticator) {
    if (asked.code === undefined)
      return answer(
        { result: submission.reply({ ...reply, fieldErrors: { code: ['missing'] } }) },
        { status: 422 },
      )
    const given = await giveFactor(giving, userId, asked.code)
    if (!given.ok) return refused(given)
  }
  if (asked.intent === 'begin') {
    const { secret, waiting } = await beginEnrolment({ ...by, sealer })
    return answer({ enrolling: shownOf(secret, waiting) })
  }
  const made = await makeRecoveryCodes(by)
  return made.ok ? answer({ codes: made.value.codes }) : refused(made)
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
