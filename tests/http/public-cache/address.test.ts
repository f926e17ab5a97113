import { readdirSync, readFileSync } from 'node:fs'

import type { RouteConfigEntry } from '@remix-run/route-config'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { isTextFile, keptAddress } from '#app/http/public-cache/address.ts'
import routes from '#app/routes.ts'

const flatten = (entries: RouteConfigEntry[], above = ''): { path: string; file: string }[] =>
  entries.flatMap(({ path = '', file, children = [] }) => {
    const own = [above, path].filter((part) => part !== '' && part !== '/').join('/')
    return [{ path: `/${own}`, file }, ...flatten(children, own)]
  })
const table = flatten(routes as RouteConfigEntry[])
const filled = (path: string) =>
  path.replace(':locale', 'en').replace(/:\w+/g, 'QD-2027-0147').replace('*', 'qd2015/oer/1')

it('keeps pages that are answered without a session, and no others', () => {
  const kept = table.filter(({ path }) => keptAddress(filled(path)) !== undefined)
  expect(kept.map(({ path }) => path)).toContain('/:locale/commitments/:number')
  for (const { path, file } of kept) {
    expect([path, file]).toEqual([
      path,
      expect.stringMatching(/^routes\/(public|feeds|formats|api)\//),
    ])
    expect(readFileSync(`app/${file}`, 'utf8')).not.toMatch(/#app\/auth|Accept-Language/)
  }
  const never = table.filter(({ file }) => /^routes\/(desk|account|log)\//.test(file))
  expect(never.length).toBeGreaterThan(40)
  for (const { path } of never) expect([path, keptAddress(filled(path))]).toEqual([path, undefined])
})

it.each([
  '/',
  '/r/QD-2027-0147',
  '/healthz',
  '/files/evd_1',
  '/en/',
  '/EN',
  '/de',
  '/en/Commitments',
  '/en//commitments',
  '/en/commitments/',
  '/en/commitments/../desk',
  '/en/commitments/%2e%2e/desk',
  '/en/commitments/QD-2027-0147/desk',
  '/en/desk',
  '/en/desk/commitments',
  '/en/account/invitations/x',
  '/en/sign-in',
  '/en/first-run?token=x',
  '/en/log',
  '/en/log/3',
  '/en/commitments.csv',
  '/en/commitments.json',
  '/en/milestones.ics',
  '/en/clauses/qd2015/oer/1.json',
  '/en/clauses/qd2015/oer/1.csv',
  '/en/commitments/QD-2027-0147.csv',
  '/en/declarations/qd2015/desk',
  'http://evil.example/en',
  '//evil.example/en',
  '/en#x',
  '/en\\desk',
  '/en?_data=root',
  '/en?%5Fdata=root',
  '/en?_routes=root',
  '/en?nobody-reads-this=1',
  '/en?q=a&session=1',
  '/en/commitments?__proto__=1',
  `/en/search?q=${'x'.repeat(1_000)}`,
])('does not keep %s', (url) => expect(keptAddress(url)).toBeUndefined())

it.each([
  ['/en', '/en'],
  ['/en?', '/en'],
  ['/ar/log.atom?kind=', '/ar/log.atom'],
  ['/en/commitments?group=academia&clause=', '/en/commitments?group=academia'],
  [
    '/en/commitments?outcome=kept&group=ngo&outcome=not-kept',
    '/en/commitments?group=ngo&outcome=kept&outcome=not-kept',
  ],
  ['/en/commitments?year=2027&year=2027', '/en/commitments?year=2027'],
  ['/en/commitments?utm_source=mail&year=2027&fbclid=1', '/en/commitments?year=2027'],
  ['/zh/search?q=%E6%95%99%20x', '/zh/search?q=%E6%95%99+x'],
  ['/en/search?q=a?b', '/en/search?q=a%3Fb'],
  ['/en/commitments/QD-2027-0147.json', '/en/commitments/QD-2027-0147.json'],
  ['/en/commitments.atom?year=2027', '/en/commitments.atom?year=2027'],
  ['/en/clauses/qd2015/oer/1.atom', '/en/clauses/qd2015/oer/1.atom'],
])('keeps %s as %s', (url, kept) => expect(keptAddress(url)).toBe(kept))

describe('an address, whatever it is', () => {
  const name = fc.constantFrom('q', 'year', 'group', 'outcome', 'utm_source', 'sort')
  const value = fc.oneof(fc.string({ maxLength: 12 }), fc.constantFrom('', 'a', 'b', '2027'))
  const query = fc.array(fc.tuple(name, value), { maxLength: 8 })
  const asked = (pairs: [string, string][]) => `/fr/search?${new URLSearchParams(pairs)}`

  it('has one spelling, which is its own', () => {
    fc.assert(
      fc.property(query, (pairs) => {
        const kept = keptAddress(asked(pairs)) ?? ''
        expect(keptAddress(kept)).toBe(kept)
      }),
    )
  })

  it('means to the page what was asked for: the same values of each name, in their order', () => {
    const read = (url: string, one: string) => [
      ...new Set(new URL(url, 'http://x').searchParams.getAll(one).filter(Boolean)),
    ]
    fc.assert(
      fc.property(query, (pairs) => {
        const url = asked(pairs)
        for (const one of ['q', 'year', 'group', 'outcome', 'sort'])
          expect(read(keptAddress(url) ?? '', one)).toEqual(read(url, one))
      }),
    )
  })

  it('is the same in whatever order its names stand', () => {
    fc.assert(
      fc.property(query, fc.nat(), (pairs, seed) => {
        const names = [...new Set(pairs.map(([one]) => one))]
        const turned = [...names.slice(seed % (names.length || 1)), ...names]
        const moved = [...new Set(turned)].flatMap((one) => pairs.filter(([own]) => own === one))
        expect(keptAddress(asked(moved))).toBe(keptAddress(asked(pairs)))
      }),
    )
  })

  it('is never of the desk, an account, or another spelling', () => {
    fc.assert(
      fc.property(
        fc.webPath(),
        fc.constantFrom('desk', 'account', 'api', 'files'),
        (path, room) => {
          expect(keptAddress(`/en/${room}${path}`)).toBeUndefined()
          expect(keptAddress(`/${room}${path}`)).toBeUndefined()
        },
      ),
    )
  })
})

it.each([
  ['/assets/app-1a2b.css', true],
  ['/assets/root-1a2b.js', true],
  ['/favicon.svg', true],
  ['/assets/app.css?x=1', false],
  ['/assets/../app.css', false],
  ['/fonts/a.woff2', false],
  ['/en/desk/app.css', false],
])('a built file that is text: %s %s', (url, is) => expect(isTextFile(url)).toBe(is))

it('knows each name that a public page reads from a query', () => {
  const read = ['app/routes/public', 'app/routes/feeds', 'app/db/read', 'app/domain/browsing']
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => `${folder}/${file}`),
    )
    .filter((file) => /\.tsx?$/.test(file))
    // What administrators look through is no public page.
    .filter((file) => !/\/(?:audit|people)\.server/.test(file))
    .flatMap((file) =>
      [
        ...readFileSync(file, 'utf8').matchAll(/[sS]earch(?:Params)?\.(?:get|getAll)\('(\w+)'\)/g),
      ].map(([, name]) => name ?? ''),
    )
  expect(read.length).toBeGreaterThan(10)
  for (const name of new Set(read))
    expect([name, keptAddress(`/en/search?${name}=a`)]).toEqual([name, `/en/search?${name}=a`])
})

it('keeps what the API answers in a page’s size, as it was asked', () => {
  for (const url of [
    '/api/v1/commitments',
    '/api/v1/commitments?limit=5&outcome=kept',
    '/api/v1/commitments/QD-2026-0001',
    '/api/v1/openapi.json',
  ])
    expect([url, keptAddress(url)]).toEqual([url, url])
  for (const url of [
    '/api/v1/records',
    '/api/v2/commitments',
    '/api/v1/commitments?limit=',
    '/api/v1/commitments?limit=5&limit=5',
    '/api/v1/commitments?utm_source=x',
    '/en/commitments?limit=5',
  ])
    expect([url, keptAddress(url)]).toEqual([url, undefined])
})
