import { FORMAT } from '#app/domain/open-data/commitment.ts'

/** Anybody's programs may read it, from any site. No session is read, so nothing varies by who asks. */
const open = { 'Access-Control-Allow-Origin': '*' }
/** Kept by anybody, asked again each time. */
export const openHeaders = { ...open, 'Cache-Control': 'public, max-age=0, must-revalidate' }

/** Open data: the format it follows, then what was asked for. */
export const openData = (body: object): Response =>
  Response.json({ format: FORMAT, ...body }, { headers: openHeaders })

const titles = { 400: 'Bad request', 404: 'Not found' } as const

/** What is wrong with a request, as RFC 9457 says it. */
export const problem = (status: keyof typeof titles, detail: string): Response =>
  Response.json(
    { type: 'about:blank', title: titles[status], status, detail },
    {
      status,
      headers: {
        ...open,
        'Content-Type': 'application/problem+json; charset=utf-8',
        'Cache-Control': 'no-store',
      },
    },
  )

const LIMIT = 200

export type Page = { after: string; limit: number }

/** Which page of a list an address asks for, or the problem with what it says. */
export function pageAsked(url: string, isKey: (text: string) => boolean): Page | Response {
  const search = new URL(url).searchParams
  const [after = '', ...others] = search.getAll('after')
  const [typed = String(LIMIT), ...more] = search.getAll('limit')
  if (others.length > 0 || (after !== '' && !isKey(after)))
    return problem(400, '`after` is the last key of the page before.')
  const limit = /^[1-9]\d{0,2}$/.test(typed) ? Number(typed) : 0
  if (more.length > 0 || limit < 1 || limit > LIMIT)
    return problem(400, `\`limit\` is a whole number from 1 to ${LIMIT}.`)
  return { after, limit }
}

/** The address of the page that follows, while this one was full. */
export function nextPage(path: string, { limit }: Page, keys: readonly string[]) {
  const last = keys.at(-1)
  if (last === undefined || keys.length < limit) return {}
  return { next: `${path}?${new URLSearchParams({ after: last, limit: String(limit) })}` }
}
