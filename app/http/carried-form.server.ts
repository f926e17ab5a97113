import type { SubmissionResult } from '@conform-to/react'
import { data, redirect, type LoaderFunctionArgs } from '@remix-run/node'

import { paths } from '#app/paths.ts'
import { CARRIED, MARK, pack, unpack, type Fields } from '#app/ui/form/carried.ts'

import { waitHeaders } from './form-answer.server.ts'
import { localeOf, safePath, statusOf } from './responses.server.ts'

// The pages that come between somebody and the form they sent: sign-in, and the second factor.

type Asked = Pick<LoaderFunctionArgs, 'request' | 'context' | 'params'>

/** Where they were going; their desk where that is nowhere of ours. */
export function goalOf({ request, context, params }: Asked): string {
  const to = safePath(new URL(request.url).searchParams.get('to'), context.origin)
  return to === '/' ? paths.desk(localeOf(params)) : to
}

type Answer = {
  /** What was typed elsewhere, packed, to come along with the next form. */
  carried: string
  result: SubmissionResult | undefined
  resume: { to: string; fields: Fields } | undefined
  /** Where the second factor is given, for who has one; what was typed goes along. */
  step: string | undefined
  /** Seconds until there may be another try. */
  wait: number | undefined
}

export const betweenAnswer = (said: Partial<Answer>, init: ResponseInit) =>
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

/** A form of the page's own, refused: with the status of why, and how long to wait. */
export function refusedBetween(
  refusal: { code: string; seconds?: number },
  result: SubmissionResult,
  carried: string,
) {
  const wait = refusal.seconds
  const init = { status: statusOf(refusal.code), headers: waitHeaders(wait) }
  return betweenAnswer({ carried, result, wait }, init)
}

/** What came along with the page's own form; of somebody's form sent on by a guard, that itself. */
export function carriedIn(form: FormData): { own: boolean; carried: string } {
  if (!form.has(MARK)) return { own: false, carried: pack(form) }
  const bundle = form.get(CARRIED)
  return { own: true, carried: typeof bundle === 'string' ? bundle : '' }
}

/** The session has begun: on to where they were going, with what they had typed, if anything. */
export function goingOn(goal: string, { cookie, carried }: { cookie: string; carried: string }) {
  const headers = { 'Set-Cookie': cookie }
  const fields = unpack(carried)
  if (fields.length === 0) return redirect(goal, { status: 303, headers })
  return betweenAnswer({ resume: { to: goal, fields } }, { headers })
}
