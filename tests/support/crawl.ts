import type { APIRequestContext } from '@playwright/test'
import type { RouteConfigEntry } from '@remix-run/route-config'

import { formatOf } from '#app/paths.ts'
import routes from '#app/routes.ts'

import { PASSWORD } from './browser.ts'

/** A page as its bytes came, and the route of the table of contents that answered. */
export type Found = { path: string; pattern: string; status: number; html: string }

const entries: RouteConfigEntry[] = routes
/** `:locale/commitments/:number` and the like, the most exact first, a page's formats before it. */
export const patterns = entries
  .map(({ path }) => path ?? '')
  .filter((path) => path !== '*')
  .toSorted((a, b) => wildness(a) - wildness(b))

function wildness(pattern: string) {
  return formatOf(pattern) ? 0 : (pattern.match(/[:*]/g) ?? []).length
}

const matchers = patterns.map((pattern) => ({
  pattern,
  matches: new RegExp(
    `^/${pattern
      .replace(/:locale/, '[a-z]{2}')
      .replace(/\/:\w+\?/g, '(?:/[^/]+)?')
      .replace(/:\w+/g, '[^/]+')
      .replace('*', '.+')}$`,
  ),
}))

export const patternOf = (path: string) =>
  matchers.find(({ matches }) => matches.test(path.replace(/[?#].*$/, '')))?.pattern

/** Every address a page leads to by a link or a form, as the path it would be asked for. */
export function addressesIn({ html, path }: Pick<Found, 'html' | 'path'>): string[] {
  const here = new URL(path, 'http://here.example')
  return [...html.matchAll(/<(?:a|form)\b[^>]*?\s(?:href|action)="([^"]*)"/g)].flatMap(
    ([, found]) => {
      const url = new URL((found ?? '').replaceAll('&amp;', '&'), here)
      return url.origin === here.origin ? [url.pathname + url.search] : []
    },
  )
}

const isPage = (path: string) => formatOf(path.replace(/[?#].*$/, '')) === undefined

/** The other formats that pages lead to, each once. */
export const formatsIn = (pages: readonly Found[]): string[] => [
  ...new Set(pages.flatMap(addressesIn).filter((path) => !isPage(path))),
]

/**
 * Follows links and forms from page to page, reading each address once and at most `each` of a
 * route; `within` says where not to go.
 */
export async function crawl(
  request: APIRequestContext,
  options: { from: readonly string[]; within: RegExp; each?: number },
): Promise<Found[]> {
  const { from, within, each = Infinity } = options
  const waiting = [...from]
  const seen = new Set(waiting)
  const counts = new Map<string, number>()
  const found: Found[] = []
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const pattern = patternOf(path)
    const count = counts.get(pattern ?? '') ?? 0
    if (pattern === undefined || count >= each) continue
    counts.set(pattern, count + 1)
    const answer = await request.get(path, { maxRedirects: 0 })
    const page = { path, pattern, status: answer.status(), html: await answer.text() }
    found.push(page)
    for (const next of addressesIn(page))
      if (!seen.has(next) && isPage(next) && within.test(next)) {
        seen.add(next)
        waiting.push(next)
      }
  }
  return found
}

/** At most so many pages of each route, in the order they were found. */
export function fewOf(pages: readonly Found[], each: number): Found[] {
  const counts = new Map<string, number>()
  return pages.filter(({ pattern }) => {
    const count = (counts.get(pattern) ?? 0) + 1
    counts.set(pattern, count)
    return count <= each
  })
}

/** Everything a person's desk leads to, their own account included. */
export async function deskOf(request: APIRequestContext): Promise<Found[]> {
  // Ten minutes after the sign-in what changes the account asks who one is; the crawl says it first.
  const page = (await request.get('/en/account/prove')).url()
  const headers = { Origin: new URL(page).origin }
  const answer = await request.post(page, {
    form: { password: PASSWORD },
    headers,
    maxRedirects: 0,
  })
  if (answer.status() !== 303) throw new Error(`the crawl’s password: ${answer.status()}`)
  return crawl(request, {
    from: ['/en/desk'],
    within: /^\/en\/(?:desk(?!\/files\/)|account(?!\/data\/export$))/,
    each: 20,
  })
}
