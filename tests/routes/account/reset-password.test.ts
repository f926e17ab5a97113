import { expect, it } from 'vitest'

import { sessions } from '#app/db/schema/accounts.ts'
import * as askReset from '#app/routes/account/ask-reset/route.tsx'
import * as look from '#app/routes/account/look-into-mail/route.tsx'
import * as reset from '#app/routes/account/reset-password/route.tsx'
import * as signIn from '#app/routes/account/sign-in/route.tsx'
import { PASSWORD } from '#tests/support/accounts.ts'
import { ownAccount } from '#tests/support/own-account.ts'
import { testServer } from '#tests/support/server.ts'
import { unchanged } from '#tests/support/unchanged.ts'

const routes = {
  ':locale/sign-in': signIn,
  ':locale/account/forgotten': askReset,
  ':locale/account/reset': reset,
  ':locale/account/mail': look,
} as Parameters<typeof testServer>[0]
const NEW = 'another plain sentence'

async function world() {
  const w = await ownAccount()
  const server = await testServer(routes, { db: w.db, now: w.now })
  const ask = (email: string) => server.post('/en/account/forgotten', { email })
  const link = async () => {
    await ask(w.ada.email)
    return `/en/account/reset?token=${(await w.letters()).at(-1)?.token()}`
  }
  return { ...w, ...server, pass: w.pass, asked: ask, link }
}
const to = ({ status, headers }: Response) => [status, headers.get('Location')]

it('answers an address nobody has like one that somebody has', async () => {
  const w = await world()
  const answers = await Promise.all(['ada@example.org', 'who@example.org'].map(w.asked))
  expect(answers.map(to)).toEqual(Array(2).fill([303, '/en/account/mail?about=reset']))
  expect(await w.letters()).toHaveLength(1)
  for (const email of ['ada@example.org', 'who@example.org']) {
    for (let i = 0; i < 2; i += 1) await w.asked(email)
    const refused = await unchanged(w.db, () => w.asked(email))
    expect(refused.status).toBe(429)
    expect(await refused.text()).toContain(`value="${email}"`)
  }
})

it('sets a new password, ends all sessions and signs nobody in', async () => {
  const w = await world()
  await w.session(w.ada.id)
  const link = await w.link()
  const page = await unchanged(w.db, () => w.ask(link))
  expect(page.status).toBe(200)
  expect(await page.text()).toContain('ada@example.org')
  const answer = await w.post(link, { password: NEW })
  expect(to(answer)).toEqual([303, '/en/sign-in?reset=1'])
  expect(answer.headers.getSetCookie()).toEqual([])
  expect(await w.db.select().from(sessions)).toEqual([])

  const typed = { 'sign-in': '1', email: w.ada.email }
  expect((await w.post('/en/sign-in', { ...typed, password: PASSWORD })).status).toBe(401)
  expect((await w.post('/en/sign-in', { ...typed, password: NEW })).status).toBe(303)
})

it('works once and in time, and says what to do then', async () => {
  const w = await world()
  const first = await w.link()
  const second = await w.link()
  const over = async (link: string, status = 410) => {
    const tries = [() => w.ask(link), () => w.post(link, { password: NEW })]
    for (const one of tries) {
      const answer = await unchanged(w.db, one)
      expect(answer.status).toBe(status)
      expect(await answer.text()).toContain('Send me a link')
    }
  }
  await over(first)
  await over('/en/account/reset?token=made-up', 404)
  await over('/en/account/reset', 404)
  expect((await w.post(second, { password: NEW })).status).toBe(303)
  await over(second)
  const late = await w.link()
  w.pass(30)
  await over(late)
})

it('keeps the link good when the password is not', async () => {
  const w = await world()
  const link = await w.link()
  for (const password of ['short', 'hers is ADA@example.org'.replace('ADA', 'kept')]) {
    const answer = await unchanged(w.db, () => w.post(link, { password }))
    expect(answer.status).toBe(422)
    expect(await answer.text()).not.toContain(`"${password}"`)
  }
  expect((await w.post(link, { password: NEW })).status).toBe(303)
})

it('leaves no token in the log of requests', async () => {
  const w = await world()
  const link = await w.link()
  await w.ask(link)
  await w.post(link, { password: NEW })
  const lines = JSON.stringify(w.lines)
  expect(lines).toContain('/en/account/reset')
  expect(lines).not.toContain(link.split('=')[1])
})
