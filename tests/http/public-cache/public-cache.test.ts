import { mkdir, writeFile } from 'node:fs/promises'
import { request, type IncomingHttpHeaders } from 'node:http'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'

import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { createElement } from 'react'
import { describe, expect, it } from 'vitest'

import { closeDatabase, type Database } from '#app/db/client.server.ts'
import { logSize } from '#app/db/read/log-tiles.server.ts'
import { writing } from '#app/db/transaction.server.ts'
import { publicHeaders } from '#app/http/public-page.ts'
import * as checkpoint from '#app/routes/log/checkpoint/route.tsx'
import * as commitment from '#app/routes/public/commitment/route.tsx'
import * as home from '#app/routes/public/home/route.tsx'
import { carryOutRedaction } from '#app/use-cases/redactions/carry-out-redaction.server.ts'
import { proposeRedaction } from '#app/use-cases/redactions/propose-redaction.server.ts'
import { freshFile } from '#tests/support/database.ts'
import { testServer } from '#tests/support/server.ts'
import { signedWorld } from '#tests/support/signed-world.ts'
import { granted, NOW, published, world } from '#tests/support/world.ts'

type Routes = NonNullable<Parameters<typeof testServer>[0]>
type Given = NonNullable<Parameters<typeof testServer>[1]>
type Answer = { status: number; headers: IncomingHttpHeaders; body: Buffer }

/** A request with nothing in it but what is said, and its answer as the bytes came. */
function bare(
  address: string,
  path: string,
  { method = 'GET', ...headers }: Record<string, string> = {},
): Promise<Answer> {
  const { hostname, port } = new URL(address)
  return new Promise((resolve, reject) => {
    const asked = request({ hostname, port, path, method, headers }, (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.on('end', () =>
        resolve({
          status: answer.statusCode ?? 0,
          headers: answer.headers,
          body: Buffer.concat(chunks),
        }),
      )
    })
    asked.on('error', reject)
    asked.end()
  })
}

/** A register with the cache on, whose page says how often it was made, of how long a log. */
async function serve(given: Given = {}, routes: Routes = {}) {
  let made = 0
  const seen: { cookie: string | null; url: string }[] = []
  const counted = {
    async loader({ request: asked, context }: LoaderFunctionArgs) {
      made += 1
      seen.push({ cookie: asked.headers.get('Cookie'), url: asked.url })
      return { made, size: await logSize(context.db) }
    },
    headers: publicHeaders,
    default: function Page() {
      const { size } = useLoaderData<{ size: number }>()
      return createElement('main', null, `Of ${size} entries. `, 'Everything promised. '.repeat(99))
    },
  } as unknown as Routes[string]
  const served = await testServer(
    { ':locale': counted, ':locale/commitments': counted, ...routes },
    { cacheBytes: 1_000_000, ...given },
  )
  const get = (path: string, headers: Record<string, string> = {}) =>
    bare(served.address, path, headers)
  return { ...served, get, seen, made: () => made }
}

const answering = (headers: Record<string, string>, status = 200, body = 'Something') =>
  ({ loader: () => new Response(body, { status, headers }) }) as unknown as Routes[string]
/** A commit that is no act. */
const commit = (db: Database) => writing(db, () => Promise.resolve())
const open = { 'Cache-Control': 'public, max-age=0, must-revalidate' }

describe('a page that nothing has changed', () => {
  it('is made once, and sent with the headers of the first time and an id of its own', async () => {
    const { get, made, lines, db } = await serve()
    const first = await get('/en')
    await commit(db)
    const second = await get('/en')
    expect(made()).toBe(1)
    expect(second.body).toEqual(first.body)
    expect(second.body.toString()).toMatch(/^<!DOCTYPE html>/)
    const { 'x-request-id': firstId, date: _, ...firstHeaders } = first.headers
    const { 'x-request-id': secondId, date: __, ...secondHeaders } = second.headers
    expect(secondHeaders).toEqual(firstHeaders)
    expect(secondHeaders).toMatchObject({
      'cache-control': 'public, max-age=0, s-maxage=10, stale-while-revalidate=20',
      vary: 'Accept-Encoding, Save-Data',
      'content-length': String(first.body.length),
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': expect.stringContaining("script-src 'none'"),
      'x-content-type-options': 'nosniff',
      etag: expect.stringMatching(/^"[\w-]{27}-identity"$/),
    })
    expect(secondId).not.toBe(firstId)
    expect(lines).toMatchObject([
      { id: firstId, method: 'GET', path: '/en', status: 200, aborted: false },
      { id: secondId, method: 'GET', path: '/en', status: 200, aborted: false },
    ])
  })

  it('is made once for all who ask at the same moment', async () => {
    const { get, made } = await serve()
    const asked = Array.from({ length: 40 }, () => get('/en', { 'Accept-Encoding': 'br' }))
    const answers = await Promise.all(asked)
    expect(made()).toBe(1)
    expect(new Set(answers.map(({ headers }) => headers.etag)).size).toBe(1)
    expect(new Set(answers.map(({ headers }) => headers['x-request-id'])).size).toBe(40)
  })

  it('is the same page in each encoding, under a name of its own', async () => {
    const { get } = await serve()
    const answers = await Promise.all(
      ['br', 'gzip', ''].map((accepted) => get('/en', { 'Accept-Encoding': accepted })),
    )
    const [brotli, gzip, plain] = answers.map(({ body }) => body)
    expect(brotliDecompressSync(brotli ?? '')).toEqual(plain)
    expect(gunzipSync(gzip ?? '')).toEqual(plain)
    expect(answers.map(({ headers }) => headers['content-encoding'])).toEqual([
      'br',
      'gzip',
      undefined,
    ])
    expect(new Set(answers.map(({ headers }) => headers.etag)).size).toBe(3)
  })

  it('answers who holds it with 304, and HEAD with its headers alone', async () => {
    const { get, made } = await serve()
    const { headers, body } = await get('/en')
    const etag = String(headers.etag)
    for (const held of [etag, `W/${etag}`, `"x", ${etag}`, '*']) {
      const again = await get('/en', { 'If-None-Match': held })
      expect([again.status, again.body.length]).toEqual([304, 0])
      expect(again.headers).toMatchObject({
        etag,
        vary: headers.vary,
        'cache-control': headers['cache-control'],
      })
      expect(again.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/)
      for (const name of ['content-length', 'content-type', 'content-encoding'])
        expect(again.headers[name]).toBeUndefined()
    }
    for (const held of ['"x"', etag.slice(1, -1)])
      expect((await get('/en', { 'If-None-Match': held })).status).toBe(200)
    const encoded = { 'If-None-Match': etag, 'Accept-Encoding': 'br' }
    expect((await get('/en', encoded)).status).toBe(200)

    const head = await get('/en', { method: 'HEAD' })
    expect([head.status, head.body.length]).toEqual([200, 0])
    expect(head.headers['content-length']).toBe(String(body.length))
    expect(head.headers.etag).toBe(etag)
    expect(made()).toBe(2)
  })

  it('is another one for who saves data', async () => {
    const { get, made } = await serve()
    const [full, saving] = [await get('/ar'), await get('/ar', { 'Save-Data': 'on' })]
    expect(full.body.toString()).toContain('.woff2')
    expect(saving.body.toString()).not.toContain('.woff2')
    expect(saving.body.toString()).toContain('save-data')
    expect(saving.headers.vary).toBe('Accept-Encoding, Save-Data')
    expect(saving.headers.etag).not.toBe(full.headers.etag)
    expect(made()).toBe(2)
  })

  it('is one, whatever others hang onto its address, and asked for by its one spelling', async () => {
    const { get, made, seen } = await serve()
    const links = [
      '?year=2027&group=ngo',
      '?group=ngo&year=2027&q=',
      '?utm_x=1&group=ngo&year=2027',
    ]
    const answers = await Promise.all(links.map((link) => get(`/en/commitments${link}`)))
    expect(new Set(answers.map(({ headers }) => headers.etag)).size).toBe(1)
    expect(made()).toBe(1)
    expect(seen[0]?.url).toMatch(/\/en\/commitments\?group=ngo&year=2027$/)
  })
})

describe('what may not be kept', () => {
  it.each([
    ['a page that sets a cookie', { ...open, 'Set-Cookie': 'a=b' }, 200],
    ['a page that does not say it is public', {}, 200],
    ['a private page', { 'Cache-Control': 'private, max-age=60' }, 200],
    ['a page that says both', { 'Cache-Control': 'public, no-store' }, 200],
    ['a page that varies by cookie', { ...open, Vary: 'Cookie' }, 200],
    ['a page that varies by language', { ...open, Vary: 'Save-Data, Accept-Language' }, 200],
    ['a page that varies by everything', { ...open, Vary: '*' }, 200],
    ['a page not found', open, 404],
    ['a page that leads elsewhere', { ...open, Location: '/en' }, 303],
    ['a page that failed', open, 503],
  ])('%s', async (_, headers, status) => {
    let asked = 0
    const route = {
      loader: () => {
        asked += 1
        return new Response(`Answer ${asked}`, { status, headers: headers as HeadersInit })
      },
    } as unknown as Routes[string]
    const { get } = await serve({}, { ':locale/about': route })
    for (const time of [1, 2]) {
      const answer = await get('/en/about')
      expect([answer.status, answer.body.toString()]).toEqual([status, `Answer ${time}`])
      expect(answer.headers['cache-control']).toBe(
        (headers as Record<string, string>)['Cache-Control'] ?? 'private, no-store',
      )
      expect(answer.headers.etag).toBeUndefined()
    }
  })

  it('is nothing that a cookie could have changed: none reaches the page', async () => {
    const { get, seen, made } = await serve()
    const own = { Cookie: '__Host-session=somebody', 'Accept-Language': 'fr', Referer: '/x' }
    const [first, second] = [await get('/en', own), await get('/en')]
    expect(second.body).toEqual(first.body)
    expect([made(), seen[0]?.cookie]).toEqual([1, null])
  })

  it('is no answer to who shows an authorisation, and none is given to them from here', async () => {
    const { get, made } = await serve()
    await get('/en', { Authorization: 'Basic eDp5' })
    await get('/en')
    await get('/en', { Authorization: 'Basic eDp5' })
    expect(made()).toBe(3)
  })

  it('is nothing of the desk or of accounts, whatever it says of itself', async () => {
    let asked = 0
    const loose = {
      loader: ({ request: { headers } }: LoaderFunctionArgs) => {
        asked += 1
        return new Response(headers.get('Cookie'), { headers: open })
      },
    } as unknown as Routes[string]
    const { get } = await serve(
      {},
      { ':locale/desk': loose, ':locale/account/invitations/:id': loose },
    )
    for (const path of ['/en/desk', '/en/account/invitations/x'])
      for (const who of ['a=1', 'a=2'])
        expect((await get(path, { Cookie: who })).body.toString()).toBe(who)
    expect(asked).toBe(4)
  })

  it('is no form, and no address that Remix keeps for itself', async () => {
    const { get, post, made } = await serve()
    expect((await get('/en')).status).toBe(200)
    expect((await get('/en?_data=root')).status).toBe(404)
    expect((await get('/en?_routes=root')).status).toBe(404)
    expect((await post('/en', { a: 'b' })).status).toBe(405)
    expect((await get('/en', { method: 'PUT' })).status).toBe(405)
    expect(made()).toBe(1)
  })

  it('fills nothing: names nobody reads are answered, each anew', async () => {
    const { get, made } = await serve()
    for (const n of [1, 2, 2]) expect((await get(`/en?n=${n}`)).status).toBe(200)
    expect(made()).toBe(3)
  })

  it('is a download longer than a megabyte: it goes out as it is made', async () => {
    const long = 'x'.repeat(1_100_000)
    const { get } = await serve({}, { ':locale/data': answering(open, 200, long) })
    for (const _ of [1, 2]) {
      const answer = await get('/en/data')
      expect([answer.status, answer.body.length]).toEqual([200, long.length])
      expect(answer.headers['cache-control']).toBe(open['Cache-Control'])
    }
  })

  it('is more than there is room for: what was asked for last stays', async () => {
    const { get, made } = await serve({ cacheBytes: 12_000 })
    for (const year of [2001, 2002, 2003, 2004, 2004]) await get(`/en/commitments?year=${year}`)
    expect(made()).toBe(4)
    await get('/en/commitments?year=2001')
    expect(made()).toBe(5)
  })
})

describe('a page that something has changed', () => {
  it('is made anew after an act, when the day turns, and when it is told to be', async () => {
    const w = await world()
    let now = NOW
    const { get, made, cache } = await serve({ db: w.db, now: () => now })
    const first = (await get('/en')).body.toString()
    await published(w, {}, NOW)
    const second = (await get('/en')).body.toString()
    expect([made(), second]).toEqual([2, expect.not.stringContaining(first)])
    expect(second).toContain(`Of ${await logSize(w.db)} entries`)

    now = new Date('2026-11-23T23:59:59Z')
    await get('/en')
    expect(made()).toBe(2)
    now = new Date('2026-11-24T00:00:00Z')
    await get('/en')
    expect(made()).toBe(3)
    // A clock that is set back.
    now = NOW
    await get('/en')
    expect(made()).toBe(4)
    cache?.forget()
    await get('/en')
    expect(made()).toBe(5)
  })

  it('is sent, but not kept by anybody, when an act overtook it', async () => {
    const w = await world()
    let entered = () => {}
    let go = () => {}
    const underWay = new Promise<void>((resolve) => (entered = resolve))
    const hold = new Promise<void>((resolve) => (go = resolve))
    const slow = {
      async loader({ context }: LoaderFunctionArgs) {
        const size = await logSize(context.db)
        entered()
        await hold
        return new Response(`Of ${size}`, { headers: open })
      },
    } as unknown as Routes[string]
    const { get } = await serve({ db: w.db }, { ':locale/about': slow })
    const size = await logSize(w.db)
    const early = get('/en/about')
    await underWay
    await published(w, {}, NOW)
    // Whoever asks after the act does not join those who asked before it.
    const late = get('/en/about')
    go()
    expect((await early).headers['cache-control']).toBe(open['Cache-Control'])
    const grown = await logSize(w.db)
    expect(grown).toBeGreaterThan(size)
    expect((await late).body.toString()).toBe(`Of ${grown}`)
    expect((await get('/en/about')).body.toString()).toBe(`Of ${grown}`)
  })

  it('is never older than a checkpoint that its reader has seen', async () => {
    const w = await signedWorld()
    const { get } = await serve({ db: w.db, now: () => NOW }, {
      'log/checkpoint': checkpoint,
    } as unknown as Routes)
    const sizeIn = (answer: Answer, line: RegExp) => Number(line.exec(answer.body.toString())?.[1])
    let over = false
    let looked = 0
    const reading = async (page: string) => {
      while (!over) {
        const seen = sizeIn(await get('/log/checkpoint'), /^.+\n(\d+)\n/)
        const shown = sizeIn(await get(page), /Of (\d+) entries/)
        expect(shown).toBeGreaterThanOrEqual(seen)
        looked += 1
      }
    }
    const readers = ['/en', '/en/commitments', '/fr'].map(reading)
    const first = await logSize(w.db)
    for (let n = 0; n < 15; n += 1) {
      await published(w, {}, NOW)
      await w.sign()
      const before = looked
      while (looked < before + 2) await new Promise(setImmediate)
    }
    over = true
    await Promise.all(readers)
    expect(looked).toBeGreaterThanOrEqual(30)
    expect(await logSize(w.db)).toBeGreaterThanOrEqual(first + 15)
  })

  it('bears no words that were withheld, from the moment they are', async () => {
    const w = await world()
    const NAME = 'Zebulon Quartermain'
    const made = await published(w, { title: `Teachers, trained by ${NAME}` })
    const { get } = await serve({ db: w.db, now: () => NOW }, {
      ':locale': home,
      ':locale/commitments/:number': commitment,
    } as unknown as Routes)
    const number = String(made.number)
    const pages = ['/en', `/en/commitments/${number}`, `/ar/commitments/${number}`]
    const words = async () =>
      (await Promise.all(pages.map(async (page) => (await get(page)).body.toString()))).join('')
    expect(await words()).toContain(NAME)
    const input = { words: [NAME], evidenceIds: [], basis: 'gdpr-17', reason: 'Asked for' } as const
    const wish = await proposeRedaction(w.as(w.coordinator), made.id, {
      ...input,
      words: [...input.words],
      evidenceIds: [],
    })
    expect(await words()).toContain(NAME)
    granted(await carryOutRedaction(w.as(w.secondCoordinator), granted(wish).redaction.id))
    expect(await words()).not.toContain(NAME)
  })
})

it('asks the app when the database does not answer, which has words for it', async () => {
  const { get, db, lines } = await serve()
  expect((await get('/en')).status).toBe(200)
  closeDatabase(db)
  const commits = commit(db).catch(() => {})
  await commits
  const answer = await get('/en/commitments')
  expect(answer.status).toBe(500)
  expect(answer.body.toString()).toContain(String(answer.headers['x-request-id']))
  expect(lines.some(({ level }) => level === 'error')).toBe(true)
})

it('keeps built text files as small as they can be, for as long as it runs', async () => {
  const { folder } = await freshFile()
  await mkdir(join(folder, 'assets'))
  const css = 'body{color:red}'.repeat(200)
  await writeFile(join(folder, 'assets', 'app-1a2b.css'), css)
  const { get, cache } = await serve({ assets: folder })
  const first = await get('/assets/app-1a2b.css', { 'Accept-Encoding': 'br' })
  expect(brotliDecompressSync(first.body).toString()).toBe(css)
  await writeFile(join(folder, 'assets', 'app-1a2b.css'), 'changed')
  cache?.forget()
  const again = await get('/assets/app-1a2b.css', { 'Accept-Encoding': 'br' })
  expect(again.body).toEqual(first.body)
  expect(again.headers).toMatchObject({
    'cache-control': 'public, max-age=31536000, immutable',
    vary: 'Accept-Encoding',
    'content-type': 'text/css; charset=UTF-8',
    'content-encoding': 'br',
  })
  expect((await get('/assets/none.css')).status).toBe(404)
  const held = { 'Accept-Encoding': 'br', 'If-None-Match': String(first.headers.etag) }
  expect((await get('/assets/app-1a2b.css', held)).status).toBe(304)
})
