import { beforeAll, expect, it } from 'vitest'

import { publicCommitmentShape } from '#app/domain/open-data/commitment.ts'
import { publicDeclarationShape } from '#app/domain/open-data/declaration.ts'
import { publicOrganisationShape } from '#app/domain/open-data/organisation.ts'
import * as commitment from '#app/routes/api/v1/commitment/route.tsx'
import * as commitments from '#app/routes/api/v1/commitments/route.tsx'
import * as declaration from '#app/routes/api/v1/declaration/route.tsx'
import * as declarations from '#app/routes/api/v1/declarations/route.tsx'
import * as nothing from '#app/routes/api/v1/nothing/route.tsx'
import * as organisation from '#app/routes/api/v1/organisation/route.tsx'
import * as organisations from '#app/routes/api/v1/organisations/route.tsx'
import { freshDatabase } from '#tests/support/database.ts'
import { fullRecord, type FullRecord } from '#tests/support/full-record.ts'
import { proposedInSecret, SECRET, worldWithSecrets } from '#tests/support/secrets.ts'
import { testServer } from '#tests/support/server.ts'
import { drafted, NOW, TODAY } from '#tests/support/world.ts'

const routes = {
  'api/v1/commitments': commitments,
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

it('gives whole public records, in their shapes, with the log they were made from', async () => {
  const list = await json('/commitments')
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
  const paths = ['/commitments', `/commitments/${full.number}`, '/organisations', '/declarations']
  for (const path of paths) {
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
  const first = await json('/commitments?limit=1')
  expect(first.next).toBe(`/api/v1/commitments?after=${full.number}&limit=1`)
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
    [400, '/commitments?limit=0'],
    [400, '/commitments?limit=201'],
    [400, '/commitments?limit=1&limit=2'],
    [400, '/commitments?limit=1e2'],
    [400, '/commitments?limit='],
    [400, "/commitments?after='"],
    [400, '/commitments?after=QD-2026-0001&after=QD-2026-0001'],
    [400, '/organisations?after=QD-2026-0001'],
  ] as const
  for (const [status, path] of asked) {
    const answer = await api.ask(`/api/v1${path}`)
    expect([path, answer.status]).toEqual([path, status])
    expect(answer.headers.get('Content-Type')).toBe('application/problem+json; charset=utf-8')
    expect(answer.headers.get('Access-Control-Allow-Origin')).toBe('*')
    expect(answer.headers.get('Cache-Control')).toBe('no-store')
    expect(await answer.json()).toEqual({
      type: 'about:blank',
      title: status === 400 ? 'Bad request' : 'Not found',
      status,
      detail: expect.stringMatching(/\w\.$/) as string,
    })
  }
})

it('has nothing of what is not public, and no draft', async () => {
  for (const { db, number } of [await worldWithSecrets(), await proposedInSecret()]) {
    const { ask } = await serve(db)
    const paths = ['/commitments', `/commitments/${number}`, '/organisations', '/declarations']
    for (const path of paths) {
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
  for (const list of ['commitments', 'organisations', 'declarations']) {
    const answer = await ask(`/api/v1/${list}`)
    expect(await answer.json()).toMatchObject({
      log: { size: 0, root: '47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=' },
      [list]: [],
    })
  }
})
