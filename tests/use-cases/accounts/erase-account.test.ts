import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'

import { actorOf } from '#app/db/read/accounts.server.ts'
import { coordinators, users } from '#app/db/schema/accounts.ts'
import { acts } from '#app/db/schema/acts.ts'
import { members } from '#app/db/schema/organisations.ts'
import { writing } from '#app/db/transaction.server.ts'
import { emailIsTaken } from '#app/db/write/accounts.server.ts'
import { eraseAccount } from '#app/use-cases/accounts/erase-account.server.ts'
import { draftReport } from '#app/use-cases/milestones/draft-report.server.ts'
import { removeMember } from '#app/use-cases/organisations/remove-member.server.ts'
import { checkLog } from '#tests/support/check-log.ts'
import { knownEverywhere, MARK } from '#tests/support/known-person.ts'
import { again } from '#tests/support/people.ts'
import { folderOf, tracesOf } from '#tests/support/traces.ts'
import { refused } from '#tests/support/unchanged.ts'
import { granted, join, published, world } from '#tests/support/world.ts'

const marks = [MARK.name, MARK.email, MARK.address, 'sealed-z', 'passkey-z', 'token-hash-z']

it('leaves nothing of a person anywhere in the data folder, and all they did under their role', async () => {
  const w = await world()
  await knownEverywhere(w.db, w.editor.userId, w.organisationId)
  const editor = { ...(await again(w.db, w.editor.userId)), from: MARK.address }
  const milestone = (await published(w)).terms.milestones?.[0]?.id ?? ''
  granted(await draftReport(w.as(editor), milestone))
  const folder = await folderOf(w.db)
  for (const mark of marks) expect([mark, tracesOf(folder, mark)]).not.toEqual([mark, {}])

  granted(await eraseAccount(w.as(editor)))
  for (const mark of marks) expect([mark, tracesOf(folder, mark)]).toEqual([mark, {}])

  expect(await actorOf(w.db, editor.userId)).toBeUndefined()
  const did = await w.db.select().from(acts).where(eq(acts.userId, editor.userId))
  expect(did.find(({ kind }) => kind === 'report.drafted')).toMatchObject({
    organisationId: w.organisationId,
    role: 'editor',
    address: null,
  })
  expect(did.at(-1)).toMatchObject({ kind: 'account.erased', entry: null })
  const places = await w.db.select().from(members).where(eq(members.userId, editor.userId))
  expect(places.every(({ until }) => until !== null)).toBe(true)
  expect(await w.db.select().from(users).where(eq(users.id, editor.userId))).toMatchObject([
    { name: '', passwordHash: '', erasedAt: w.now, sweptAt: w.now },
  ])
  expect(await writing(w.db, (tx) => emailIsTaken(tx, MARK.email))).toBe(false)
  await checkLog(w.db)
})

it('ends an appointment, and lets an administrator go whom another can follow', async () => {
  const w = await world()
  granted(await eraseAccount(w.as(w.coordinator)))
  const left = w.db.select().from(coordinators).where(eq(coordinators.userId, w.coordinator.userId))
  expect(await left).toMatchObject([{ endedAt: w.now }])
  await w.db.update(users).set({ administrator: true }).where(eq(users.id, w.editor.userId))
  granted(await eraseAccount(w.as(w.administrator)))
})

it('leaves no organisation without a focal point, and no register without an administrator', async () => {
  const w = await world()
  expect(await refused(w.db, () => eraseAccount(w.as(w.partner)))).toBe('last-focal-point')
  expect(await refused(w.db, () => eraseAccount(w.as(w.administrator)))).toBe('last-administrator')
  const second = await join(w.db, w.organisationId, w.partner, w.stranger, 'focal-point')
  granted(await eraseAccount(w.as(w.partner)))
  const place = (await w.db.select().from(members)).find(
    ({ userId, until }) => userId === second.userId && until === null,
  )
  expect(await refused(w.db, () => removeMember(w.as(second), place?.id ?? ''))).toBe(
    'last-focal-point',
  )
  expect(await refused(w.db, () => eraseAccount(w.as(second)))).toBe('last-focal-point')
})

it('keeps one focal point of two who go at the same moment', async () => {
  const w = await world()
  const second = await join(w.db, w.organisationId, w.partner, w.stranger, 'focal-point')
  const results = await Promise.all([eraseAccount(w.as(w.partner)), eraseAccount(w.as(second))])
  expect(results.filter(({ ok }) => ok)).toHaveLength(1)
})
