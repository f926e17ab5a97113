import { Ajv2020 } from 'ajv/dist/2020.js'
import { beforeAll, expect, it } from 'vitest'

import { writeCursor } from '#app/db/read/keyset.server.ts'
import { apiOperations } from '#app/domain/open-data/api.ts'
import { publicCommitmentShape } from '#app/domain/open-data/commitment.ts'
import { publicDeclarationShape } from '#app/domain/open-data/declaration.ts'
import { milestoneSummaryShape } from '#app/domain/open-data/milestone-summary.ts'
import { openApiDocument } from '#app/domain/open-data/openapi.ts'
import { publicOrganisationShape } from '#app/domain/open-data/organisation.ts'
import { commitmentSummaryShape } from '#app/domain/open-data/summary.ts'
import * as commitment from '#app/routes/api/v1/commitment/route.tsx'
import * as commitments from '#app/routes/api/v1/commitments/route.tsx'
import * as declaration from '#app/routes/api/v1/declaration/route.tsx'
import * as declarations from '#app/routes/api/v1/declarations/route.tsx'
import * as milestones from '#app/routes/api/v1/milestones/route.tsx'
import * as nothing from '#app/routes/api/v1/nothing/route.tsx'
import * as openapi from '#app/routes/api/v1/openapi/route.tsx'
import * as organisation from '#app/routes/api/v1/organisation/route.tsx'
import * as organisations from '#app/routes/api/v1/organisations/route.tsx'
import * as records from '#app/routes/api/v1/records/route.tsx'
import { freshDatabase } from '#tests/support/database.ts'
import { fullRecord, type FullRecord } from '#tests/support/full-record.ts'
import { proposedInSecret, SECRET, worldWithSecrets } from '#tests/support/secrets.ts'
import { testServer } from '#tests/support/server.ts'
import { drafted, NOW, TODAY } from '#tests/support/world.ts'

const routes = {
  'api/v1/commitments': commitments,
  'api/v1/records': records,
  'api/v1/milestones': milestones,
  'api/v1/openapi.json': openapi,
  'api/v1/commitments/:number': commitment,
  'api/v1/organisations': organisations,
  'api/v1/organisations/:id': organisation,
  'api/v1/declarations': declarations,
  'api/v1/declarations/:key': declaration,
  'api/*': nothing,
} as unknown as Parameters<typeof testServer>[0]
type Answer = Record<string, unknown> & {
  log: { size: number; root: string }
  commitments: unknown[]
  organisations: unknown[]
  declarations: unknown[]
  items: unknown[]
  total: number
  next?: string
}

const serve = (db: FullRecord['db']) => testServer(routes, { db, now: () => NOW })
let full: FullRecord
let api: Awaited<ReturnType<typeof serve>>
beforeAll(async () => {
  full = await fullRecord()
  api = await serve(full.db)
})
const json = async (path: string) => (await (await api.ask(`/api/v1${path}`)).json()) as Answer

const everything = () => [
  '/commitments',
  '/commitments?q=teachers&group=government',
  `/commitments/${full.number}`,
  '/records',
  '/milestones',
  '/organisations',
  `/organisations/${full.w.organisationId}`,
  '/declarations',
  '/declarations/qd2015',
  '/openapi.json',
]

it('gives whole public records, in their shapes, with the log they were made from', async () => {
  const list = await json('/records')
  expect(list).toMatchObject({ format: 'kept/1', today: TODAY })
  expect(Object.keys(list)).toEqual(['format', 'log', 'today', 'commitments'])
  expect(list.log.root).toMatch(/^[A-Za-z0-9+/]{43}=$/)
  expect(list.commitments.map((one) => publicCommitmentShape.parse(one).number)).toEqual([
    full.number,
    full.other.number,
  ])
  expect(await json(`/commitments/${full.number}`)).toEqual({
    format: 'kept/1',
    log: list.log,
    today: TODAY,
    commitment: list.commitments[0],
  })

  const bodies = await json('/organisations')
  expect(bodies.organisations.map((one) => publicOrganisationShape.parse(one))).toHaveLength(2)
  expect(await json(`/organisations/${full.w.organisationId}`)).toMatchObject({
    log: list.log,
    organisation: { id: full.w.organisationId, names: { en: 'Ministry of Learning' } },
  })
  const texts = await json('/declarations')
  expect(texts.declarations.map((one) => publicDeclarationShape.parse(one).key)).toEqual(['qd2015'])
  expect(await json('/declarations/qd2015')).toMatchObject({ declaration: { code: 'QD' } })
})

it('is for anybody’s programs, and the same bytes for everybody', async () => {
  for (const path of everything()) {
    const answer = await api.ask(`/api/v1${path}`, { headers: { Origin: 'https://else.example' } })
    expect([path, answer.status]).toEqual([path, 200])
    expect(answer.headers.get('Content-Type')).toBe('application/json; charset=utf-8')
    expect(answer.headers.get('Access-Control-Allow-Origin')).toBe('*')
    expect(answer.headers.get('Cache-Control')).toBe('public, max-age=0, must-revalidate')
    expect(answer.headers.get('Set-Cookie')).toBeNull()
    const plain = await answer.text()
    const cookie = { headers: { Cookie: 'kept_session=whatever' } }
    expect(await (await api.ask(`/api/v1${path}`, cookie)).text()).toBe(plain)
    const head = await api.ask(`/api/v1${path}`, { method: 'HEAD' })
    expect([head.status, await head.text()]).toEqual([200, ''])
  }
})

it('leads from page to page', async () => {
  const first = await json('/records?limit=1')
  expect(first.next).toBe(`/api/v1/records?after=${full.number}&limit=1`)
  const second = (await (await api.ask(first.next ?? '')).json()) as Answer
  expect(second.commitments).toMatchObject([{ number: full.other.number }])
  const third = (await (await api.ask(second.next ?? '')).json()) as Answer
  expect([third.commitments, third.next]).toEqual([[], undefined])
  const body = await json('/organisations?limit=1')
  expect(body.next).toMatch(/^\/api\/v1\/organisations\?after=org_[a-z0-9]+&limit=1$/)
})

it('says what is wrong with a request', async () => {
  const asked = [
    [404, '/commitments/QD-2026-9999'],
    [404, '/commitments/constructor'],
    [404, '/organisations/org_none'],
    [404, '/declarations/nap6'],
    [404, '/nothing'],
    [400, '/commitments?outcome=kept&outcome=won', 'outcome'],
    [400, '/commitments?group=', 'group'],
    [400, '/commitments?organisation=org_none', 'organisation'],
    [400, '/commitments?due=never', 'due'],
    [400, '/commitments?outcomes=kept', 'outcomes'],
    [400, '/commitments?sort=relevance', 'sort'],
    [400, '/commitments?q=a&q=b', 'q'],
    [400, '/commitments?after=x', 'after'],
    [400, '/milestones?month=soon', 'month'],
    [400, '/milestones?state=lost', 'state'],
    [400, '/milestones?clause=nowhere', 'clause'],
    [400, '/declarations?limit=2', 'limit'],
    [400, `/commitments/${full.number}?x=1`, 'x'],
    [400, '/commitments?limit=0', 'limit'],
    [400, '/commitments?limit=201', 'limit'],
    [400, '/commitments?limit=1&limit=2', 'limit'],
    [400, '/commitments?limit=1e2', 'limit'],
    [400, '/commitments?limit=', 'limit'],
    [400, "/records?after='", 'after'],
    [400, '/records?after=QD-2026-0001&after=QD-2026-0001', 'after'],
    [400, '/organisations?after=QD-2026-0001', 'after'],
  ] as [number, string, string?][]
  for (const [status, path, parameter] of asked) {
    const answer = await api.ask(`/api/v1${path}`)
    expect([path, answer.status]).toEqual([path, status])
    expect(answer.headers.get('Content-Type')).toBe('application/problem+json; charset=utf-8')
    expect(answer.headers.get('Access-Control-Allow-Origin')).toBe('*')
    expect(answer.headers.get('Cache-Control')).toBe('no-store')
    expect(await answer.json()).toEqual({
      type: 'about:blank',
      title: status === 400 ? 'Bad request' : 'Not found',
      status,
      detail: expect.stringMatching(/[\w)]\.$/) as string,
      ...(parameter === undefined ? {} : { parameter }),
    })
  }
})

it('has nothing of what is not public, and no draft', async () => {
  for (const { db, number } of [await worldWithSecrets(), await proposedInSecret()]) {
    const { ask } = await serve(db)
    const lists = ['/commitments', '/commitments?q=teachers', '/milestones', '/records']
    for (const path of [...lists, `/commitments/${number}`, '/organisations', '/declarations']) {
      const text = await (await ask(`/api/v1${path}`)).text()
      expect(text).not.toContain(SECRET)
      expect(text).not.toMatch(/usr_|2999\.5/)
    }
  }
  const draft = await drafted(full.w)
  for (const name of [draft.id, full.id])
    expect((await api.ask(`/api/v1/commitments/${name}`)).status).toBe(404)
})

it('answers on an empty install', async () => {
  const { ask } = await serve(await freshDatabase())
  for (const [path, list] of [
    ['records', 'commitments'],
    ['organisations', 'organisations'],
    ['declarations', 'declarations'],
    ['commitments', 'items'],
    ['milestones', 'items'],
  ] as const) {
    const answer = await ask(`/api/v1/${path}`)
    expect(await answer.json()).toMatchObject({
      log: { size: 0, root: '47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=' },
      [list]: [],
    })
  }
})

it('lists commitments as their pages do: filters, search, order, keys, total', async () => {
  const all = await json('/commitments')
  expect(all).toMatchObject({ format: 'kept/1', today: TODAY, filters: {}, total: 2 })
  const numbers = (list: Answer) =>
    list.items.map((one) => commitmentSummaryShape.parse(one).number)
  const answer = await api.ask('/api/v1/commitments?limit=1&sort=newest&group=government')
  const first = (await answer.json()) as Answer
  expect(first.next).toMatch(/^\/api\/v1\/commitments\?group=government&sort=newest&limit=1&after=/)
  expect(answer.headers.get('Link')).toBe(`<${first.next}>; rel="next"`)
  const second = (await (await api.ask(first.next ?? '')).json()) as Answer
  expect([...numbers(first), ...numbers(second)]).toEqual(numbers(all))
  expect([first.total, second.total, second.next]).toEqual([2, 2, undefined])
  const end = writeCursor(0, 'cmt_0')
  for (const query of ['', '&sort=due', `&q=${full.number}&sort=relevance`])
    expect(await json(`/commitments?after=${end}${query}`)).toMatchObject({ items: [] })
  expect(await json('/commitments?group=academia&group=civil-society')).toMatchObject({
    filters: { group: ['civil-society', 'academia'] },
    total: 0,
    items: [],
  })
  const found = await json(`/commitments?q=${full.number}&sort=relevance`)
  expect(found).toMatchObject({ filters: { q: full.number } })
})

it('lists milestones by the day they fall due', async () => {
  const all = await json('/milestones')
  const rows = all.items.map((one) => milestoneSummaryShape.parse(one))
  expect(rows).toHaveLength(all.total)
  expect(rows.map(({ dueOn }) => dueOn)).toEqual(rows.map(({ dueOn }) => dueOn).toSorted())
  const first = await json('/milestones?limit=1')
  const second = (await (await api.ask(first.next ?? '')).json()) as Answer
  expect([...first.items, ...second.items]).toEqual(all.items.slice(0, 2))
  const month = rows[0]?.dueOn.slice(0, 7)
  expect(await json(`/milestones?month=${month}`)).toMatchObject({ filters: { month } })
})

it('is told again only when it has changed', async () => {
  for (const path of everything().filter((one) => one !== '/openapi.json')) {
    const etag = (await api.ask(`/api/v1${path}`)).headers.get('ETag') ?? ''
    expect(etag).toMatch(/^W\/"/)
    const again = await api.ask(`/api/v1${path}`, { headers: { 'If-None-Match': etag } })
    expect([path, again.status, await again.text()]).toEqual([path, 304, ''])
  }
  const { ask } = await testServer(routes, { ...api, cacheBytes: 1_000_000 })
  for (const path of everything().filter((one) => one !== '/records')) {
    const etag = (await ask(`/api/v1${path}`)).headers.get('ETag') ?? ''
    expect([path, etag]).toEqual([path, expect.stringMatching(/^"/)])
    const again = await ask(`/api/v1${path}`, { headers: { 'If-None-Match': etag } })
    expect([path, again.status]).toEqual([path, 304])
  }
})

it('is only read, and says so to browsers of other sites', async () => {
  for (const method of ['POST', 'PUT', 'DELETE', 'PATCH']) {
    const answer = await api.ask('/api/v1/commitments', { method, body: 'x' })
    expect([answer.status, answer.headers.get('Allow')]).toEqual([405, 'GET, HEAD, OPTIONS'])
    expect(await answer.json()).toMatchObject({ title: 'Method not allowed', status: 405 })
  }
  const asked = await api.ask('/api/v1/commitments', { method: 'OPTIONS' })
  expect(asked.status).toBe(204)
  expect(asked.headers.get('Access-Control-Allow-Methods')).toBe('GET, HEAD, OPTIONS')
  for (const path of [
    '/api/v1/commitments?_data=root',
    '/api/v1/x.data',
    '/api/%ff',
    '/api/a\\b',
  ]) {
    const answer = await api.ask(path)
    expect([path, answer.headers.get('Content-Type')]).toEqual([
      path,
      'application/problem+json; charset=utf-8',
    ])
  }
})

it('is asked so often a minute; what is kept already costs nothing', async () => {
  const place = { db: full.db, now: () => NOW, apiPerMinute: 2, cacheBytes: 1_000_000 }
  const { ask } = await testServer(routes, place)
  const kept = await ask('/api/v1/commitments')
  expect(kept.headers.get('RateLimit-Policy')).toBe('"api";q=2;w=60')
  expect(kept.headers.get('RateLimit')).toMatch(/^"api";r=1;t=\d+$/)
  expect((await ask('/api/v1/records')).headers.get('RateLimit')).toMatch(/^"api";r=0;t=\d+$/)
  for (const path of ['/records', '/declarations', '/nothing']) {
    const refused = await ask(`/api/v1${path}`)
    expect([path, refused.status]).toEqual([path, 429])
    expect(Number(refused.headers.get('Retry-After'))).toBeGreaterThan(0)
    expect(refused.headers.get('RateLimit')).toMatch(/^"api";r=0;/)
    expect(conforms('Problem', await refused.json())).toEqual([])
  }
  const again = await ask('/api/v1/commitments')
  expect([again.status, again.headers.get('RateLimit')]).toEqual([200, null])
})

const document = openApiDocument('https://kept.example')
const formats = { 'date-time': true, uri: true } as const
const ajv = new Ajv2020({ strict: false, allErrors: true, formats })
ajv.addSchema({ $id: 'https://kept.example/openapi', components: document.components })
const conforms = (name: string, body: unknown) => {
  const schema = ajv.compile({
    $ref: `https://kept.example/openapi#/components/schemas/${name}`,
  })
  return schema(body) ? [] : schema.errors
}

it('answers each operation of its document in the shape that is written there', async () => {
  const here: Record<string, string> = {
    number: full.number,
    id: full.w.organisationId,
    key: 'qd2015',
  }
  for (const { path, answer, parameters } of apiOperations) {
    const address = path.replace(/\{(\w+)\}/, (_, name: string) => here[name] ?? '')
    const said = await api.ask(address)
    expect([path, said.status, conforms(answer, await said.json())]).toEqual([path, 200, []])
    const wrong = await api.ask(`${address}?nonsense=1`)
    expect([path, wrong.status, conforms('Problem', await wrong.json())]).toEqual([path, 400, []])
    if (!parameters.some(({ isKey }) => isKey)) continue
    const none = await api.ask(path.replace(/\{\w+\}/, 'none'))
    expect([path, none.status, conforms('Problem', await none.json())]).toEqual([path, 404, []])
  }
  expect(conforms('Problem', { status: 404 })).not.toEqual([])
})
