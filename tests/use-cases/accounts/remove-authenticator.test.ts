import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'

import { users } from '#app/db/schema/accounts.ts'
import { removeAuthenticator } from '#app/use-cases/accounts/remove-authenticator.server.ts'
import { ownFactor } from '#tests/support/own-factor.ts'

it('takes it away by a code, and tells its owner', async () => {
  const w = await ownFactor()
  const remove = async (code: string, rule: 'offered' | 'compulsory' = 'compulsory') =>
    removeAuthenticator({ ...(await w.acting()), rule }, code)
  expect(await remove('000000')).toMatchObject({ code: 'wrong-code' })
  await w.db.update(users).set({ administrator: true }).where(eq(users.id, w.ada.id))
  expect(await remove(w.code(w.secret))).toMatchObject({ code: 'factor-compulsory' })
  expect((await remove(w.code(w.secret), 'offered')).ok).toBe(true)
  expect(await remove(w.code(w.secret), 'offered')).toMatchObject({ code: 'factor-missing' })
  expect((await w.letters()).at(-1)?.subject).toBe('Your second factor was removed')
})
