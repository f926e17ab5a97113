import { mkdir, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import { join } from 'node:path'

import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { createElement } from 'react'
import { expect, it, vi } from 'vitest'

import { closeDatabase } from '#app/db/client.server.ts'
import { PublishingStopped } from '#app/db/publishing.server.ts'
import { DatabaseBusy } from '#app/db/unavailable.server.ts'
import { freshFile } from '#tests/support/database.ts'
import { testServer } from '#tests/support/server.ts'
import { testLog } from '#tests/support/signer.ts'

const echo = {
  loader: ({ request: asked }: LoaderFunctionArgs) => Response.json({ url: asked.url }),
  action: async ({ request: asked }: ActionFunctionArgs) =>
    Response.json(Object.fromEntries(await asked.formData())),
}
const publicPage = {
  loader: () => ({}),
  headers: () => ({ 'Cache-Control': 'public, max-age=0, must-revalidate' }),
  default: () => createElement('main', null, 'Everything that was promised. '.repeat(200)),
}

/** A request as no browser makes it: any target, any header. */
function raw(
  address: string,
  path: string,
  { method = 'GET', headers = {}, body = '' } = {},
): Promise<{ status: number; body: string }> {
  const { hostname, port } = new URL(address)
  return new Promise((resolve, reject) => {
    const asked = request({ hostname, port, path, method, headers }, (answer) => {
      let text = ''
      answer.on('data', (chunk) => (text += chunk))
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body: text }))
    })
    asked.on('error', reject)
    asked.end(body)
  })
}

it('answers a page as whole HTML, with no script, an id, and headers that close it up', async () => {
  const { ask, lines } = await testServer({ ':locale': publicPage })
  const answer = await ask('/en?secret=1')
  const html = await answer.text()
  expect(answer.status).toBe(200)
  expect(html).toMatch(/^<!DOCTYPE html><html lang="en"/)
  expect(html).not.toContain('<script')
  expect(answer.headers.get('Content-Type')).toBe('text/html; charset=utf-8')
  expect(answer.headers.get('Content-Security-Policy')).toContain("script-src 'none'")
  expect(answer.headers.get('X-Content-Type-Options')).toBe('nosniff')
  expect(answer.headers.get('Referrer-Policy')).toBe('strict-origin-when-cross-origin')
  expect(answer.headers.get('Strict-Transport-Security')).toBeNull()
  expect(answer.headers.get('X-Powered-By')).toBeNull()
  const id = answer.headers.get('X-Request-Id')
  expect(id).toMatch(/^[0-9a-f-]{36}$/)
  await vi.waitFor(() =>
    expect(lines).toMatchObject([{ id, method: 'GET', path: '/en', status: 200 }]),
  )
})

it('keeps answers private unless a route says otherwise', async () => {
  const { ask } = await testServer({ ':locale': publicPage, ':locale/desk': echo })
  expect((await ask('/en')).headers.get('Cache-Control')).toBe('public, max-age=0, must-revalidate')
  const desk = await ask('/en/desk')
  expect(desk.headers.get('Cache-Control')).toBe('private, no-store')
  expect(desk.headers.get('Content-Security-Policy')).toContain("script-src 'self'")
})

it('asks browsers for https for two years where it is served so', async () => {
  const { ask } = await testServer({}, { secureCookies: true })
  expect((await ask('/healthz')).headers.get('Strict-Transport-Security')).toBe(
    'max-age=63072000; includeSubDomains',
  )
})

it('closes up every answer alike: errors, refusals, files, 304, the cache', async () => {
  const { folder } = await freshFile()
  await writeFile(join(folder, 'favicon.svg'), '<svg/>')
  const broken = { loader: () => Promise.reject(new Error('broken')), default: () => null }
  const routes = { ':locale/about': publicPage, ':locale/data': broken, ':locale/desk': echo }
  const given = { secureCookies: true, assets: folder, cacheBytes: 1_000_000 }
  const { ask } = await testServer(routes, given)
  const first = await ask('/en/about')
  const etag = first.headers.get('ETag') ?? ''
  const answers = [
    [200, first],
    [200, await ask('/en/about')],
    [304, await ask('/en/about', { headers: { 'If-None-Match': etag } })],
    [200, await ask('/favicon.svg')],
    [404, await ask('/en/nothing')],
    [404, await ask('/en?_data=root')],
    [500, await ask('/en/data')],
    [403, await ask('/en/desk', { method: 'POST', headers: { 'Sec-Fetch-Site': 'cross-site' } })],
    [405, await ask('/en/desk', { method: 'PUT' })],
    [414, await ask(`/en?q=${'a'.repeat(8_001)}`)],
  ] as const
  for (const [status, { status: was, headers }] of answers) {
    expect(was).toBe(status)
    expect(headers.get('Strict-Transport-Security')).toBe('max-age=63072000; includeSubDomains')
    // It only says that what the browser holds, headers and all, is still right.
    if (was === 304) continue
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff')
    expect(headers.get('X-Frame-Options')).toBe('DENY')
    expect(headers.get('Cross-Origin-Opener-Policy')).toBe('same-origin')
    expect(headers.get('Cross-Origin-Resource-Policy')).toBe('same-origin')
    expect(headers.get('Permissions-Policy')).toContain('camera=()')
    const policy = headers.get('Content-Security-Policy')
    for (const part of ["object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"])
      expect(policy).toContain(part)
    if (status >= 400) expect(headers.get('Cache-Control')).toBe('private, no-store')
  }
})

it('has no page of an account under the name of a file, and lets nobody keep one', async () => {
  const { ask } = await testServer({ ':locale/account': echo })
  expect((await ask('/en/account')).headers.get('Cache-Control')).toBe('private, no-store')
  for (const path of [
    '/en/account/x.css',
    '/en/account%2fx.css',
    '/en/account;x.css',
    '/account/x.css',
  ]) {
    const answer = await ask(path)
    expect([path, answer.status, answer.headers.get('Cache-Control')]).toEqual([
      path,
      404,
      'private, no-store',
    ])
  }
})

it('refuses more fields than any form has, or names longer than any, and passes the rest on whole', async () => {
  const { ask } = await testServer({ ':locale': echo })
  const send = (body: string) =>
    ask('/en', {
      method: 'POST',
      body,
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    })
  const fields = (count: number) => Array.from({ length: count }, (_, at) => `f${at}=1`).join('&')
  expect((await send(fields(1_001))).status).toBe(400)
  expect((await send(`${'a['.repeat(101)}=1`)).status).toBe(400)
  const whole = await send(`${fields(999)}&text=${'%C3%A4'.repeat(20_000)}`)
  expect(whole.status).toBe(200)
  const said = (await whole.json()) as Record<string, string>
  expect(Object.keys(said)).toHaveLength(1_000)
  expect(said['text']).toBe('ä'.repeat(20_000))
})

it('finds a channel of the framework behind a thousand other names', async () => {
  const { ask } = await testServer({ ':locale': echo })
  const names = 'a&'.repeat(1_500)
  expect((await ask(`/en?${names}_data=root`)).status).toBe(404)
  expect((await ask(`/en?${names}%5Fdata=root`, { method: 'POST' })).status).toBe(404)
})

it('takes a hundred headers, and no more', async () => {
  const { address } = await testServer({ ':locale': echo })
  const headers = (count: number) =>
    Object.fromEntries(Array.from({ length: count }, (_, at) => [`X-${at}`, '1']))
  expect((await raw(address, '/en', { headers: headers(90) })).status).toBe(200)
  expect((await raw(address, '/en', { headers: headers(101) })).status).toBe(431)
})

it('builds the address of a request from its own origin, whatever the headers claim', async () => {
  const { address } = await testServer({ ':locale': echo }, { origin: 'https://kept.example' })
  const headers = {
    Host: 'evil.example:99',
    'X-Forwarded-Host': 'evil.example',
    'X-Forwarded-Proto': 'ftp',
  }
  const answer = await raw(address, '/en?a=b', { headers })
  expect(JSON.parse(answer.body)).toEqual({ url: 'https://kept.example/en?a=b' })
})

it.each([
  [{ 'Sec-Fetch-Site': 'same-origin' }, 200],
  [{ 'Sec-Fetch-Site': 'none' }, 200],
  [{ 'Sec-Fetch-Site': 'same-site' }, 403],
  [{ 'Sec-Fetch-Site': 'cross-site' }, 403],
  [{ 'Sec-Fetch-Site': 'cross-site', Origin: 'OWN' }, 403],
  [{ 'Sec-Fetch-Site': 'same-origin', Origin: 'null' }, 200],
  [{ Origin: 'OWN' }, 200],
  [{ Origin: 'http://evil.example' }, 403],
  [{ Origin: 'null' }, 403],
  [{ Host: 'evil.example', Origin: 'http://evil.example' }, 403],
  [{ 'X-Forwarded-Host': 'evil.example', Origin: 'http://evil.example' }, 403],
  [{}, 403],
] as [Record<string, string>, number][])('takes a form with %o: %i', async (given, status) => {
  const { address } = await testServer({ ':locale': echo })
  const headers: Record<string, string> = {
    'Content-Type': 'application/x-www-form-urlencoded',
    ...given,
  }
  if (headers['Origin'] === 'OWN') headers['Origin'] = address
  const body = 'title=Books'
  const answer = await raw(address, '/en', { method: 'POST', headers, body })
  expect(answer.status).toBe(status)
  expect(answer.body.includes('{"title":"Books"}')).toBe(status === 200)
})

it.each(['/__manifest?p=/en', '/en?_data=root', '/en?_routes=root', '/en.data', '/_root.data'])(
  'has nothing at %s',
  async (path) => {
    const { ask } = await testServer({ ':locale': echo })
    const answer = await ask(path)
    expect(answer.status).toBe(404)
    expect(await answer.text()).toContain('<h1>Page not found</h1>')
  },
)

it.each([
  ['//evil.example/en', 400],
  ['/%E0%A4%A', 400],
  ['http://evil.example/en', 400],
  ['/\\', 400],
  ['/en\\desk', 400],
  ['/\\evil.example/en', 400],
  ['/.//', 400],
  ['/./__manifest?p=/en', 400],
  ['/%2e/en', 400],
  ['/en/%5C', 404],
])('cannot read %s', async (path, status) => {
  const { address } = await testServer({ ':locale': echo })
  expect((await raw(address, path)).status).toBe(status)
})

it.each(['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE'])('does not know %s', async (method) => {
  const { address } = await testServer({ ':locale': echo })
  const headers = { 'Sec-Fetch-Site': 'same-origin' }
  expect((await raw(address, '/en', { method, headers })).status).toBe(405)
})

it('refuses forms that are too long, of unknown length, or no forms', async () => {
  const { address, post, ask } = await testServer({ ':locale': echo, ':locale/sign-in': echo })
  expect((await post('/en', { text: 'x'.repeat(255_000) })).status).toBe(200)
  const long = { text: 'x'.repeat(300_000) }
  const answer = await post('/en', long)
  expect(answer.status).toBe(413)
  expect(await answer.text()).toContain('<h1>')
  expect((await post('/en/sign-in', long)).status).toBe(200)

  const json = { method: 'POST', body: '{}', headers: { 'Content-Type': 'application/json' } }
  expect((await ask('/en', json)).status).toBe(415)
  const headers = {
    'Sec-Fetch-Site': 'same-origin',
    'Transfer-Encoding': 'chunked',
    'Content-Type': 'application/x-www-form-urlencoded',
  }
  expect((await raw(address, '/en', { method: 'POST', headers, body: 'a=b' })).status).toBe(411)
})

it('says whether the database answers', async () => {
  const { ask, db } = await testServer()
  const well = await ask('/healthz')
  expect([well.status, await well.json()]).toEqual([200, { status: 'ok' }])
  closeDatabase(db)
  expect((await ask('/healthz')).status).toBe(503)
})

it('says that nothing is published, while pages are served', async () => {
  const stopped = () => ({ code: 'entries-missing', signed: 9, held: 5 }) as const
  const { ask } = await testServer({ ':locale': publicPage }, { publicLog: testLog({ stopped }) })
  const health = await ask('/healthz')
  expect([health.status, await health.json()]).toEqual([
    200,
    { status: 'ok', publishing: 'stopped' },
  ])
  expect((await ask('/en')).status).toBe(200)
})

it('tells who would publish why nothing is, in a page or a form', async () => {
  const refusing = {
    action: () => {
      throw new PublishingStopped({ code: 'entries-missing', signed: 9, held: 5 })
    },
    default: () => null,
  }
  const { post } = await testServer({ ':locale/desk': refusing })
  const answer = await post('/en/desk', { a: 'b' })
  expect(answer.status).toBe(503)
  expect(answer.headers.get('Retry-After')).toBe('600')
  const html = await answer.text()
  expect(html).toContain('<h1>Nothing can be published at the moment</h1>')
  expect(html).toContain('was not recorded')
  expect(html).toContain('Drafts and everything you saved before are safe')
  expect(await (await post('/fr/desk', { a: 'b' })).text()).toContain('Rien ne peut être publié')
})

it('ships hashed files for ever, others for an hour, and no folder listing', async () => {
  const { folder } = await freshFile()
  await mkdir(join(folder, 'assets'))
  await writeFile(join(folder, 'assets', 'app-1a2b.css'), 'body{}')
  await writeFile(join(folder, 'favicon.svg'), '<svg/>')
  const { ask } = await testServer({ ':locale': publicPage }, { assets: folder })
  const style = await ask('/assets/app-1a2b.css')
  expect(style.headers.get('Cache-Control')).toBe('public, max-age=31536000, immutable')
  expect(style.headers.get('Content-Type')).toBe('text/css; charset=UTF-8')
  expect((await ask('/favicon.svg')).headers.get('Cache-Control')).toBe('public, max-age=3600')
  expect(await (await ask('/assets/')).text()).not.toContain('app-1a2b')
  expect((await ask('/assets/..%2f..%2fetc%2fpasswd')).status).toBe(404)
})

it('compresses pages', async () => {
  const { address } = await testServer({ ':locale': publicPage })
  for (const encoding of ['br', 'gzip']) {
    const answer = await fetch(`${address}/en`, { headers: { 'Accept-Encoding': encoding } })
    expect(answer.headers.get('Content-Encoding')).toBe(encoding)
  }
})

it('answers 503 and when to come back while the database is locked, in a page or a form', async () => {
  const busy = {
    action: () => {
      throw new DatabaseBusy(new Error('SQLITE_BUSY'))
    },
    default: () => null,
  }
  const { post } = await testServer({ ':locale/desk': busy })
  const answer = await post('/fr/desk', { a: 'b' })
  expect(answer.status).toBe(503)
  expect(answer.headers.get('Retry-After')).toBe('5')
  expect(await answer.text()).not.toContain('SQLITE')
})

it('hides what went wrong inside and names the request instead', async () => {
  const broken = {
    loader: () => {
      throw new Error('no such table: /srv/secret/users')
    },
    default: () => null,
  }
  const crooked = {
    loader: () => data(null),
    default: () => {
      throw new Error('secret of the page')
    },
  }
  const { ask, lines } = await testServer({ ':locale': broken, ':locale/about': crooked })
  for (const path of ['/en', '/en/about']) {
    const answer = await ask(path)
    const html = await answer.text()
    expect(answer.status).toBe(500)
    expect(html).not.toContain('secret')
    expect(html).toContain(answer.headers.get('X-Request-Id'))
  }
  expect(lines.filter((line) => line.level === 'error').length).toBeGreaterThanOrEqual(2)
})

it('shows the page of a refusal with its status', async () => {
  const refused = {
    loader: () => {
      throw data({ code: 'conflict-of-interest' }, { status: 403 })
    },
    default: () => null,
  }
  const { ask, lines } = await testServer({ ':locale/desk': refused })
  const answer = await ask('/en/desk')
  expect(answer.status).toBe(403)
  expect(await answer.text()).toContain('a colleague has to decide')
  expect(lines.filter((line) => line.level === 'error')).toEqual([])
})
