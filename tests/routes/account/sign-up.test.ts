import { expect, it } from 'vitest'

import { users } from '#app/db/schema/accounts.ts'
import * as signUp from '#app/routes/account/sign-up/route.tsx'
import { savePerson } from '#tests/support/accounts.ts'
import { testServer } from '#tests/support/server.ts'

const routes = { ':locale/sign-up': signUp } as Parameters<typeof testServer>[0]
const typed = { name: 'Grace', email: 'Grace@Example.org', password: 'several plain words' }

it('makes an account and leads to the sign-in page, whose session it does not spare', async () => {
  const { post, db } = await testServer(routes)
  const answer = await post('/en/sign-up?to=/en/account/invitations/x', typed)
  expect(answer.status).toBe(303)
  expect(answer.headers.get('Location')).toBe(
    '/en/sign-in?made=1&to=%2Fen%2Faccount%2Finvitations%2Fx',
  )
  expect(answer.headers.getSetCookie()).toEqual([])
  expect(await db.select().from(users)).toMatchObject([{ email: 'grace@example.org' }])
})

it('answers a known address like a new one, and changes nothing', async () => {
  const { post, db } = await testServer(routes)
  await savePerson(db, 'ada')
  const before = await db.select().from(users)
  const known = await post('/en/sign-up', { ...typed, email: 'ADA@example.org' })
  expect([known.status, known.headers.get('Location')]).toEqual([303, '/en/sign-in?made=1'])
  expect(await db.select().from(users)).toEqual(before)
})

it('takes no role, id or state from the form', async () => {
  const { post, db } = await testServer(routes)
  await post('/en/sign-up', { ...typed, administrator: 'on', id: 'usr_mine', role: 'x' })
  const [made] = await db.select().from(users)
  expect(made?.administrator).toBe(false)
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
