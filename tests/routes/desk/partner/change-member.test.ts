import { and, eq } from 'drizzle-orm'
import { expect, it } from 'vitest'

import { members } from '#app/db/schema/organisations.ts'
import * as change from '#app/routes/desk/partner/change-member/route.tsx'
import { askedBy } from '#tests/support/signed-in.ts'
import { unchanged } from '#tests/support/unchanged.ts'
import { world, type World } from '#tests/support/world.ts'

const routes = { ':locale/desk/members/:id': change }

const memberId = async (w: World, userId: string) =>
  (
    await w.db
      .select()
      .from(members)
      .where(and(eq(members.userId, userId), eq(members.organisationId, w.organisationId)))
      .get()
  )?.id ?? ''

it('changes a role once, however often it is asked', async () => {
  const w = await world()
  const s = await (await askedBy(w, routes)).by(w.partner)
  const path = `/en/desk/members/${await memberId(w, w.editor.userId)}`
  expect(await (await s.get(path)).text()).toContain('Make focal point')
  const post = () => s.post(path, { intent: 'role', role: 'focal-point' })
  expect((await post()).headers.get('Location')).toBe(
    `/en/desk/organisations/${w.organisationId}?done=role`,
  )
  expect((await unchanged(w.db, post)).status).toBe(303)
})

it('removes somebody once, and is gone with them', async () => {
  const w = await world()
  const s = await (await askedBy(w, routes)).by(w.partner)
  const path = `/en/desk/members/${await memberId(w, w.editor.userId)}`
  const post = () => s.post(path, { intent: 'remove' })
  expect((await post()).status).toBe(303)
  expect((await unchanged(w.db, post)).status).toBe(303)
  expect((await s.get(path)).status).toBe(404)
})

it('keeps the last focal point', async () => {
  const w = await world()
  const s = await (await askedBy(w, routes)).by(w.partner)
  const path = `/en/desk/members/${await memberId(w, w.partner.userId)}`
  for (const fields of [{ intent: 'remove' }, { intent: 'role', role: 'editor' }]) {
    const answer = await unchanged(w.db, () => s.post(path, fields))
    expect(answer.status).toBe(409)
    expect(await answer.text()).toContain('Make somebody else focal point first')
  }
})

it('refuses an editor, and does not know strangers', async () => {
  const w = await world()
  const asked = await askedBy(w, routes)
  const path = `/en/desk/members/${await memberId(w, w.partner.userId)}`
  const editor = await asked.by(w.editor)
  expect((await editor.get(path)).status).toBe(200)
  const answer = await unchanged(w.db, () => editor.post(path, { intent: 'remove' }))
  expect(answer.status).toBe(403)
  for (const who of [w.otherPartner, w.stranger, w.coordinator]) {
    const s = await asked.by(who)
    expect((await s.get(path)).status).toBe(404)
    expect((await unchanged(w.db, () => s.post(path, { intent: 'remove' }))).status).toBe(404)
  }
})

it('wants to know what is asked', async () => {
  const w = await world()
  const s = await (await askedBy(w, routes)).by(w.partner)
  const path = `/en/desk/members/${await memberId(w, w.editor.userId)}`
  expect((await s.post(path, {})).status).toBe(422)
})
