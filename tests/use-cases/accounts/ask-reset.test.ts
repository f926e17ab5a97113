import { expect, it } from 'vitest'

import { accountTokens, users } from '#app/db/schema/accounts.ts'
import { mails } from '#app/db/schema/acts.ts'
import { askReset } from '#app/use-cases/accounts/ask-reset.server.ts'
import { linkIn, statementsOf } from '#tests/support/letters.ts'
import { ownAccount } from '#tests/support/own-account.ts'
import { unchanged } from '#tests/support/unchanged.ts'

it('sends a link that works for half an hour, of which only a hash is kept', async () => {
  const w = await ownAccount()
  await askReset({ db: w.db, now: w.now() }, { email: w.ada.email, locale: 'fr' })
  const [letter] = await w.letters()
  // In her language, not in that of the page somebody asked on.
  expect(letter).toMatchObject({ to: w.ada.email, subject: 'Choose a new password' })
  expect(linkIn(letter?.text).pathname).toBe('/en/account/reset')
  const kept = await w.db.select().from(accountTokens)
  expect(kept).toMatchObject([{ purpose: 'reset-password', userId: w.ada.id, usedAt: null }])
  expect(kept[0]?.expiresAt.getTime()).toBe(w.now().getTime() + 30 * 60_000)
  expect(letter?.token()).toMatch(/^[\w-]{32}$/)
  expect(JSON.stringify(kept)).not.toContain(letter?.token())
})

it('does the same work for an address nobody has, and writes nothing of it', async () => {
  const w = await ownAccount()
  const ask = (email: string) => () => askReset({ db: w.db, now: w.now() }, { email, locale: 'en' })
  const known = await statementsOf(w.db, ask(w.ada.email))
  const unknown = await statementsOf(w.db, () => unchanged(w.db, ask('who@example.org')))
  expect(known.length).toBeGreaterThan(4)
  expect(unknown).toEqual(known)
})

it('sends nothing to an account that is closed', async () => {
  const w = await ownAccount()
  await w.db.update(users).set({ disabledAt: w.now() })
  await askReset({ db: w.db, now: w.now() }, { email: w.ada.email, locale: 'en' })
  expect(await w.db.select().from(mails)).toEqual([])
})
