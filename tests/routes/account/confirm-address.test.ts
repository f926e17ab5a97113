import { expect, it } from 'vitest'

import { users } from '#app/db/schema/accounts.ts'
import { mails } from '#app/db/schema/acts.ts'
import * as confirm from '#app/routes/account/confirm-address/route.tsx'
import * as desk from '#app/routes/desk/partner/dashboard/route.tsx'
import * as newOrganisation from '#app/routes/desk/partner/register-organisation/route.tsx'
import { sendConfirmation } from '#app/use-cases/accounts/send-confirmation.server.ts'
import { ownAccount } from '#tests/support/own-account.ts'
import { testServer } from '#tests/support/server.ts'
import { unchanged } from '#tests/support/unchanged.ts'
import { granted } from '#tests/support/world.ts'

const routes = {
  ':locale/account/confirm': confirm,
  ':locale/desk': desk,
  ':locale/desk/organisations/new': newOrganisation,
} as Parameters<typeof testServer>[0]

async function waiting() {
  const w = await ownAccount({ confirmed: false })
  const server = await testServer(routes, { db: w.db, now: w.now })
  const { token } = granted(await sendConfirmation(await w.as(w.ada.id), ''))
  const Cookie = (await w.session(w.ada.id)).split(';', 1)[0] ?? ''
  return { ...w, ...server, pass: w.pass, token, headers: { Cookie } }
}
const to = ({ status, headers }: Response) => [status, headers.get('Location')]

it('uses nothing up by being looked at, and confirms by its button, once', async () => {
  const w = await waiting()
  const link = `/en/account/confirm?token=${w.token}&to=${encodeURIComponent('/en/desk?x')}`
  for (let i = 0; i < 3; i += 1) {
    const page = await unchanged(w.db, () => w.ask(link))
    expect(page.status).toBe(200)
    expect(await page.text()).toContain('This is my address')
    expect(page.headers.get('Cache-Control')).toContain('no-store')
  }
  expect(to(await w.post(link, {}))).toEqual([303, '/en/sign-in?confirmed=1&to=%2Fen%2Fdesk%3Fx'])
  const second = await unchanged(w.db, () => w.post(link, {}))
  expect(second.status).toBe(410)
  expect(await second.text()).toContain('This link works no more')
  expect((await w.ask(link)).status).toBe(410)
})

it('goes straight on where its owner is signed in', async () => {
  const w = await waiting()
  const link = `/en/account/confirm?token=${w.token}`
  const answer = await w.post(`${link}&to=/en/desk/organisations/new`, {}, w.headers)
  expect(to(answer)).toEqual([303, '/en/desk/organisations/new'])
  expect((await w.ask('/en/desk', { headers: w.headers })).status).toBe(200)
})

it.each(['//evil.example', 'https://evil.example', '/\\evil.example'])(
  'goes to no other site: %s',
  async (evil) => {
    const w = await waiting()
    const search = new URLSearchParams({ token: w.token, to: evil })
    const answer = await w.post(`/en/account/confirm?${search}`, {}, w.headers)
    expect(to(answer)).toEqual([303, '/en/desk'])
  },
)

it('knows no made-up link, and none that is too old', async () => {
  const w = await waiting()
  for (const ask of [w.ask, (path: string) => w.post(path, {})])
    expect((await ask('/en/account/confirm?token=made-up')).status).toBe(404)
  w.pass(24 * 60)
  expect((await w.ask(`/en/account/confirm?token=${w.token}`)).status).toBe(410)
})

it('is all that a person sees before, whatever they ask for', async () => {
  const w = await waiting()
  for (const path of ['/en/desk', '/en/desk/organisations/new']) {
    const looked = await w.ask(path, { headers: w.headers })
    const there = `/en/account/confirm?to=${encodeURIComponent(path)}`
    expect(to(looked)).toEqual([303, there])
    const posted = await unchanged(w.db, () => w.post(path, {}, w.headers))
    // The desk's first page takes no form from anybody.
    expect(to(posted)).toEqual(path === '/en/desk' ? [405, null] : [303, there])
    const page = await (await w.ask(there, { headers: w.headers })).text()
    expect(page).toContain(w.ada.email)
    expect(page).toContain('Send the letter again')
  }
})

it('sends the letter again, three times an hour', async () => {
  const w = await waiting()
  const again = () => w.post('/en/account/confirm?to=/en/desk', {}, w.headers)
  for (let i = 0; i < 3; i += 1)
    expect(to(await again())).toEqual([303, '/en/account/mail?about=again'])
  const refused = await unchanged(w.db, again)
  expect(refused.status).toBe(429)
  expect(Number(refused.headers.get('Retry-After'))).toBeGreaterThan(3_500)
  expect(await refused.text()).toContain('You can try again in 60 minutes')
  expect(await w.db.select().from(mails)).toHaveLength(4)
})

it('is not for whoever is not signed in, nor for whoever is confirmed', async () => {
  const w = await waiting()
  const back = '/en/sign-in?to=%2Fen%2Faccount%2Fconfirm'
  expect(to(await w.ask('/en/account/confirm'))).toEqual([302, back])
  expect(to(await w.post('/en/account/confirm', {}))).toEqual([303, back])
  await w.db.update(users).set({ emailConfirmedAt: w.now() })
  const asked = await w.ask('/en/account/confirm', { headers: w.headers })
  expect(to(asked)).toEqual([302, '/en/desk'])
  expect(to(await w.post('/en/account/confirm', {}, w.headers))).toEqual([303, '/en/desk'])
})
