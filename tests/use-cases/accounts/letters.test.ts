import { expect, it } from 'vitest'

import { mails } from '#app/db/schema/acts.ts'
import { writing } from '#app/db/transaction.server.ts'
import { sendAccountLetter } from '#app/use-cases/accounts/letters.server.ts'
import { ORIGIN_MARK } from '#app/use-cases/notifications/tell-about.server.ts'
import { ownAccount } from '#tests/support/own-account.ts'
import { unchanged } from '#tests/support/unchanged.ts'

it('is written in the language of whom it goes to, with its link on a line of its own', async () => {
  const w = await ownAccount()
  const until = new Date('2027-03-01T08:30:00Z')
  const to = { userId: w.ada.id, to: w.ada.email, locale: 'es' as const }
  await writing(w.db, (tx) =>
    sendAccountLetter(tx, 'reset', to, w.now(), { path: '/es/account/reset?token=x', until }),
  )
  const [letter] = await w.db.select().from(mails)
  expect(letter).toMatchObject({ to: w.ada.email, locale: 'es', createdAt: w.now(), attempts: 0 })
  expect(letter?.subject).toBe('Elija una contraseña nueva')
  expect(letter?.text).toContain('1 de marzo de 2027, 08:30 UTC')
  expect(letter?.text.split('\n')).toContain(`${ORIGIN_MARK}/es/account/reset?token=x`)
})

it('goes to nobody where there is nobody', async () => {
  const w = await ownAccount()
  const to = { userId: '', to: 'who@example.org', locale: 'en' as const }
  const send = () => writing(w.db, (tx) => sendAccountLetter(tx, 'many-tries', to, w.now()))
  await unchanged(w.db, send)
  expect(await w.letters()).toEqual([])
})
