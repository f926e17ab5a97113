import { expect, it } from 'vitest'

import { accountTokens } from '#app/db/schema/accounts.ts'
import { writing } from '#app/db/transaction.server.ts'
import { hashOfLink, newLink } from '#app/use-cases/accounts/links.server.ts'
import { ownAccount } from '#tests/support/own-account.ts'

it('gives out 192 random bits, keeps their hash, and ends the link before', async () => {
  const w = await ownAccount()
  const link = { userId: w.ada.id, email: w.ada.email, purpose: 'reset-password' as const }
  const make = () => writing(w.db, (tx) => newLink(tx, link, w.now()))
  const [first, second] = [await make(), await make()]
  expect(Buffer.from(first.token, 'base64url')).toHaveLength(24)
  expect(second.token).not.toBe(first.token)
  expect(first.inLetter).toBe(`letter-link-${hashOfLink(first.token)}`)
  const kept = await w.db.select().from(accountTokens)
  const usedAt = (token: string) => kept.find((one) => one.tokenHash === hashOfLink(token))?.usedAt
  expect(usedAt(first.token)).toEqual(w.now())
  expect(usedAt(second.token)).toBeNull()
})
