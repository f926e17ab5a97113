import { expect, it } from 'vitest'

import { challenges, passkeys as table, recoveryCodes } from '#app/db/schema/accounts.ts'
import {
  addPasskey,
  removePasskey,
  renamePasskey,
} from '#app/use-cases/accounts/change-passkeys.server.ts'
import { makeRecoveryCodes } from '#app/use-cases/accounts/make-recovery-codes.server.ts'
import { authenticator } from '#tests/support/authenticator.ts'
import { ORIGIN, passkeyWorld } from '#tests/support/passkeys.ts'
import { refused } from '#tests/support/unchanged.ts'

const name = 'Laptop'

it('keeps what a device made: its counter, transports and whether it travels', async () => {
  const w = await passkeyWorld()
  const device = authenticator({ origin: ORIGIN, synced: true })
  const credential = device.make(await w.challenge(w.ada.id))
  const by = { ...(await w.as(w.ada.id)), passkeys: w.passkeys }
  expect((await addPasskey(by, { credential, name })).ok).toBe(true)
  expect(await w.db.select().from(table)).toMatchObject([
    {
      id: device.id,
      userId: w.ada.id,
      name,
      counter: 0,
      transports: ['internal'],
      deviceType: 'multiDevice',
      backedUp: true,
    },
  ])
  expect(await w.kinds()).toEqual(['account.passkey-added'])
  const [letter] = await w.letters()
  expect([letter?.to, letter?.subject]).toEqual([
    w.ada.email,
    'A passkey was added to your account',
  ])
  expect(letter?.text).toContain(name)
  // From now on a password alone opens nothing of hers, and nothing changes for anybody else.
  expect((await w.as(w.ada.id)).actor.factor).toBe(true)
  expect((await w.as(w.eve.id)).actor.factor).toBeUndefined()
  expect(await w.db.select().from(challenges)).toEqual([])
})

it('takes each challenge once, also when it is sent twice at once', async () => {
  const w = await passkeyWorld()
  const credential = authenticator({ origin: ORIGIN }).make(await w.challenge(w.ada.id))
  const by = { ...(await w.as(w.ada.id)), passkeys: w.passkeys }
  const both = await Promise.all([1, 2].map(() => addPasskey(by, { credential, name })))
  expect(both.map((one) => (one.ok ? 'ok' : one.code)).toSorted()).toEqual(['ok', 'passkey-over'])
  expect(await w.db.select().from(table)).toHaveLength(1)
})

it.each([
  ['wrong origin', { origin: 'https://kept.example.evil' }],
  ['wrong host', { rpId: 'evil.example' }],
  ['nobody verified', { verified: false }],
])('refuses a passkey made with: %s', async (_, bent) => {
  const w = await passkeyWorld()
  const credential = authenticator({ origin: ORIGIN }).make(await w.challenge(w.ada.id), bent)
  const by = { ...(await w.as(w.ada.id)), passkeys: w.passkeys }
  expect(await addPasskey(by, { credential, name })).toEqual({ ok: false, code: 'passkey-refused' })
  expect(await w.db.select().from(table)).toEqual([])
  // Used up all the same.
  expect(await w.db.select().from(challenges)).toEqual([])
})

it('refuses what is late, was asked by somebody else, or was never asked', async () => {
  const w = await passkeyWorld()
  const device = authenticator({ origin: ORIGIN })
  const eves = device.make(await w.challenge(w.eve.id))
  const hers = device.make(await w.challenge(w.ada.id))
  const by = async () => ({ ...(await w.as(w.ada.id)), passkeys: w.passkeys })
  const acting = await by()
  for (const credential of [eves, device.make('never-asked')])
    expect(await refused(w.db, () => addPasskey(acting, { credential, name }))).toBe('passkey-over')
  for (const credential of ['', '{', '[]', '{"id":"x"}'])
    expect(await refused(w.db, () => addPasskey(acting, { credential, name }))).toBe(
      'passkey-refused',
    )
  w.pass(5)
  const late = await by()
  expect(await refused(w.db, () => addPasskey(late, { credential: hers, name }))).toBe(
    'passkey-over',
  )
})

it('keeps a credential once, for whoever had it first', async () => {
  const w = await passkeyWorld()
  const device = await w.registered(w.ada.id)
  const credential = device.make(await w.challenge(w.eve.id))
  const by = { ...(await w.as(w.eve.id)), passkeys: w.passkeys }
  expect(await addPasskey(by, { credential, name })).toEqual({ ok: false, code: 'passkey-known' })
  expect(await w.db.select().from(table)).toMatchObject([{ userId: w.ada.id }])
})

it('renames and removes one’s own, and nobody else’s', async () => {
  const w = await passkeyWorld()
  const { id } = await w.registered(w.ada.id)
  const eve = await w.as(w.eve.id)
  const ada = await w.as(w.ada.id)
  expect(await refused(w.db, () => renamePasskey(eve, { id, name: 'Mine' }))).toBe(
    'passkey-missing',
  )
  expect(await refused(w.db, () => removePasskey(eve, id, false))).toBe('passkey-missing')
  expect((await renamePasskey(ada, { id, name: 'Telephone' })).ok).toBe(true)
  expect(await w.db.select().from(table)).toMatchObject([{ name: 'Telephone' }])
  expect((await removePasskey(ada, id, true)).ok).toBe(true)
  expect(await refused(w.db, () => removePasskey(ada, id, true))).toBe('passkey-missing')
  expect(await w.kinds()).toEqual([
    'account.passkey-added',
    'account.passkey-renamed',
    'account.passkey-removed',
  ])
  const subjects = (await w.letters()).map(({ subject }) => subject)
  expect(subjects).toEqual([
    'A passkey was added to your account',
    'A passkey was removed from your account',
  ])
})

it('takes the recovery codes along with the last factor', async () => {
  const w = await passkeyWorld()
  const one = await w.registered(w.ada.id)
  const other = await w.registered(w.ada.id, 'Telephone')
  const ada = await w.as(w.ada.id)
  expect((await makeRecoveryCodes(ada)).ok).toBe(true)
  await removePasskey(ada, one.id, false)
  expect(await w.db.select().from(recoveryCodes)).toHaveLength(10)
  await removePasskey(ada, other.id, false)
  expect(await w.db.select().from(recoveryCodes)).toEqual([])
})

it('leaves whoever decides for the register one factor', async () => {
  const w = await passkeyWorld()
  const first = await w.registered(w.ada.id)
  const ada = await w.as(w.ada.id)
  const acting = { ...ada, actor: { ...ada.actor, coordinator: true } }
  expect(await refused(w.db, () => removePasskey(acting, first.id, true))).toBe('last-factor')
  await w.registered(w.ada.id, 'Telephone')
  expect((await removePasskey(acting, first.id, true)).ok).toBe(true)
})
