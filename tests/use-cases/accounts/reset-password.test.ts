import { expect, it } from 'vitest'

import { passwordMatches } from '#app/adapters/passwords/argon2.server.ts'
import { coordinators, sessions, signIns, users } from '#app/db/schema/accounts.ts'
import { askReset } from '#app/use-cases/accounts/ask-reset.server.ts'
import { resetPassword } from '#app/use-cases/accounts/reset-password.server.ts'
import { PASSWORD } from '#tests/support/accounts.ts'
import { ownAccount } from '#tests/support/own-account.ts'
import { refused } from '#tests/support/unchanged.ts'

const NEW = 'another plain sentence'

async function asked(given: Parameters<typeof ownAccount>[0] = {}) {
  const w = await ownAccount(given)
  const ask = async () => {
    await askReset({ db: w.db, now: w.now() }, { email: w.ada.email, locale: 'en' })
    return (await w.letters()).at(-1)?.token() ?? ''
  }
  const token = await ask()
  const reset = (tried = token, password = NEW) =>
    resetPassword(
      { db: w.db, now: w.now(), isKnown: w.isKnown, from: '192.0.2.7', agent: 'Firefox/140.0' },
      tried,
      password,
    )
  return { ...w, ask, token, reset }
}

it('sets the password, ends every session, signs nobody in and tells the owner', async () => {
  const w = await asked({ confirmed: false })
  await w.session(w.ada.id)
  await w.session(w.ada.id)
  await w.session(w.eve.id)
  expect(await w.reset()).toEqual({ ok: true, value: { userId: w.ada.id } })

  const account = await w.account(w.ada.id)
  expect(await passwordMatches(NEW, account?.passwordHash)).toBe(true)
  expect(await passwordMatches(PASSWORD, account?.passwordHash)).toBe(false)
  expect(account?.passwordChangedAt).toEqual(w.now())
  // The letter was read at the address: that is all a confirmation would show.
  expect(account?.emailConfirmedAt).toEqual(w.now())
  expect(await w.db.select().from(sessions)).toMatchObject([{ userId: w.eve.id }])
  expect(await w.db.select().from(signIns)).toMatchObject([
    { userId: w.ada.id, outcome: 'password-reset', address: '192.0.2.7', agent: 'Firefox/140.0' },
  ])
  expect(await w.kinds()).toEqual(['account.password-reset'])
  expect((await w.letters()).at(-1)).toMatchObject({
    to: w.ada.email,
    subject: 'Your password was changed',
  })
})

it('works once, for half an hour, and only by the newest link', async () => {
  const w = await asked()
  const newest = await w.ask()
  expect(await refused(w.db, () => w.reset())).toBe('link-over')
  expect(await refused(w.db, () => w.reset('made-up'))).toBe('link-missing')
  w.pass(29)
  expect((await w.reset(newest)).ok).toBe(true)
  expect(await refused(w.db, () => w.reset(newest))).toBe('link-over')
  const late = await w.ask()
  w.pass(30)
  expect(await refused(w.db, () => w.reset(late))).toBe('link-over')
})

it('is one of several simultaneous tries', async () => {
  const w = await asked()
  const results = await Promise.all([w.reset(), w.reset(), w.reset()])
  expect(results.filter(({ ok }) => ok)).toHaveLength(1)
})

it('takes no password that is short, personal or known, and then the link still works', async () => {
  const w = await asked()
  expect(await refused(w.db, () => w.reset(w.token, 'short'))).toBe('password-too-short')
  const { db, now } = w
  const place = { db, now: now(), isKnown: () => Promise.resolve(true), agent: null }
  expect(await refused(db, () => resetPassword(place, w.token, NEW))).toBe('password-known')
  const appointed = { id: 'c1', userId: w.ada.id, appointedAt: now(), appointedBy: w.ada.id }
  await db.insert(coordinators).values(appointed)
  // Eleven characters do for others.
  expect(await refused(db, () => w.reset(w.token, 'eleven char'))).toBe('password-too-short')
  expect((await w.reset()).ok).toBe(true)
})

it('opens nothing for an account that is closed', async () => {
  const w = await asked()
  await w.db.update(users).set({ disabledAt: w.now() })
  expect(await refused(w.db, () => w.reset())).toBe('link-missing')
})
