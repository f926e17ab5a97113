import { expect, it } from 'vitest'

import { changeDetails } from '#app/use-cases/accounts/change-details.server.ts'
import { ownAccount } from '#tests/support/own-account.ts'
import { unchanged } from '#tests/support/unchanged.ts'

it('changes name and language, and nothing else', async () => {
  const w = await ownAccount()
  const before = await w.account(w.ada.id)
  const other = await w.account(w.eve.id)
  await changeDetails(await w.as(w.ada.id), { name: 'Ada L.', locale: 'ar' })
  expect(await w.account(w.ada.id)).toEqual({ ...before, name: 'Ada L.', locale: 'ar' })
  expect(await w.account(w.eve.id)).toEqual(other)
  expect(await w.kinds()).toEqual(['account.details-changed'])
})

it('writes nothing where nothing is another', async () => {
  const w = await ownAccount()
  const acting = await w.as(w.ada.id)
  const same = { name: w.ada.name, locale: w.ada.locale }
  expect((await unchanged(w.db, () => changeDetails(acting, same))).ok).toBe(true)
})
