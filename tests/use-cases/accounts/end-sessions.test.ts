import { expect, it } from 'vitest'

import { sessions } from '#app/db/schema/accounts.ts'
import { acts } from '#app/db/schema/acts.ts'
import { endOtherSessions, endOwnSession } from '#app/use-cases/accounts/end-sessions.server.ts'
import { ownAccount } from '#tests/support/own-account.ts'
import { refused, unchanged } from '#tests/support/unchanged.ts'

async function three() {
  const w = await ownAccount()
  for (const { id } of [w.ada, w.ada, w.ada, w.eve]) await w.session(id)
  const all = await w.db.select().from(sessions)
  const of = (userId: string) => all.filter((one) => one.userId === userId).map(({ id }) => id)
  return { ...w, hers: of(w.ada.id), eves: of(w.eve.id) }
}

it('ends one of one’s own, and says it is over the second time', async () => {
  const w = await three()
  const acting = await w.as(w.ada.id)
  const [first = ''] = w.hers
  expect((await endOwnSession(acting, first)).ok).toBe(true)
  expect((await w.db.select().from(sessions)).map(({ id }) => id)).not.toContain(first)
  expect(await refused(w.db, () => endOwnSession(acting, first))).toBe('session-missing')
})

it('ends nobody else’s', async () => {
  const w = await three()
  const acting = await w.as(w.ada.id)
  const [eves = ''] = w.eves
  expect(await refused(w.db, () => endOwnSession(acting, eves))).toBe('session-missing')
})

it('ends all of one’s own but the one that is kept', async () => {
  const w = await three()
  const acting = await w.as(w.ada.id)
  const [keep = ''] = w.hers
  expect(await endOtherSessions(acting, keep)).toEqual({ ok: true, value: { count: 2 } })
  const left = (await w.db.select().from(sessions)).map(({ id }) => id)
  expect(left.toSorted()).toEqual([keep, ...w.eves].toSorted())
  expect(await w.db.select().from(acts)).toMatchObject([
    { kind: 'account.session-ended', fields: { count: 2 } },
  ])
  expect((await unchanged(w.db, () => endOtherSessions(acting, keep))).ok).toBe(true)
})
