import { expect, it } from 'vitest'

import {
  addPasskey,
  challengeExpiry,
  counterIsBehind,
  passkeyName,
  removePasskey,
  renamePasskey,
} from '#app/domain/accounts/passkey.ts'

const now = new Date('2027-03-01T08:00:00Z')
const ada = { userId: 'usr_ada', administrator: false, coordinator: false, memberships: [] }
const made = {
  id: 'abc',
  publicKey: new Uint8Array(1),
  counter: 0,
  transports: [],
  deviceType: 'singleDevice',
  backedUp: false,
}

it('gives five minutes to sign', () => {
  expect(challengeExpiry(now)).toEqual(new Date('2027-03-01T08:05:00Z'))
})

it.each([
  [0, 0, false],
  [0, 1, false],
  [4, 5, false],
  [5, 5, true],
  [5, 4, true],
  [5, 0, true],
])('a counter that was %i and says %i is behind: %s', (kept, said, behind) => {
  expect(counterIsBehind(kept, said)).toBe(behind)
})

it('asks for a name that fits on a line', () => {
  expect(passkeyName.safeParse('  Laptop ').data).toBe('Laptop')
  expect(passkeyName.safeParse(' ').success).toBe(false)
  expect(passkeyName.safeParse('x'.repeat(61)).success).toBe(false)
})

it('takes twenty, and says in the act what each is called, not what it is', () => {
  const added = addPasskey(ada, made, 'Laptop', 19, now)
  expect(added).toMatchObject({ ok: true, value: { passkey: { userId: 'usr_ada' } } })
  if (added.ok) expect(added.value.act.fields).toEqual({ name: 'Laptop' })
  expect(addPasskey(ada, made, 'Laptop', 20, now)).toEqual({ ok: false, code: 'too-many-passkeys' })
  expect(renamePasskey(ada, 'Laptop', 'Telephone', now).fields).toEqual({
    before: { name: 'Laptop' },
    after: { name: 'Telephone' },
  })
})

it('keeps the last factor of whoever has to have one', () => {
  const last = { others: 0, compulsory: true }
  const coordinator = { ...ada, coordinator: true }
  expect(removePasskey(coordinator, 'Laptop', last, now)).toEqual({
    ok: false,
    code: 'last-factor',
  })
  expect(removePasskey(coordinator, 'Laptop', { ...last, others: 1 }, now).ok).toBe(true)
  expect(removePasskey(coordinator, 'Laptop', { ...last, compulsory: false }, now).ok).toBe(true)
  expect(removePasskey(ada, 'Laptop', last, now).ok).toBe(true)
})
