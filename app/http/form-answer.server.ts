import type { SubmissionResult } from '@conform-to/react'
import { data } from '@remix-run/node'

/** When to try again, for who tried too often. */
export const waitHeaders = (seconds: number | undefined): Record<string, string> =>
  seconds === undefined ? {} : { 'Retry-After': String(seconds) }

/** A form that comes back: with what is wrong in it (422), or with how long to wait first (429). */
export const formAnswer = (result: SubmissionResult, wait?: number) =>
  data({ result, wait }, { status: wait === undefined ? 422 : 429, headers: waitHeaders(wait) })
