import { beforeAll, expect, it } from 'vitest'

import * as about from '#app/routes/public/about/route.tsx'
import * as checkEntry from '#app/routes/public/check-entry/route.tsx'
import * as chooseLanguage from '#app/routes/public/choose-language/route.tsx'
import * as clause from '#app/routes/public/clause/route.tsx'
import * as commitment from '#app/routes/public/commitment/route.tsx'
import * as commitments from '#app/routes/public/commitments/route.tsx'
import * as coverage from '#app/routes/public/coverage/route.tsx'
import * as data from '#app/routes/public/data/route.tsx'
import * as declaration from '#app/routes/public/declaration/route.tsx'
import * as declarations from '#app/routes/public/declarations/route.tsx'
import * as home from '#app/routes/public/home/route.tsx'
import * as logEntry from '#app/routes/public/log-entry/route.tsx'
import * as log from '#app/routes/public/log/route.tsx'
import * as missing from '#app/routes/public/not-found/route.tsx'
import * as organisation from '#app/routes/public/organisation/route.tsx'
import * as organisations from '#app/routes/public/organisations/route.tsx'
import * as permalink from '#app/routes/public/permalink/route.tsx'
import * as places from '#app/routes/public/places/route.tsx'
import * as search from '#app/routes/public/search/route.tsx'
import { freshDatabase } from '#tests/support/database.ts'
import { signLog } from '#tests/support/log-routes.ts'
import { withoutData } from '#tests/support/scripts.ts'
import { SECRET, worldWithSecrets } from '#tests/support/secrets.ts'
import { testServer } from '#tests/support/server.ts'
import { NOW } from '#tests/support/world.ts'

const routes = {
  '/': chooseLanguage,
  'r/:number': permalink,
  ':locale': home,
  ':locale/about': about,
  ':locale/data': data,
  ':locale/declarations': declarations,
  ':locale/declarations/:key': declaration,
  ':locale/clauses/*': clause,
  ':locale/commitments': commitments,
  ':locale/commitments/:number': commitment,
  ':locale/coverage': coverage,
  ':locale/places': places,
  ':locale/search': search,
  ':locale/organisations': organisations,
  ':locale/organisations/:id': organisation,
  ':locale/log': log,
  ':locale/log/:entry': logEntry,
  ':locale/log/:entry/check': checkEntry,
  '*': missing,
} as unknown as Parameters<typeof testServer>[0]

const serve = async (db: Awaited<ReturnType<typeof freshDatabase>>) =>
  testServer(routes, { db, now: () => NOW })
type Served = Awaited<ReturnType<typeof serve>>

let busy: Served
let number: string
let pages: string[]
let hidden: string[]
beforeAll(async () => {
  const found = await worldWithSecrets()
  number = found.number
  await signLog(found.db)
  busy = await serve(found.db)
  pages = [
    ...['', '/about', '/data', '/declarations', '/declarations/qd2015', '/clauses/qd2015/oer/1'],
    ...['/commitments', `/commitments/${number}`, `/commitments/${number}?from=1&to=1`],
    ...['/commitments?country=002&sort=due', '/commitments?group=academia', '/organisations'],
    `/organisations/${found.w.organisationId}`,
    ...['/search', '/search?q=teachers&sort=due', '/search?q=zebra&outcome=kept', '/search?q=%22'],
    ...[
      '/coverage',
      '/coverage?show=kept&country=150&year=2026',
      '/places',
      '/places?region=014&outcome=kept',
    ],
    ...['/log', '/log?kind=commitment.published', '/log/0', '/log/0/check', '/log/3/check'],
  ]
  hidden = [
    ...['/nothing', '/declarations/nap6', '/clauses/qd2015', '/clauses/qd2015/oer/7'],
    ...[
      '/commitments/QD-2026-9999',
      '/organisations/org_nobody',
      `/commitments/${found.commitment.id}`,
    ],
    ...['/log/999', '/log/999/check', '/log/00', '/log/0/nothing'],
  ]
})

it('shows every page in every language as whole HTML that anybody may keep', async () => {
  for (const locale of ['en', 'ar', 'zh', 'fr', 'ru', 'es'])
    for (const page of pages) {
      const answer = await busy.ask(`/${locale}${page}`)
      const html = await answer.text()
      expect([page, answer.status]).toEqual([page, 200])
      expect(answer.headers.get('Cache-Control')).toBe('public, max-age=0, must-revalidate')
      expect(answer.headers.get('Vary')).toContain('Save-Data')
      expect(answer.headers.get('Set-Cookie')).toBeNull()
      expect(html).toContain(`<html lang="${locale}"`)
      expect(html.match(/<h1[ >]/g)).toHaveLength(1)
      expect(withoutData(html)).not.toContain('<script')
      expect(html).not.toContain(' style="')
      expect(html).not.toContain(SECRET)
    }
})

it('gives the same bytes to somebody with a cookie and to somebody without', async () => {
  for (const page of pages) {
    const plain = await (await busy.ask(`/en${page}`)).text()
    const cookie = { headers: { Cookie: 'kept_session=whatever' } }
    expect(await (await busy.ask(`/en${page}`, cookie)).text()).toBe(plain)
  }
})

it('has no page for what is not public, and says where to look', async () => {
  for (const page of hidden) {
    const answer = await busy.ask(`/en${page}`)
    const html = await answer.text()
    expect([page, answer.status]).toEqual([page, 404])
    expect(answer.headers.get('Cache-Control')).toBe('private, no-store')
    expect(html).toContain('href="/en/commitments"')
  }
  expect((await busy.ask('/xx')).status).toBe(404)
  expect((await busy.ask('/a/b/c')).status).toBe(404)
})

it('never fails on an address somebody made up', async () => {
  const nonsense = [
    '?after=%00&before=%ff',
    '?sort=constructor&group=__proto__&clause=toString',
    '?country=%27%3B--&year=99999&due=1&reporting=x&organisation=%25',
    `?from=-1&to=1e9&x=${'y'.repeat(2000)}`,
  ]
  for (const page of pages.map((one) => one.split('?', 1)[0]))
    for (const query of nonsense)
      expect([page, query, (await busy.ask(`/en${page}${query}`)).status]).toEqual([
        page,
        query,
        200,
      ])
})

it('sends to the best language for the reader', async () => {
  const asked = async (language: string) =>
    busy.ask('/', { headers: { 'Accept-Language': language } })
  for (const [language, to] of [
    ['fr-CA,fr;q=0.9,en;q=0.5', '/fr'],
    ['de', '/en'],
    ['', '/en'],
    ['zh-Hant-TW', '/zh'],
  ] as const) {
    const answer = await asked(language)
    expect([answer.status, answer.headers.get('Location')]).toEqual([302, to])
    expect(answer.headers.get('Cache-Control')).toBe('no-store')
    expect(answer.headers.get('Vary')).toContain('Accept-Language')
  }
})

it('leads a permalink to the record, and an unknown one nowhere', async () => {
  const known = await busy.ask(`/r/${number}`, { headers: { 'Accept-Language': 'es' } })
  expect([known.status, known.headers.get('Location')]).toEqual([303, `/es/commitments/${number}`])
  const typed = await busy.ask(`/r/${number.toLowerCase()}`)
  expect([typed.status, typed.headers.get('Location')]).toEqual([303, `/en/commitments/${number}`])
  const page = await busy.ask(`/fr/commitments/${number.toLowerCase()}?from=1&to=2`)
  expect([page.status, page.headers.get('Location')]).toEqual([
    303,
    `/fr/commitments/${number}?from=1&to=2`,
  ])
  const unknown = await busy.ask('/r/QD-2026-9999')
  expect(unknown.status).toBe(404)
  expect(await unknown.text()).toContain('<h1>')
})

it('prints both values, the evidence that is public, and that one piece is held', async () => {
  const html = await (await busy.ask(`/en/commitments/${number}`)).text()
  expect(html).toContain('Claimed 3,120 teachers.')
  expect(html).toContain('Not reviewed yet.')
  expect(html).toContain('href="https://lists.example/all" rel="noopener noreferrer nofollow ugc"')
  expect(html).toContain('Held by the reviewer')
  expect(html).toContain('Names of minors')
  expect(html).toContain('Entry ')
})

it('explains itself on an empty install', async () => {
  const empty = await serve(await freshDatabase())
  const html = await (await empty.ask('/en')).text()
  expect(html).toContain('No declaration has been opened yet.')
  for (const page of [
    '/about',
    '/data',
    '/declarations',
    '/commitments',
    '/organisations',
    '/search',
  ])
    expect((await empty.ask(`/en${page}`)).status).toBe(200)
})
