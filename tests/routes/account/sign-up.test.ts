import { expect, it } from 'vitest'

import { users } from '#app/db/schema/accounts.ts'
import { mails } from '#app/db/schema/acts.ts'
import * as look from '#app/routes/account/look-into-mail/route.tsx'
import * as signUp from '#app/routes/account/sign-up/route.tsx'
import { inviteMember } from '#app/use-cases/organisations/invite-member.server.ts'
import { savePerson } from '#tests/support/accounts.ts'
import { linkIn } from '#tests/support/letters.ts'
import { testServer } from '#tests/support/server.ts'
import { granted, NOW, world } from '#tests/support/world.ts'

const routes = { ':locale/sign-up': signUp, ':locale/account/mail': look } as Parameters<
  typeof testServer
>[0]
const typed = { name: 'Grace', email: 'Grace@Example.org', password: 'several plain words' }
const LOOK = '/en/account/mail?about=sign-up'

it('makes an account and says to look into the mail, whose letter knows where one was going', async () => {
  const { post, ask, db } = await testServer(routes)
  const answer = await post('/en/sign-up?to=/en/desk/organisations/new', typed)
  expect([answer.status, answer.headers.get('Location')]).toEqual([303, LOOK])
  expect(answer.headers.getSetCookie()).toEqual([])
  expect(await db.select().from(users)).toMatchObject([
    { email: 'grace@example.org', emailConfirmedAt: null },
  ])
  const [letter] = await db.select().from(mails)
  expect(linkIn(letter?.text).searchParams.get('to')).toBe('/en/desk/organisations/new')
  const page = await (await ask(`${LOOK}&to=grace@example.org`)).text()
  expect(page).toContain('Look into your mail')
  // Only a demonstration shows what a letter says.
  expect(page).not.toContain('token=')
})

it('answers a known address like a new one, and changes nothing', async () => {
  const { post, db } = await testServer(routes)
  await savePerson(db, 'ada')
  const before = await db.select().from(users)
  const known = await post('/en/sign-up', { ...typed, email: 'ADA@example.org' })
  expect([known.status, known.headers.get('Location')]).toEqual([303, LOOK])
  expect(await db.select().from(users)).toEqual(before)
})

it('shows the letter in a demonstration, marked as what it is', async () => {
  const { post, ask } = await testServer(routes, { demonstration: true })
  const answer = await post('/en/sign-up', typed)
  const page = await (await ask(answer.headers.get('Location') ?? '')).text()
  expect(page).toContain('This is a demonstration: no letter goes out')
  expect(page).toMatch(/href="http[^"]*\/en\/account\/confirm\?token=[\w-]{32}"/)
})

it('takes no role, id or state from the form', async () => {
  const { post, db } = await testServer(routes)
  const more = {
    administrator: 'on',
    id: 'usr_mine',
    role: 'x',
    emailConfirmedAt: '1',
    confirmed: '1',
  }
  await post('/en/sign-up', { ...typed, ...more })
  const [made] = await db.select().from(users)
  expect(made).toMatchObject({ administrator: false, emailConfirmedAt: null })
  expect(made?.id).not.toBe('usr_mine')
})

it('shows what is wrong and keeps what was typed, but no password', async () => {
  const { post, db } = await testServer(routes)
  const answer = await post('/en/sign-up', { name: 'Grace', email: 'grace', password: 'short' })
  const html = await answer.text()
  expect(answer.status).toBe(422)
  expect(html).toContain('There is a problem')
  expect(html).toContain('value="Grace"')
  expect(html).not.toContain('short"')
  expect(await db.select().from(users)).toEqual([])
})

it('refuses a password that is tried first, the same whether or not the address is known', async () => {
  const { post, db } = await testServer(routes, { isKnownPassword: () => Promise.resolve(true) })
  await savePerson(db, 'ada')
  for (const email of ['ada@example.org', 'grace@example.org']) {
    const answer = await post('/en/sign-up', { ...typed, email })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('among those that are tried first')
  }
  expect(await db.select().from(mails)).toEqual([])
})

it('lets people think of another password as often as they need', async () => {
  const isKnownPassword = (tried: string) => Promise.resolve(tried !== typed.password)
  const { post } = await testServer(routes, { isKnownPassword })
  for (let i = 0; i < 5; i += 1)
    expect((await post('/en/sign-up', { ...typed, password: 'password1234' })).status).toBe(422)
  expect((await post('/en/sign-up', typed)).status).toBe(303)
})

it('sends an address three letters an hour, and then says when to come back', async () => {
  const { post, db } = await testServer(routes)
  for (let i = 0; i < 3; i += 1) expect((await post('/en/sign-up', typed)).status).toBe(303)
  const answer = await post('/en/sign-up', typed)
  expect(answer.status).toBe(429)
  expect(Number(answer.headers.get('Retry-After'))).toBeGreaterThan(3_500)
  const html = await answer.text()
  expect(html).toContain('You can try again in 60 minutes')
  expect(html).toContain('value="Grace"')
  expect(html).not.toContain(typed.password)
  expect(await db.select().from(mails)).toHaveLength(3)
})

it('sends whoever comes from an invitation’s letter to that address straight to sign in', async () => {
  const w = await world()
  const input = { email: 'grace@example.org', role: 'editor' as const }
  const { token } = granted(await inviteMember(w.as(w.partner), w.organisationId, input, 'en'))
  const { post } = await testServer(routes, { db: w.db, now: () => NOW })
  const to = `/en/account/invitations?token=${token}`
  const path = `/en/sign-up?${new URLSearchParams({ to })}`
  const other = await post(path, { ...typed, email: 'eve@example.org' })
  expect(other.headers.get('Location')).toBe(LOOK)
  const answer = await post(path, typed)
  expect(answer.headers.get('Location')).toBe(
    `/en/sign-in?${new URLSearchParams({ made: '1', to })}`,
  )
})
