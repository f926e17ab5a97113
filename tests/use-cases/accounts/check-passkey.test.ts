import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'

import { challenges, passkeys as table, signIns, users } from '#app/db/schema/accounts.ts'
import { removePasskey } from '#app/use-cases/accounts/change-passkeys.server.ts'
import { checkPasskey } from '#app/use-cases/accounts/check-passkey.server.ts'
import { challengeForAnybody } from '#app/use-cases/accounts/passkey-challenge.server.ts'
import { passkeyWorld } from '#tests/support/passkeys.ts'

async function ready() {
  const w = await passkeyWorld()
  const device = await w.registered(w.ada.id)
  const ask = () => challengeForAnybody(w.place())
  const check = (credential: string, cookie: string) =>
    checkPasskey({ ...w.place(), passkeys: w.passkeys }, credential, cookie)
  return { ...w, device, ask, check }
}
const refusal = (code: string) => ({ ok: false, code })

it('knows whose passkey it is, and notes how often it was used', async () => {
  const w = await ready()
  for (const counter of [1, 2]) {
    const { challenge, cookie } = await w.ask()
    const signed = w.device.use(challenge, { userHandle: w.ada.id })
    expect(await w.check(signed, cookie)).toMatchObject({ ok: true, value: { userId: w.ada.id } })
    expect(await w.db.select().from(table)).toMatchObject([{ counter, lastUsedAt: w.now() }])
  }
  expect(await w.db.select().from(challenges)).toEqual([])
})

it.each([
  ['wrong origin', { origin: 'https://kept.example.evil' }],
  ['wrong host', { rpId: 'evil.example' }],
  ['nobody verified', { verified: false }],
  ['altered signature', { altered: true }],
  ['the name of somebody else', { userHandle: 'usr_eve' }],
])('refuses one used with: %s', async (_, bent) => {
  const w = await ready()
  const { challenge, cookie } = await w.ask()
  const signed = w.device.use(challenge, bent)
  expect(await w.check(signed, cookie)).toEqual(refusal('passkey-refused'))
  expect(await w.db.select().from(table)).toMatchObject([{ counter: 0, lastUsedAt: null }])
  expect(await w.db.select().from(signIns)).toMatchObject([
    { userId: w.ada.id, outcome: 'wrong-passkey' },
  ])
  // Used up: the right one comes too late.
  expect(await w.check(w.device.use(challenge), cookie)).toEqual(refusal('passkey-over'))
})

it('takes an answer once, in time, from the browser that asked', async () => {
  const w = await ready()
  const first = await w.ask()
  const signed = w.device.use(first.challenge)
  const both = await Promise.all([w.check(signed, first.cookie), w.check(signed, first.cookie)])
  expect(both.map(({ ok }) => ok).toSorted()).toEqual([false, true])
  expect(await w.check(signed, first.cookie)).toEqual(refusal('passkey-over'))

  const other = await w.ask()
  const stolen = w.device.use(first.challenge)
  expect(await w.check(stolen, other.cookie)).toEqual(refusal('passkey-refused'))
  expect(await w.check(stolen, '')).toEqual(refusal('passkey-refused'))
  const late = await w.ask()
  w.pass(5)
  expect(await w.check(w.device.use(late.challenge), late.cookie)).toEqual(refusal('passkey-over'))
})

it('is no way in with what was asked in order to add one', async () => {
  const w = await ready()
  const challenge = await w.challenge(w.ada.id)
  expect(await w.check(w.device.use(challenge), challenge)).toEqual(refusal('passkey-over'))
})

it('refuses a copy, and writes its owner a letter', async () => {
  const w = await ready()
  const before = await w.ask()
  await w.check(w.device.use(before.challenge, { counter: 9 }), before.cookie)
  const { challenge, cookie } = await w.ask()
  const copied = w.device.use(challenge, { counter: 9 })
  expect(await w.check(copied, cookie)).toEqual(refusal('passkey-copied'))
  expect(await w.db.select().from(table)).toMatchObject([{ counter: 9 }])
  expect(await w.db.select().from(signIns)).toMatchObject([{ outcome: 'wrong-passkey' }])
  const letter = (await w.letters()).at(-1)
  expect(letter?.to).toBe('ada@example.org')
  expect(letter?.text).toContain('/en/account/passkeys')
})

it('writes no letter where a signature is wrong, whatever it counts', async () => {
  const w = await ready()
  const before = await w.ask()
  await w.check(w.device.use(before.challenge, { counter: 9 }), before.cookie)
  const { challenge, cookie } = await w.ask()
  const forged = w.device.use(challenge, { counter: 3, altered: true })
  expect(await w.check(forged, cookie)).toEqual(refusal('passkey-refused'))
  // Only the one of its making.
  expect(await w.letters()).toHaveLength(1)
})

it('opens nothing once it is removed, nor an account that is closed', async () => {
  const w = await ready()
  await w.db.update(users).set({ disabledAt: w.now() }).where(eq(users.id, w.ada.id))
  const closed = await w.ask()
  expect(await w.check(w.device.use(closed.challenge), closed.cookie)).toEqual(
    refusal('account-disabled'),
  )
  expect(await w.db.select().from(signIns)).toMatchObject([{ outcome: 'disabled' }])

  await w.db.update(users).set({ disabledAt: null }).where(eq(users.id, w.ada.id))
  await removePasskey(await w.as(w.ada.id), w.device.id, false)
  const { challenge, cookie } = await w.ask()
  expect(await w.check(w.device.use(challenge), cookie)).toEqual(refusal('passkey-refused'))
})
