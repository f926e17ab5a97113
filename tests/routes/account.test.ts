import { expect, it } from 'vitest'

import { sessions, signIns, users } from '#app/db/schema/accounts.ts'
import * as changeAddress from '#app/routes/account/change-address/route.tsx'
import * as changeDetails from '#app/routes/account/change-details/route.tsx'
import * as changePassword from '#app/routes/account/change-password/route.tsx'
import * as confirm from '#app/routes/account/confirm-address/route.tsx'
import * as overview from '#app/routes/account/overview/route.tsx'
import * as prove from '#app/routes/account/prove/route.tsx'
import * as sessionsPage from '#app/routes/account/sessions/route.tsx'
import * as signInsPage from '#app/routes/account/sign-ins/route.tsx'
import { PASSWORD } from '#tests/support/accounts.ts'
import { ownAccount } from '#tests/support/own-account.ts'
import { cookieOf, testServer } from '#tests/support/server.ts'
import { unchanged } from '#tests/support/unchanged.ts'

const routes = {
  ':locale/account': overview,
  ':locale/account/details': changeDetails,
  ':locale/account/address': changeAddress,
  ':locale/account/password': changePassword,
  ':locale/account/sessions': sessionsPage,
  ':locale/account/sign-ins': signInsPage,
  ':locale/account/prove': prove,
  ':locale/account/confirm': confirm,
} as Parameters<typeof testServer>[0]
const NEW = 'another plain sentence'

async function world() {
  const w = await ownAccount()
  const server = await testServer(routes, { db: w.db, now: w.now })
  const window = async (userId: string) => {
    const Cookie = (await w.session(userId)).split(';', 1)[0] ?? ''
    return {
      Cookie,
      get: (path: string) => server.ask(path, { headers: { Cookie } }),
      post: (path: string, fields: Record<string, string>) => server.post(path, fields, { Cookie }),
    }
  }
  return { ...w, ...server, pass: w.pass, window, hers: await window(w.ada.id) }
}
const to = ({ status, headers }: Response) => [status, headers.get('Location')]
const rows = async (w: Awaited<ReturnType<typeof world>>) => w.db.select().from(sessions)

it('shows one’s own account and nobody else’s, and is kept by no cache', async () => {
  const w = await world()
  const answer = await w.hers.get('/en/account')
  expect(answer.headers.get('Cache-Control')).toContain('no-store')
  const page = await answer.text()
  expect(page).toContain('ada@example.org')
  expect(page).not.toContain('eve@example.org')
  expect(page).not.toContain('$argon2id')
})

it('changes name and language, and takes nothing else from the form', async () => {
  const w = await world()
  const more = { administrator: 'on', email: 'x@example.org', id: w.eve.id, userId: w.eve.id }
  const answer = await w.hers.post('/en/account/details', { name: 'Ada L.', locale: 'ar', ...more })
  expect(to(answer)).toEqual([303, '/en/account?done=details'])
  expect(await w.account(w.ada.id)).toMatchObject({
    name: 'Ada L.',
    locale: 'ar',
    administrator: false,
    email: 'ada@example.org',
  })
  expect((await w.account(w.eve.id))?.name).toBe('eve')
  const wrong = await unchanged(w.db, () =>
    w.hers.post('/en/account/details', { name: '', locale: 'de' }),
  )
  expect(wrong.status).toBe(422)
})

it('changes the password for who knows it, under a new session id, and ends the others', async () => {
  const w = await world()
  const elsewhere = await w.window(w.ada.id)
  const eves = await w.window(w.eve.id)
  const wrong = await w.hers.post('/en/account/password', { current: 'a guess', password: NEW })
  expect(wrong.status).toBe(422)
  const html = await wrong.text()
  expect(html).toContain('it is not the password of this account')
  expect(html).not.toContain(NEW)

  const answer = await w.hers.post('/en/account/password', { current: PASSWORD, password: NEW })
  expect(to(answer)).toEqual([303, '/en/account?done=password'])
  expect(to(await w.hers.get('/en/account'))[0]).toBe(302)
  expect(to(await elsewhere.get('/en/account'))[0]).toBe(302)
  expect((await eves.get('/en/account')).status).toBe(200)
  const renewed = await w.ask('/en/account', { headers: { Cookie: cookieOf(answer) } })
  expect(renewed.status).toBe(200)
})

it('says when to try again after five wrong passwords, at each place that asks for it', async () => {
  const w = await world()
  for (let i = 0; i < 5; i += 1)
    await w.hers.post('/en/account/prove', { password: `guess number ${i}` })
  for (const answer of [
    await w.hers.post('/en/account/prove', { password: PASSWORD }),
    await w.hers.post('/en/account/password', { current: PASSWORD, password: NEW }),
  ]) {
    expect(answer.status).toBe(429)
    // The limiter has the machine's own clock, which goes on meanwhile.
    expect(answer.headers.get('Retry-After')).toMatch(/^([3-5]\d|60)$/)
    expect(await answer.text()).toContain('You can try again in one minute')
  }
})

it('asks who one is before the address is changed, and leads back', async () => {
  const w = await world()
  w.pass(10)
  const asked = '/en/account/prove?to=%2Fen%2Faccount%2Faddress'
  expect(to(await w.hers.get('/en/account/address'))).toEqual([303, asked])
  const posted = () => w.hers.post('/en/account/address', { email: 'new@example.org' })
  expect(to(await posted())).toEqual([303, asked])
  expect(await w.letters()).toEqual([])
  expect((await w.hers.post(asked, { password: 'a guess' })).status).toBe(422)
  expect(to(await posted())).toEqual([303, asked])

  expect(to(await w.hers.post(asked, { password: PASSWORD }))).toEqual([303, '/en/account/address'])
  expect((await w.hers.get('/en/account/address')).status).toBe(200)
  expect(to(await posted())).toEqual([303, '/en/account/mail?about=address'])
  const token = (await w.letters())[0]?.token() ?? ''
  const link = `/en/account/confirm?token=${token}`
  expect((await w.ask(link)).status).toBe(200)
  expect(to(await w.hers.post(link, {}))).toEqual([303, '/en/account?done=address'])
  expect((await w.account(w.ada.id))?.email).toBe('new@example.org')
})

it('leads nowhere else after a proof', async () => {
  const w = await world()
  const search = new URLSearchParams({ to: '//evil.example' })
  const answer = await w.hers.post(`/en/account/prove?${search}`, { password: PASSWORD })
  expect(to(answer)).toEqual([303, '/en/account'])
})

it('answers a taken address like a free one, and its own with words', async () => {
  const w = await world()
  for (const email of ['new@example.org', w.eve.email]) {
    const answer = await w.hers.post('/en/account/address', { email })
    expect(to(answer)).toEqual([303, '/en/account/mail?about=address'])
  }
  const own = await unchanged(w.db, () =>
    w.hers.post('/en/account/address', { email: w.ada.email }),
  )
  expect(own.status).toBe(422)
})

it('lists one’s own sessions, marks this one, and ends another', async () => {
  const w = await world()
  const elsewhere = await w.window(w.ada.id)
  const eves = await w.window(w.eve.id)
  const page = await (await w.hers.get('/en/account/sessions')).text()
  expect(page.match(/You are here/g)).toHaveLength(1)
  const [other = ''] = [...page.matchAll(/name="session" value="([0-9a-f]{64})"/g)].map(
    ([, id]) => id ?? '',
  )
  const end = () => w.hers.post('/en/account/sessions', { end: 'one', session: other })
  expect(to(await end())).toEqual([303, '/en/account/sessions?done=one'])
  expect(to(await elsewhere.get('/en/account'))[0]).toBe(302)
  const again = await unchanged(w.db, end)
  expect(again.status).toBe(404)
  expect(await again.text()).toContain('This session is over already')

  const [stolen] = (await rows(w)).filter(({ userId }) => userId === w.eve.id)
  for (const session of [stolen?.id ?? '', 'x', '', '0'.repeat(64)]) {
    const answer = await unchanged(w.db, () =>
      w.hers.post('/en/account/sessions', { end: 'one', session }),
    )
    expect([404, 422]).toContain(answer.status)
  }
  expect((await eves.get('/en/account')).status).toBe(200)
})

it('ends all others at once', async () => {
  const w = await world()
  await w.window(w.ada.id)
  await w.window(w.eve.id)
  const answer = await w.hers.post('/en/account/sessions', { end: 'others' })
  expect(to(answer)).toEqual([303, '/en/account/sessions?done=others'])
  expect((await rows(w)).map(({ userId }) => userId).toSorted()).toEqual([w.ada.id, w.eve.id])
  expect((await w.hers.get('/en/account/sessions')).status).toBe(200)
})

it('tells the last fifty tries in words, of one’s own account alone', async () => {
  const w = await world()
  const at = (i: number) => new Date(w.now().getTime() - i * 60_000)
  const tried = (i: number, userId: string, address: string) => ({
    id: `sin_${userId}_${i}`,
    userId,
    at: at(i),
    outcome: 'wrong-password' as const,
    address,
    agent: 'Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0',
  })
  await w.db
    .insert(signIns)
    .values(Array.from({ length: 60 }, (_, i) => tried(i, w.ada.id, `192.0.2.${i}`)))
  await w.db.insert(signIns).values(tried(1, w.eve.id, '198.51.100.7'))
  const page = await (await w.hers.get('/en/account/sign-ins')).text()
  expect(page.match(/Wrong password/g)).toHaveLength(50)
  expect(page).toContain('192.0.2.49')
  expect(page).not.toContain('192.0.2.50')
  expect(page).not.toContain('198.51.100.7')
  expect(page).toContain('Firefox on Linux')
})

it('speaks the six languages', async () => {
  const w = await world()
  for (const locale of ['ar', 'zh', 'fr', 'ru', 'es'])
    for (const place of [
      '',
      '/details',
      '/address',
      '/password',
      '/sessions',
      '/sign-ins',
      '/prove',
    ]) {
      const html = await (await w.hers.get(`/${locale}/account${place}`)).text()
      const main = /<main[^]*<\/main>/.exec(html)?.[0] ?? ''
      const words = main.replace(/<[^>]*>/g, ' ').replace(/ada@example\.org|English/g, '')
      expect(words, `${locale}${place}`).not.toMatch(/\b(the|your|you|password)\b/i)
    }
  await w.db.update(users).set({ disabledAt: w.now() })
  expect(to(await w.hers.get('/en/account'))[0]).toBe(302)
})
