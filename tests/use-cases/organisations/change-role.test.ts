import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'

import { members } from '#app/db/schema/organisations.ts'
import { changeRole } from '#app/use-cases/organisations/change-role.server.ts'
import { removeMember } from '#app/use-cases/organisations/remove-member.server.ts'
import { lastAct } from '#tests/support/recorded.ts'
import { refusals, refused } from '#tests/support/unchanged.ts'
import { granted, world, type World } from '#tests/support/world.ts'

const placeOf = async (w: World, userId: string) =>
  (await w.db.select().from(members).where(eq(members.userId, userId)).get())!

it('makes an editor a focal point, in private', async () => {
  const w = await world()
  const { id } = await placeOf(w, w.editor.userId)
  granted(await changeRole(w.as(w.partner), id, 'focal-point'))
  expect((await placeOf(w, w.editor.userId)).role).toBe('focal-point')
  expect(await lastAct(w.db)).toMatchObject({
    kind: 'member.role-changed',
    subject: w.organisationId,
    entry: null,
  })
})

it('is for focal points of the organisation', async () => {
  const w = await world()
  const { id } = await placeOf(w, w.editor.userId)
  const people = ['stranger', 'editor', 'otherPartner', 'coordinator', 'conflicted'] as const
  expect(await refusals(w, people, (acting) => changeRole(acting, id, 'focal-point'))).toEqual({
    stranger: 'not-your-organisation',
    editor: 'focal-point-only',
    otherPartner: 'not-your-organisation',
    coordinator: 'not-your-organisation',
    conflicted: 'focal-point-only',
  })
})

it('leaves the organisation a focal point, and wants a change and a member', async () => {
  const w = await world()
  const own = await placeOf(w, w.partner.userId)
  const editor = await placeOf(w, w.editor.userId)
  const change = (id: string, role: 'editor' | 'focal-point') =>
    refused(w.db, () => changeRole(w.as(w.partner), id, role))
  expect(await change(own.id, 'editor')).toBe('last-focal-point')
  expect(await change(editor.id, 'editor')).toBe('role-unchanged')
  expect(await change('mbr_none', 'editor')).toBe('member-missing')
  granted(await removeMember(w.as(w.partner), editor.id))
  expect(await change(editor.id, 'focal-point')).toBe('member-missing')
})

it('leaves one of two focal points when both step down at once', async () => {
  const w = await world()
  const editor = await placeOf(w, w.editor.userId)
  granted(await changeRole(w.as(w.partner), editor.id, 'focal-point'))
  const own = await placeOf(w, w.partner.userId)
  const results = await Promise.all([
    changeRole(w.as(w.partner), own.id, 'editor'),
    changeRole(w.as(w.partner), editor.id, 'editor'),
  ])
  expect(results.map(({ ok }) => ok)).toEqual([true, false])
})
