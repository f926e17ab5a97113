import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'

import { users } from '#app/db/schema/accounts.ts'
import { writing } from '#app/db/transaction.server.ts'
import { saveErasure } from '#app/db/write/account-erasure.server.ts'
import { finishAccountErasure } from '#app/use-cases/accounts/finish-account-erasure.server.ts'
import { knownEverywhere, MARK } from '#tests/support/known-person.ts'
import { folderOf, tracesOf } from '#tests/support/traces.ts'
import { unchanged } from '#tests/support/unchanged.ts'
import { world } from '#tests/support/world.ts'

it('writes the pages anew that a stop left as they were, once', async () => {
  const w = await world()
  await knownEverywhere(w.db, w.editor.userId, w.organisationId)
  await writing(w.db, (tx) => saveErasure(tx, w.editor.userId, w.now))
  const folder = await folderOf(w.db)
  expect(tracesOf(folder, MARK.name)).not.toEqual({})

  expect(await finishAccountErasure(w)).toBe(1)
  expect(tracesOf(folder, MARK.name)).toEqual({})
  const row = w.db.select().from(users).where(eq(users.id, w.editor.userId))
  expect(await row).toMatchObject([{ sweptAt: w.now }])
  expect(await unchanged(w.db, () => finishAccountErasure(w))).toBe(0)
})
