import { expect, it } from 'vitest'

import { checkPassword } from '#app/use-cases/accounts/check-password.server.ts'
import { PASSWORD, savePerson } from '#tests/support/accounts.ts'
import { freshDatabase } from '#tests/support/database.ts'

const refused = { ok: false, code: 'wrong-credentials' }

it('knows who it is by the right password only', async () => {
  const db = await freshDatabase()
  const ada = await savePerson(db, 'ada')
  const tried = (password: string) => checkPassword(db, { email: ada.email, password })
  expect(await tried(PASSWORD)).toMatchObject({ ok: true, value: { userId: ada.id } })
  expect(await tried(`${PASSWORD} `)).toEqual(refused)
  expect(await tried('')).toEqual(refused)
})

it('answers an unknown address in the same words', async () => {
  const db = await freshDatabase()
  await savePerson(db, 'ada')
  const unknown = { email: 'who@example.org', password: PASSWORD }
  expect(await checkPassword(db, unknown)).toEqual(refused)
})
