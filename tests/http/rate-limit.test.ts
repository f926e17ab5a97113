import { expect, it } from 'vitest'

import { createSession } from '#app/auth/sessions.server.ts'
import { proxiesAt } from '#app/http/client-address.ts'
import { limits } from '#app/http/limits.ts'
import { cookieOf, testServer } from '#tests/support/server.ts'
import { world } from '#tests/support/world.ts'

const taken = { action: () => new Response('taken'), loader: () => new Response('shown') }
const routes = {
  ':locale/sign-in': taken,
  ':locale/desk/screen/:id': taken,
  ':locale/commitments.csv': taken,
  ':locale/coverage.json': taken,
  ':locale/search': taken,
}
const isProxy = proxiesAt(['127.0.0.1', '::1'])!
const from = (address: string) => ({ 'X-Forwarded-For': address })

it('takes fifty sign-ins of a network in an hour, and tells the next when to go on', async () => {
  const { post } = await testServer(routes, { limited: true, isProxy, secureCookies: true })
  for (let i = 0; i < 50; i += 1)
    expect((await post('/en/sign-in', {}, from('198.51.100.7'))).status).toBe(200)
  const answer = await post('/ar/sign-in/', {}, from('198.51.100.7'))
  expect(answer.status).toBe(429)
  expect(Number(answer.headers.get('Retry-After'))).toBeGreaterThan(3_500)
  expect(answer.headers.get('Cache-Control')).toBe('private, no-store')
  expect(answer.headers.get('Strict-Transport-Security')).toContain('max-age=63072000')
  expect(answer.headers.get('Content-Security-Policy')).toContain("default-src 'none'")
  const html = await answer.text()
  expect(html).toContain('<html lang="ar" dir="rtl">')
  expect(html).toContain('وردت من هنا طلبات أكثر من اللازم')
  expect((await post('/EN/Sign-In', {}, from('198.51.100.7'))).status).toBe(429)
  expect((await post('/en/sign-in', {}, from('198.51.100.8'))).status).toBe(200)
})

it('is not got round by a header of somebody who is no proxy', async () => {
  const { post } = await testServer(routes, { limited: true })
  const answers = []
  for (let i = 0; i < 51; i += 1)
    answers.push((await post('/en/sign-in', {}, from(`198.51.100.${i}`))).status)
  expect(answers.filter((status) => status === 429)).toHaveLength(1)
})

it('counts the acts of an account together, wherever it acts from', async () => {
  const w = await world()
  const place = { db: w.db, secureCookies: false, now: () => new Date() }
  const { post } = await testServer(routes, { db: w.db, limited: true, isProxy })
  const cookies = []
  for (const { userId } of [w.coordinator, w.coordinator, w.secondCoordinator])
    cookies.push(
      cookieOf(
        new Response(null, { headers: { 'Set-Cookie': await createSession(place, userId) } }),
      ),
    )
  const [one = '', two = '', other = ''] = cookies
  const act = async (cookie: string, address: string) =>
    (await post('/en/desk/screen/1', {}, { Cookie: cookie, ...from(address) })).status
  for (let i = 0; i < 60; i += 1) expect(await act(i % 2 ? one : two, '192.0.2.1')).toBe(200)
  expect(await act(two, '192.0.2.99')).toBe(429)
  expect(await act(other, '192.0.2.1')).toBe(200)
})

it('says it to programs in their own way', async () => {
  const { ask } = await testServer(routes, { limited: true })
  const all = async (path: string, most: number) => {
    for (let i = 0; i < most; i += 1) expect((await ask(path)).status).toBe(200)
    return ask(path)
  }
  const csv = await all('/en/commitments.csv', 40)
  expect([csv.status, csv.headers.get('Content-Type')]).toEqual([429, 'text/plain; charset=utf-8'])
  expect(await csv.text()).toMatch(/^More than 40 requests in a minute; go on in \d+ seconds.\n$/)
  expect((await all('/en/search', 120)).status).toBe(429)
  // Nothing else is counted with them.
  expect((await ask('/en/coverage.json')).status).toBe(200)
})

it('has a row for everything that is named in the design', () => {
  const rows = (method: string, path: string) =>
    limits.filter((one) => one.matches(method, path)).flatMap(({ quotas }) => quotas)
  const names = (method: string, path: string) => rows(method, path).map(({ name }) => name)
  expect(names('POST', '/en/sign-up')).toEqual(['sign-up'])
  expect(names('POST', '/en/sign-in/second-factor')).toEqual(['second-factor'])
  expect(names('POST', '/en/account/forgotten')).toEqual(['reset', 'desk'])
  expect(names('POST', '/en/desk/reports/rep_1/evidence/upload')).toEqual(['upload', 'desk'])
  expect(names('POST', '/en/desk/commitments/com_1/amend')).toEqual(['publish', 'desk'])
  expect(names('POST', '/en/desk/commitments/com_1/edit/words')).toEqual(['desk'])
  expect(names('GET', '/data/kept-register.zip')).toEqual(['export', 'export-hour'])
  expect(names('GET', '/en/commitments.ics')).toEqual(['export', 'export-hour'])
  expect(names('GET', '/en')).toEqual([])
  expect(names('GET', '/log/tile/0/000')).toEqual([])
})
