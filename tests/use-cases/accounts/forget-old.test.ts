import { eq, like } from 'drizzle-orm'
import { expect, it } from 'vitest'

import { accountTokens, challenges, sessions, signIns } from '#app/db/schema/accounts.ts'
import { acts, mails, refusedAttempts } from '#app/db/schema/acts.ts'
import { invitations } from '#app/db/schema/organisations.ts'
import { writing } from '#app/db/transaction.server.ts'
import { recordAct } from '#app/db/write/acts.server.ts'
import { actInRole } from '#app/domain/acts/act.ts'
import { forgetOld } from '#app/use-cases/accounts/forget-old.server.ts'
import { checkLog } from '#tests/support/check-log.ts'
import { knownEverywhere, MARK } from '#tests/support/known-person.ts'
import { unchanged } from '#tests/support/unchanged.ts'
import { daysFromNow, NOW, world } from '#tests/support/world.ts'

async function known() {
  const w = await world()
  await knownEverywhere(w.db, w.editor.userId, w.organisationId)
  const by = { ...w.editor, from: MARK.address }
  await writing(w.db, (tx) => recordAct(tx, actInRole('account.exported', 'x', by, 'person', NOW)))
  // The world's own invitations are years old.
  await forgetOld({ db: w.db, now: NOW })
  return w
}

it('lets go of nothing before its time', async () => {
  const { db } = await known()
  expect(await unchanged(db, () => forgetOld({ db, now: NOW }))).toBeUndefined()
})

it('lets go of each thing when its time is over, and twice is as once', async () => {
  const { db } = await known()
  const lettersOf = () => db.select().from(mails).where(like(mails.id, 'mal_z%'))
  const texts = async () => (await lettersOf()).filter(({ text }) => text !== '').length
  await forgetOld({ db, now: daysFromNow(29) })
  expect(await texts()).toBe(3)
  expect(await db.select().from(challenges)).toEqual([])
  expect(await db.select().from(sessions)).toEqual([])
  expect(await db.select().from(accountTokens)).toHaveLength(1)

  await forgetOld({ db, now: daysFromNow(32) })
  // What has not gone out is not old yet.
  expect(await texts()).toBe(1)
  expect(await db.select().from(accountTokens)).toEqual([])
  const asked = (await db.select().from(invitations)).filter(({ email }) => email === MARK.email)
  expect(asked).toEqual([])
  expect(await db.select().from(signIns)).toHaveLength(1)
  const from = () => db.select().from(acts).where(eq(acts.address, MARK.address))
  expect(await from()).toHaveLength(1)

  const later = daysFromNow(370)
  await forgetOld({ db, now: later })
  expect(await db.select().from(signIns)).toEqual([])
  expect(await db.select().from(refusedAttempts)).toEqual([])
  expect(await lettersOf()).toHaveLength(1)
  expect(await from()).toEqual([])
  await unchanged(db, () => forgetOld({ db, now: later }))
  await checkLog(db)
})

it('can take nothing from an act but where it was done from', async () => {
  const { db } = await known()
  const change = (set: Partial<typeof acts.$inferInsert>) => db.update(acts).set(set)
  await expect(change({ address: '192.0.2.1' })).rejects.toThrow()
  await expect(change({ address: null, fields: {} })).rejects.toThrow()
  await expect(change({ address: null, userId: 'usr_other' })).rejects.toThrow()
  await expect(change({ address: null, role: 'register' })).rejects.toThrow()
})
