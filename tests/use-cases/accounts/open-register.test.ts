import { expect, it } from 'vitest'

import { users } from '#app/db/schema/accounts.ts'
import { acts } from '#app/db/schema/acts.ts'
import { firstRun, noFirstRun, openRegister } from '#app/use-cases/accounts/open-register.server.ts'
import { freshDatabase } from '#tests/support/database.ts'

const isKnown = () => Promise.resolve(false)
const now = new Date('2027-03-01T08:00:00Z')
const ada = {
  name: 'Ada',
  email: 'ada@example.org',
  password: 'several plain words',
  locale: 'en' as const,
}

it('makes the first administrator for who holds the token', async () => {
  const db = await freshDatabase()
  const door = firstRun()
  const result = await openRegister({ db, now, firstRun: door, isKnown }, door.token, ada)
  expect(result.ok).toBe(true)
  expect(await db.select().from(users)).toMatchObject([
    { administrator: true, emailConfirmedAt: now },
  ])
  expect(await db.select().from(acts)).toMatchObject([{ kind: 'register.opened' }])
})

it('opens to no other token, and to none when nobody was promised one', async () => {
  const db = await freshDatabase()
  const door = firstRun()
  for (const token of [null, '', 'guess', `${door.token}x`])
    expect(await openRegister({ db, now, firstRun: door, isKnown }, token, ada)).toEqual({
      ok: false,
      code: 'first-run-token-wrong',
    })
  const shut = await openRegister({ db, now, firstRun: noFirstRun, isKnown }, door.token, ada)
  expect(shut.ok).toBe(false)
  expect(await db.select().from(users)).toEqual([])
})

it('has one first account, even of fifty at once', async () => {
  const db = await freshDatabase()
  const door = firstRun()
  const results = await Promise.all(
    Array.from({ length: 50 }, (_, i) =>
      openRegister({ db, now, firstRun: door, isKnown }, door.token, {
        ...ada,
        email: `a${i}@example.org`,
      }),
    ),
  )
  expect(results.filter((result) => result.ok)).toHaveLength(1)
  expect(await db.select().from(users)).toHaveLength(1)
})

it('refuses the first administrator a password that is tried first', async () => {
  const db = await freshDatabase()
  const door = firstRun()
  const known = { db, now, firstRun: door, isKnown: () => Promise.resolve(true) }
  expect(await openRegister(known, door.token, ada)).toEqual({ ok: false, code: 'password-known' })
  expect(await db.select().from(users)).toEqual([])
})
