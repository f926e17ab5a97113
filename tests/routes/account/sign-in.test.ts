import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { expect, it } from 'vitest'

import { requireActor } from '#app/auth/guards.server.ts'
import { sessions, users } from '#app/db/schema/accounts.ts'
import * as signIn from '#app/routes/account/sign-in/route.tsx'
import * as signOut from '#app/routes/account/sign-out/route.tsx'
import { PASSWORD, savePerson } from '#tests/support/accounts.ts'
import { cookieOf, testServer } from '#tests/support/server.ts'

const kept: [string, string][][] = []
const desk = {
  loader: async ({ request, context, params }: LoaderFunctionArgs) =>
    Response.json({ name: (await requireActor(request, context, params)).name }),
  action: async ({ request, context, params }: ActionFunctionArgs) => {
    await requireActor(request, context, params)
    kept.push([...(await request.formData())] as [string, string][])
    return redirect('/en/desk?saved', 303)
  },
}

async function world(given: Parameters<typeof testServer>[1] = {}) {
  kept.length = 0
  const routes = {
    ':locale/sign-in': signIn,
    ':locale/sign-out': signOut,
    ':locale/desk': desk,
  } as Parameters<typeof testServer>[0]
  const server = await testServer(routes, given)
  await savePerson(server.db, 'ada')
  return server
}
const right = { 'sign-in': '1', email: 'ada@example.org', password: PASSWORD }

/** The fields a browser would send with a page's form, as the page is written. */
function fieldsOf(html: string): [string, string][] {
  const text = (escaped: string) =>
    escaped
      .replaceAll('&quot;', '"')
      .replaceAll('&#x27;', "'")
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&amp;', '&')
  const inputs = html.match(/<input type="hidden"[^>]*>/g) ?? []
  return inputs.map((input) => [
    text(/name="([^"]*)"/.exec(input)?.[1] ?? ''),
    text(/value="([^"]*)"/.exec(input)?.[1] ?? ''),
  ])
}

it('signs in, goes where one wanted to go, and out again', async () => {
  const { ask, post } = await world()
  const refused = await ask('/en/desk')
  expect(refused.status).toBe(302)
  const answer = await post(refused.headers.get('Location') ?? '', right)
  expect(answer.status).toBe(303)
  expect(answer.headers.get('Location')).toBe('/en/desk')
  const Cookie = cookieOf(answer)
  expect(await (await ask('/en/desk', { headers: { Cookie } })).json()).toEqual({ name: 'ada' })

  const out = await post('/en/sign-out', {}, { Cookie })
  expect([out.status, out.headers.get('Location')]).toEqual([303, '/en'])
  expect((await ask('/en/desk', { headers: { Cookie } })).status).toBe(302)
})

it('does not sign out by a link', async () => {
  const { ask, post } = await world()
  const Cookie = cookieOf(await post('/en/sign-in', right))
  await ask('/en/sign-out', { headers: { Cookie } })
  expect((await ask('/en/desk', { headers: { Cookie } })).status).toBe(200)
})

it('says the same of an unknown address and of a wrong password, and repeats no password', async () => {
  const { post } = await world()
  const pages = await Promise.all(
    [
      { ...right, password: 'wrong wrong wrong' },
      { ...right, email: 'who@example.org', password: 'wrong wrong wrong' },
    ].map(async (fields) => {
      const answer = await post('/en/sign-in', fields)
      expect(answer.status).toBe(401)
      expect(answer.headers.getSetCookie()).toEqual([])
      const html = await answer.text()
      expect(html).toContain('Check your e-mail address and password')
      expect(html).not.toContain('wrong wrong')
      expect(html).toContain(fields.email)
      return html.replaceAll(fields.email, '')
    }),
  )
  expect(pages[0]).toBe(pages[1])
})

it('answers 422 with all that was typed but the password', async () => {
  const { post } = await world()
  const answer = await post('/en/sign-in', { 'sign-in': '1', email: 'ada@example.org' })
  const html = await answer.text()
  expect(answer.status).toBe(422)
  expect(html).toContain('There is a problem')
  expect(html).toContain('value="ada@example.org"')
})

it('begins a new session at each sign-in, and ends the one before', async () => {
  const { post, ask, db } = await world()
  const first = cookieOf(await post('/en/sign-in', right))
  const second = cookieOf(await post('/en/sign-in', right, { Cookie: first }))
  expect(second).not.toBe(first)
  expect((await ask('/en/desk', { headers: { Cookie: first } })).status).toBe(302)
  expect(await db.select().from(sessions)).toHaveLength(1)
  const fixed = await post('/en/sign-in', right, { Cookie: 'session=chosen-by-somebody-else' })
  expect(cookieOf(fixed)).not.toContain('chosen')
})

it.each(['//evil.example', 'https://evil.example', '/\\evil.example', 'javascript:alert(1)'])(
  'goes to the desk, not to %s',
  async (to) => {
    const { post } = await world()
    const answer = await post(`/en/sign-in?${new URLSearchParams({ to })}`, right)
    expect(answer.headers.get('Location')).toBe('/en/desk')
  },
)

it('loses nothing when a session ends in the middle of a form', async () => {
  const { address, ask, post } = await world()
  const typed: [string, string][] = [
    ['title', 'Books & "boards" <b>'],
    ['text', 'الكتب\r\nسطر'],
    ['places', 'KE'],
    ['places', 'TZ'],
  ]
  const body = new URLSearchParams(typed)
  const sent = await fetch(`${address}/en/desk?step=2`, {
    method: 'POST',
    body,
    redirect: 'manual',
    headers: { 'Sec-Fetch-Site': 'same-origin' },
  })
  expect(sent.status).toBe(307)

  // A browser posts the same body there; it has lost its cookie.
  const signInPage = sent.headers.get('Location') ?? ''
  const asked = await ask(signInPage, { method: 'POST', body })
  expect(asked.status).toBe(401)
  const page = await asked.text()
  expect(page).toContain('You were signed out')
  expect(kept).toEqual([])

  // One wrong try keeps it all the same.
  const hidden = Object.fromEntries(fieldsOf(page))
  const wrong = await post(signInPage, { ...hidden, email: 'ada@example.org', password: 'no' })
  expect(wrong.status).toBe(401)
  const again = Object.fromEntries(fieldsOf(await wrong.text()))
  expect(again).toEqual(hidden)

  const done = await post(signInPage, { ...again, email: 'ada@example.org', password: PASSWORD })
  expect(done.status).toBe(200)
  const offer = await done.text()
  expect(offer).toContain('Continue where you left off')
  expect(offer).toContain('action="/en/desk?step=2"')
  expect(fieldsOf(offer)).toEqual(typed)

  const last = await ask('/en/desk?step=2', {
    method: 'POST',
    body: new URLSearchParams(fieldsOf(offer)),
    headers: { Cookie: cookieOf(done) },
  })
  expect(last.status).toBe(303)
  expect(kept).toEqual([typed])
})

it('makes nothing of a broken bundle of fields', async () => {
  const { post } = await world()
  for (const carried of ['{', '[1]', '{"a":1}', '[["a",{"b":1}]]']) {
    const answer = await post('/en/sign-in', { ...right, carried })
    expect(answer.status).toBe(303)
  }
})

it('lists accounts in a demonstration only', async () => {
  const account = { name: 'Grace', email: 'grace@example.org', shown: 'a partner' }
  const { ask } = await world({ demonstration: true, demonstrationAccounts: [account] })
  expect(await (await ask('/en/sign-in')).text()).toContain('grace@example.org')
  const real = await world()
  expect(await (await real.ask('/en/sign-in')).text()).not.toContain('demonstration')
})

it('takes somebody already signed in straight on', async () => {
  const { ask, post } = await world()
  const Cookie = cookieOf(await post('/en/sign-in', right))
  const answer = await ask('/en/sign-in?to=/en/desk%3Fx', { headers: { Cookie } })
  expect([answer.status, answer.headers.get('Location')]).toEqual([302, '/en/desk?x'])
})

it('says when to try again after five wrong tries, alike for an address nobody has', async () => {
  const { post } = await world()
  const pages: string[] = []
  for (const email of ['ada@example.org', 'who@example.org']) {
    const wrong = { ...right, email, password: 'wrong wrong wrong' }
    for (let i = 0; i < 5; i += 1) expect((await post('/en/sign-in', wrong)).status).toBe(401)
    const answer = await post('/en/sign-in', { ...wrong, password: PASSWORD })
    expect(answer.status).toBe(429)
    expect(answer.headers.get('Retry-After')).toBe('60')
    expect(answer.headers.getSetCookie()).toEqual([])
    const html = await answer.text()
    expect(html).toContain('You can try again in one minute')
    expect(html).toContain(`value="${email}"`)
    expect(html).not.toContain(PASSWORD)
    pages.push(html.replaceAll(email, ''))
  }
  expect(pages[0]).toBe(pages[1])
})

it('lets nobody in whose account is closed, and tells only who knows the password', async () => {
  const { post, db } = await world()
  await db.update(users).set({ disabledAt: new Date() })
  const wrong = await post('/en/sign-in', { ...right, password: 'wrong wrong wrong' })
  expect(wrong.status).toBe(401)
  const answer = await post('/en/sign-in', right)
  expect(answer.status).toBe(403)
  expect(await answer.text()).toContain('This account is closed')
  expect(await db.select().from(sessions)).toEqual([])
})
