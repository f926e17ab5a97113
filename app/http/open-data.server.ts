import { createHash } from 'node:crypto'

import type { AppLoadContext, LoaderFunctionArgs } from '@remix-run/node'

import { isCursor } from '#app/db/read/keyset.server.ts'
import { DatabaseUnavailable } from '#app/db/unavailable.server.ts'
import { notUnderstood, type CommitmentFilters } from '#app/domain/browsing/filters.ts'
import { FORMAT } from '#app/domain/open-data/commitment.ts'
import { problemTitles, type ProblemStatus } from '#app/domain/open-data/problem.ts'

/** Anybody's programs may read it, from any site. No session is read, so nothing varies by who asks. */
const open = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': 'ETag, Link, RateLimit, RateLimit-Policy, Retry-After',
}
/** Kept by anybody, asked again each time. */
export const openHeaders = { ...open, 'Cache-Control': 'public, max-age=0, must-revalidate' }

export const problemHeaders = {
  ...open,
  'Content-Type': 'application/problem+json; charset=utf-8',
  'Cache-Control': 'no-store',
}

/** What is wrong with a request, as RFC 9457 says it; `parameter` is the one that is wrong. */
export const problemBody = (status: ProblemStatus, detail: string, parameter?: string) => ({
  type: 'about:blank',
  title: problemTitles[status],
  status,
  detail,
  ...(parameter === undefined ? {} : { parameter }),
})

export const problem = (status: ProblemStatus, detail: string, parameter?: string): Response =>
  Response.json(problemBody(status, detail, parameter), { status, headers: problemHeaders })

type Answered = { next?: string; [name: string]: unknown }

/**
 * Open data: the format it follows, then what was asked for. Weak, the validator: what is compressed
 * on its way has other bytes. The public cache, which keeps those bytes, puts a strong one in its place.
 */
export function openData(request: Request, body: Answered): Response {
  const text = JSON.stringify({ format: FORMAT, ...body })
  const etag = `W/"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"`
  const headers = new Headers({ ...openHeaders, ETag: etag })
  if (body.next !== undefined) headers.set('Link', `<${body.next}>; rel="next"`)
  const held = request.headers.get('If-None-Match') ?? ''
  if (held.split(',').some((one) => one.trim() === '*' || one.trim() === etag))
    return new Response(null, { status: 304, headers })
  headers.set('Content-Type', 'application/json; charset=utf-8')
  return new Response(text, { headers })
}

type Work = (args: LoaderFunctionArgs) => Promise<Answered | Response> | Answered | Response

/** A loader of the API: what it is asked for as JSON, what goes wrong as a problem. */
export const apiLoader =
  (work: Work) =>
  async (args: LoaderFunctionArgs): Promise<Response> => {
    try {
      const said = await work(args)
      return said instanceof Response ? said : openData(args.request, said)
    } catch (error) {
      return failed(error, args.context)
    }
  }

function failed(error: unknown, { log, requestId }: AppLoadContext): Response {
  log.error({ id: requestId, err: error }, 'request failed')
  if (!(error instanceof DatabaseUnavailable)) return problem(500, reference(requestId))
  const answer = problem(503, reference(requestId))
  answer.headers.set('Retry-After', String(error.retryAfterSeconds))
  return answer
}

/** What somebody who asks for help can name. */
export const reference = (requestId: string) => `The request is known here as ${requestId}.`

/** The most one page of a list holds. */
export const MOST = 200

export type Page = { after: string; limit: number }
type Paging = { isKey: (text: string) => boolean; limit?: number; others?: readonly string[] }

/** Which page of a list an address asks for, or the problem with what it says. */
export function pageAsked(
  url: string,
  { isKey, limit: usual = MOST, others = [] }: Paging,
): Page | Response {
  const search = new URL(url).searchParams
  const known = [...others, 'after', 'limit']
  for (const name of search.keys())
    if (!known.includes(name))
      return problem(400, `\`${name}\` is none of ${known.join(', ')}.`, name)
  const [after = '', ...more] = search.getAll('after')
  if (more.length > 0 || (after !== '' && !isKey(after)))
    return problem(400, '`after` is where the page before says this one begins.', 'after')
  const [typed = String(usual), ...twice] = search.getAll('limit')
  const limit = /^[1-9]\d{0,2}$/.test(typed) ? Number(typed) : 0
  if (twice.length > 0 || limit < 1 || limit > MOST)
    return problem(400, `\`limit\` is a whole number from 1 to ${MOST}.`, 'limit')
  return { after, limit }
}

const ROWS = 25

type Misread = (search: URLSearchParams) => Response | undefined

/** Which rows of a list with filters an address asks for, or the problem with what it says. */
export function rowsAsked(url: string, others: readonly string[], misread: Misread) {
  const page = pageAsked(url, { isKey: isCursor, limit: ROWS, others })
  if (page instanceof Response) return page
  const search = new URL(url).searchParams
  return misread(search) ?? { page, search }
}

/** The problem with a filter whose value came to nothing in what was read of it. */
export function unknownValue(
  search: URLSearchParams,
  filters: CommitmentFilters,
): Response | undefined {
  const unknown = notUnderstood(search, filters)
  return unknown && problem(400, `\`${unknown.name}\` has no such value here.`, unknown.name)
}

/** For what takes no parameters at all, so that none is thought to have been heard. */
export function unasked(url: string): Response | undefined {
  const [name] = new URL(url).searchParams.keys()
  return name === undefined ? undefined : problem(400, `\`${name}\` means nothing here.`, name)
}

/** The address of the page that follows, while this one was full. */
export function nextPage(path: string, { limit }: Page, keys: readonly string[]) {
  const last = keys.at(-1)
  if (last === undefined || keys.length < limit) return {}
  return { next: `${path}?${new URLSearchParams({ after: last, limit: String(limit) })}` }
}
