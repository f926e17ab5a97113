import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'

import { authenticators, users } from '#app/db/schema/accounts.ts'
import { resetFactors } from '#app/use-cases/accounts/reset-factors.server.ts'
import { ownFactor } from '#tests/support/own-factor.ts'
import { refused } from '#tests/support/unchanged.ts'

const REASON = 'The telephone fell into the sea.'

it('is done by an administrator for somebody else, and changes nothing otherwise', async () => {
  const w = await ownFactor()
  const reset = async (by: string, of: string) => resetFactors(await w.acting(by), of, REASON)
  expect(await refused(w.db, () => reset(w.eve.id, w.ada.id))).toBe('administrator-only')
  await w.db.update(users).set({ administrator: true }).where(eq(users.id, w.eve.id))
  expect(await refused(w.db, () => reset(w.eve.id, w.eve.id))).toBe('own-account')
  expect((await reset(w.eve.id, w.ada.id)).ok).toBe(true)
  expect(await w.db.select().from(authenticators)).toEqual([])
  expect((await w.letters()).at(-1)).toMatchObject({ to: w.ada.email })
  expect(await refused(w.db, () => reset(w.eve.id, w.ada.id))).toBe('factor-missing')
})
