import { expect, it } from 'vitest'

import { passkeys as table, sessions, signIns } from '#app/db/schema/accounts.ts'
import * as options from '#app/routes/account/passkey-options/route.tsx'
import * as signInOptions from '#app/routes/account/passkey-sign-in/route.tsx'
import * as passkeys from '#app/routes/account/passkeys/route.tsx'
import * as signIn from '#app/routes/account/sign-in/route.tsx'
import { authenticator } from '#tests/support/authenticator.ts'
import { ownAccount } from '#tests/support/own-account.ts'
import { cookieOf, testServer } from '#tests/support/server.ts'

type Routes = NonNullable<Parameters<typeof testServer>[0]>
const routes = {
  ':locale/account/passkeys': passkeys,
  ':locale/account/passkeys/options': options,
  ':locale/sign-in': signIn,
  ':locale/sign-in/passkey': signInOptions,
} as unknown as Routes
const here = '/en/account/passkeys'

async function served() {
  const w = await ownAccount()
  const server = await testServer(routes, { db: w.db, now: w.now, origin: 'http://localhost:4999' })
  const device = authenticator({ origin: 'http://localhost:4999' })
  const headers = { Cookie: (await w.session(w.ada.id)).split(';', 1)[0] ?? '' }
  const add = async () => {
    const asked = await server.post(`${here}/options`, {}, headers)
    const said = (await asked.json()) as { challenge: string }
    const credential = device.make(said.challenge)
    const added = await server.post(here, { change: 'add', name: 'Laptop', credential }, headers)
    headers.Cookie = cookieOf(added)
    return added
  }
  const askToSignIn = async () => {
    const asked = await server.post('/en/sign-in/passkey', {})
    const said = (await asked.json()) as { challenge: string }
    return { ...said, cookie: cookieOf(asked), asked }
  }
  return { ...w, ...server, device, headers, add, askToSignIn }
}

it('adds a passkey, shows it, and signs in by it with both factors given', async () => {
  const w = await served()
  const elsewhere = await w.session(w.ada.id)
  const before = { ...w.headers }
  const added = await w.add()
  // Made, it is asked for: of every session that has not shown it.
  for (const Cookie of [before.Cookie, elsewhere])
    expect((await w.ask(here, { headers: { Cookie } })).status).toBe(302)
  expect([added.status, added.headers.get('Location')]).toEqual([303, `${here}?done=add`])
  const page = await (await w.ask(`${here}?done=add`, { headers: w.headers })).text()
  expect(page).toContain('Laptop')
  expect(page).toContain('On one device')
  expect(page).not.toContain(w.ada.email)

  const { challenge, cookie, asked } = await w.askToSignIn()
  expect(asked.headers.get('Set-Cookie')).toMatch(/HttpOnly; SameSite=Strict; Max-Age=300/)
  const credential = w.device.use(challenge, { userHandle: w.ada.id })
  const fields = { 'sign-in': '1', credential }
  const inside = await w.post('/en/sign-in?to=/en/account', fields, { Cookie: cookie })
  expect([inside.status, inside.headers.get('Location')]).toEqual([303, '/en/account'])
  expect((await w.db.select().from(sessions)).at(-1)?.secondFactorAt).toEqual(w.now().getTime())
  expect(await w.db.select().from(signIns)).toMatchObject([{ outcome: 'passkey' }])

  const again = await w.post('/en/sign-in', fields, { Cookie: cookie })
  expect(again.status).toBe(410)
  expect(await again.text()).toContain('Ask for your passkey once more')
})

it('tells whoever signs in nothing of whose passkeys there are', async () => {
  const w = await served()
  const said = async () => Object.keys(await (await w.post('/en/sign-in/passkey', {})).json())
  const before = await said()
  await w.add()
  expect(await said()).toEqual(before)
})

it('adds and removes nothing for a session that has not proved lately who it is', async () => {
  const w = await served()
  await w.add()
  w.pass(10)
  for (const [path, fields] of [
    [`${here}/options`, {}],
    [here, { change: 'remove', id: w.device.id }],
  ] as const) {
    const answer = await w.post(path, fields, w.headers)
    expect(answer.headers.get('Location')).toMatch(/\/en\/account\/prove\?/)
  }
  expect(await w.db.select().from(table)).toHaveLength(1)
  const page = await (await w.ask(here, { headers: w.headers })).text()
  expect(page).toContain('Say who you are')
  expect(page).not.toContain('data-passkey=')
})

it('says what is wrong with a name, and renames and removes', async () => {
  const w = await served()
  await w.add()
  const { id } = w.device
  const renaming = `${here}?rename=${id}`
  const empty = await w.post(renaming, { change: 'rename', id, name: ' ' }, w.headers)
  expect(empty.status).toBe(422)
  const renamed = await w.post(renaming, { change: 'rename', id, name: 'Telephone' }, w.headers)
  expect(renamed.headers.get('Location')).toBe(`${here}?done=rename`)
  const removed = await w.post(here, { change: 'remove', id }, w.headers)
  expect(removed.headers.get('Location')).toBe(`${here}?done=remove`)
  expect(await w.db.select().from(table)).toEqual([])
})

it('lets a script run where a passkey is asked for, and nowhere else', async () => {
  const w = await served()
  const policy = async (path: string) =>
    (await w.ask(path, { headers: w.headers })).headers.get('Content-Security-Policy') ?? ''
  for (const path of ['/en/sign-in', here]) {
    expect(await policy(path)).toContain("script-src 'self'; connect-src 'self'")
  }
  for (const path of [
    '/en',
    '/en/account',
    '/en/sign-up',
    '/en/sign-in/other',
    '/en/account/passkeys/x',
  ])
    expect(await policy(path)).toMatch(/script-src 'none'$/)
})
