import { matchRoutes } from '@remix-run/react'

import { formatOf } from '#app/paths.ts'
import routes from '#app/routes.ts'

import type { Kind } from './budgets.ts'
import { asSent, type Weight } from './page.ts'

export type Weighed = { pattern: string; kind: Kind; weight: Weight }
type Weigh = (path: string, headers?: Record<string, string>) => Promise<Weight>

/** So many pages of one route are weighed, in the order they are found. */
const EACH = 6

/** `:locale/commitments/:number` and the like: the route that answers a path. */
export const patternOf = (path: string): string =>
  matchRoutes(routes as Parameters<typeof matchRoutes>[0], path.replace(/[?#].*$/, ''))
    ?.map(({ route }) => route.path ?? '')
    .filter((part) => part !== '')
    .join('/') ?? ''

/** Weighs what pages lead to from one, following links within `within`. */
export async function walk(
  weigh: Weigh,
  {
    from,
    within,
    headers = {},
  }: { from: readonly string[]; within: RegExp; headers?: Record<string, string> },
): Promise<Weighed[]> {
  const waiting = [...from]
  const seen = new Set(waiting)
  const counts = new Map<string, number>()
  const found: Weighed[] = []
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const pattern = patternOf(path)
    const count = counts.get(pattern) ?? 0
    if (count >= EACH) continue
    counts.set(pattern, count + 1)
    const weight = await weigh(path, headers)
    if (weight.status === 200) found.push({ pattern, kind: kindOf(pattern, weight.text), weight })
    for (const [, link = ''] of weight.text.matchAll(
      /<(?:a|form)\b[^>]*?\s(?:href|action)="([^"#]*)/g,
    )) {
      const next = link.replaceAll('&amp;', '&')
      if (!within.test(next) || formatOf(next.replace(/\?.*$/, '')) !== undefined || seen.has(next))
        continue
      seen.add(next)
      waiting.push(next)
    }
  }
  return found
}

/** Every desk page can be signed out of; that alone makes it no form. */
function kindOf(pattern: string, html: string): Kind {
  if (pattern === ':locale/desk/review/:id') return 'review'
  const forms = [...html.matchAll(/<form\b[^>]*method="post"[^>]*>/gi)]
  if (forms.some(([form]) => !form.includes('/sign-out'))) return 'form'
  return pattern.startsWith(':locale/desk') ? 'desk' : 'public'
}

/** Signs in by the form itself; answers the header that a browser would send from then on. */
export async function signIn(url: string, email: string, password: string) {
  const path = `${url}/en/sign-in`
  const { text } = await asSent(path)
  const hidden = [...text.matchAll(/<input[^>]*type="hidden"[^>]*>/g)].map(
    ([input]): [string, string] => [
      /name="([^"]*)"/.exec(input)?.[1] ?? '',
      /value="([^"]*)"/.exec(input)?.[1] ?? '',
    ],
  )
  const body = new URLSearchParams([...hidden, ['email', email], ['password', password]])
  const headers = { 'Sec-Fetch-Site': 'same-origin' }
  const answer = await fetch(path, { method: 'POST', body, headers, redirect: 'manual' })
  const cookie = answer.headers
    .getSetCookie()
    .map((line) => line.split(';', 1)[0])
    .join('; ')
  if (cookie === '') throw new Error(`${email} cannot sign in: ${answer.status}`)
  return { Cookie: cookie }
}
