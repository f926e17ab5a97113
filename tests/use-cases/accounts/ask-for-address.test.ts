import { expect, it } from 'vitest'

import { users } from '#app/db/schema/accounts.ts'
import { askForAddress } from '#app/use-cases/accounts/ask-for-address.server.ts'
import { linkIn, statementsOf } from '#tests/support/letters.ts'
import { ownAccount } from '#tests/support/own-account.ts'
import { refused } from '#tests/support/unchanged.ts'

it('asks the new address, warns the old one, and changes nothing yet', async () => {
  const w = await ownAccount()
  const before = await w.db.select().from(users)
  expect((await askForAddress(await w.as(w.ada.id), 'new@example.org')).ok).toBe(true)
  expect(await w.db.select().from(users)).toEqual(before)
  const letters = await w.letters()
  expect(letters.map(({ to, subject }) => [to, subject])).toEqual([
    ['new@example.org', 'Confirm your new address for the register'],
    [w.ada.email, 'Your account is to move to another address'],
  ])
  expect(linkIn(letters[0]?.text).pathname).toBe('/en/account/confirm')
  expect(() => linkIn(letters[1]?.text)).toThrow('no link')
})

it('answers an address that has an account alike, with the same statements, and no link', async () => {
  const w = await ownAccount()
  const acting = await w.as(w.ada.id)
  const answers: unknown[] = []
  const ask = (email: string) => async () =>
    void answers.push((await askForAddress(acting, email)).ok)
  const free = await statementsOf(w.db, ask('new@example.org'))
  const taken = await statementsOf(w.db, ask(w.eve.email))
  expect(taken).toEqual(free)
  expect(answers).toEqual([true, true])
  const letter = (await w.letters()).find(({ to }) => to === w.eve.email)
  expect(letter?.subject).toBe('Your address has an account on the register already')
  expect(() => linkIn(letter?.text)).toThrow('no link')
})

it('does nothing for the address the account has', async () => {
  const w = await ownAccount()
  const acting = await w.as(w.ada.id)
  expect(await refused(w.db, () => askForAddress(acting, w.ada.email))).toBe('address-unchanged')
})
