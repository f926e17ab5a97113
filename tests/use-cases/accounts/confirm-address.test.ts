import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'

import { users } from '#app/db/schema/accounts.ts'
import { acts } from '#app/db/schema/acts.ts'
import { askForAddress } from '#app/use-cases/accounts/ask-for-address.server.ts'
import { confirmAddress } from '#app/use-cases/accounts/confirm-address.server.ts'
import { sendConfirmation } from '#app/use-cases/accounts/send-confirmation.server.ts'
import { ownAccount } from '#tests/support/own-account.ts'
import { refused } from '#tests/support/unchanged.ts'
import { granted } from '#tests/support/world.ts'

const isAda = eq(users.id, 'usr_ada')
const isEve = eq(users.id, 'usr_eve')

async function waiting() {
  const w = await ownAccount({ confirmed: false })
  const { token } = granted(await sendConfirmation(await w.as(w.ada.id), ''))
  const confirm = (tried = token) =>
    confirmAddress({ db: w.db, now: w.now(), from: '192.0.2.7' }, tried)
  return { ...w, token, confirm }
}

it('confirms the address, once', async () => {
  const w = await waiting()
  w.pass(24 * 60 - 1)
  expect(granted(await w.confirm())).toEqual({ userId: w.ada.id, purpose: 'confirm-email' })
  expect((await w.account(w.ada.id))?.emailConfirmedAt).toEqual(w.now())
  expect(await w.db.select().from(acts)).toMatchObject([
    { kind: 'account.email-confirmed', subject: w.ada.id, userId: w.ada.id, address: '192.0.2.7' },
  ])
  expect(await refused(w.db, () => w.confirm())).toBe('link-over')
})

it('is one of two simultaneous presses of the button', async () => {
  const w = await waiting()
  const results = await Promise.all([w.confirm(), w.confirm(), w.confirm()])
  expect(results.filter(({ ok }) => ok)).toHaveLength(1)
  expect(await w.kinds()).toEqual(['account.email-confirmed'])
})

it('opens nothing by a link that is made up, too old, or replaced', async () => {
  const w = await waiting()
  expect(await refused(w.db, () => w.confirm('made-up'))).toBe('link-missing')
  const { token: newer } = granted(await sendConfirmation(await w.as(w.ada.id), ''))
  expect(await refused(w.db, () => w.confirm())).toBe('link-over')
  w.pass(24 * 60)
  expect(await refused(w.db, () => w.confirm(newer))).toBe('link-over')
})

it('opens nothing for an account that is closed, or that has another address by now', async () => {
  const w = await waiting()
  await w.db.update(users).set({ disabledAt: w.now() })
  expect(await refused(w.db, () => w.confirm())).toBe('link-missing')
  await w.db.update(users).set({ disabledAt: null })
  await w.db.update(users).set({ email: 'x@example.org' }).where(isAda)
  expect(await refused(w.db, () => w.confirm())).toBe('link-over')
})

it('moves an account to the address whose letter was answered, and tells the old one', async () => {
  const w = await ownAccount()
  granted(await askForAddress(await w.as(w.ada.id), 'new@example.org'))
  const token = (await w.letters())[0]?.token() ?? ''
  expect((await w.account(w.ada.id))?.email).toBe(w.ada.email)
  const place = { db: w.db, now: w.now() }
  expect(granted(await confirmAddress(place, token)).purpose).toBe('change-email')
  expect((await w.account(w.ada.id))?.email).toBe('new@example.org')
  expect((await w.letters()).at(-1)).toMatchObject({
    to: w.ada.email,
    subject: 'Your account has moved to another address',
  })
  expect(await refused(w.db, () => confirmAddress(place, token))).toBe('link-over')
})

it('does not move to an address that somebody took meanwhile', async () => {
  const w = await ownAccount()
  granted(await askForAddress(await w.as(w.ada.id), 'new@example.org'))
  const token = (await w.letters())[0]?.token() ?? ''
  await w.db.update(users).set({ email: 'new@example.org' }).where(isEve)
  const place = { db: w.db, now: w.now() }
  expect(await refused(w.db, () => confirmAddress(place, token))).toBe('address-taken')
})
