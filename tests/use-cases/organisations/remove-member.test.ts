import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'

import { members } from '#app/db/schema/organisations.ts'
import { publishCommitment } from '#app/use-cases/commitments/publish-commitment.server.ts'
import { removeMember } from '#app/use-cases/organisations/remove-member.server.ts'
import { again } from '#tests/support/people.ts'
import { lastAct } from '#tests/support/recorded.ts'
import { refusals, refused } from '#tests/support/unchanged.ts'
import { daysFromNow, granted, NOW, submitted, world, type World } from '#tests/support/world.ts'

const placeOf = async (w: World, userId: string) =>
  (await w.db.select().from(members).where(eq(members.userId, userId)).get())!

it('ends the membership and keeps its row', async () => {
  const w = await world()
  const { id } = await placeOf(w, w.editor.userId)
  granted(await removeMember(w.as(w.partner), id))
  expect(await placeOf(w, w.editor.userId)).toMatchObject({ id, until: NOW })
  expect(await lastAct(w.db)).toMatchObject({
    kind: 'member.removed',
    subject: w.organisationId,
    entry: null,
  })
})

it('does not end the interest: for 24 months the former member decides nothing', async () => {
  const w = await world()
  const { id: commitmentId } = await submitted(w)
  const { id } = await placeOf(w, w.conflicted.userId)
  granted(await removeMember(w.as(w.partner), id))
  const former = await again(w.db, w.conflicted.userId)
  const publish = (days: number) => publishCommitment(w.as(former, daysFromNow(days)), commitmentId)
  expect(await refused(w.db, () => publish(0))).toBe('conflict-of-interest')
  expect(await refused(w.db, () => publish(729))).toBe('conflict-of-interest')
  expect((await publish(732)).ok).toBe(true)
})

it('is for focal points of the organisation', async () => {
  const w = await world()
  const { id } = await placeOf(w, w.editor.userId)
  const people = ['stranger', 'editor', 'otherPartner', 'coordinator', 'conflicted'] as const
  expect(await refusals(w, people, (acting) => removeMember(acting, id))).toEqual({
    stranger: 'not-your-organisation',
    editor: 'focal-point-only',
    otherPartner: 'not-your-organisation',
    coordinator: 'not-your-organisation',
    conflicted: 'focal-point-only',
  })
})

it('leaves the organisation a focal point, and removes nobody twice', async () => {
  const w = await world()
  const own = await placeOf(w, w.partner.userId)
  const editor = await placeOf(w, w.editor.userId)
  const remove = (id: string) => refused(w.db, () => removeMember(w.as(w.partner), id))
  expect(await remove(own.id)).toBe('last-focal-point')
  granted(await removeMember(w.as(w.partner), editor.id))
  expect(await remove(editor.id)).toBe('member-missing')
  expect(await remove('mbr_none')).toBe('member-missing')
})
