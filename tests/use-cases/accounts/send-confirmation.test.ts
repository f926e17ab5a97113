import { expect, it } from 'vitest'

import { sendConfirmation } from '#app/use-cases/accounts/send-confirmation.server.ts'
import { linkIn } from '#tests/support/letters.ts'
import { ownAccount } from '#tests/support/own-account.ts'
import { refused } from '#tests/support/unchanged.ts'

it('sends the link again, with where the person was going', async () => {
  const w = await ownAccount({ confirmed: false })
  await sendConfirmation(await w.as(w.ada.id), '/en/desk/organisations/new')
  const [letter] = await w.letters()
  expect(letter?.to).toBe(w.ada.email)
  const link = linkIn(letter?.text)
  expect(link.pathname).toBe('/en/account/confirm')
  expect(link.searchParams.get('to')).toBe('/en/desk/organisations/new')
})

it('sends nothing to whom it is confirmed', async () => {
  const w = await ownAccount()
  const acting = await w.as(w.ada.id)
  const code = await refused(w.db, () => sendConfirmation(acting, ''))
  expect(code).toBe('address-confirmed-already')
})
