import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'

import { mails } from '#app/db/schema/acts.ts'
import { invitations } from '#app/db/schema/organisations.ts'
import * as invite from '#app/routes/desk/partner/invite-member/route.tsx'
import { askedBy } from '#tests/support/signed-in.ts'
import { unchanged } from '#tests/support/unchanged.ts'
import { world } from '#tests/support/world.ts'

const routes = { ':locale/desk/organisations/:id/invite': invite }
const typed = { email: 'New@People.example', role: 'editor' }

async function asked() {
  const w = await world()
  return {
    w,
    asked: await askedBy(w, routes),
    path: `/en/desk/organisations/${w.organisationId}/invite`,
  }
}

it('sends one letter with a link, however often the button is pressed', async () => {
  const { w, asked: a, path } = await asked()
  const s = await a.by(w.partner)
  const first = await s.post(path, typed)
  expect(first.headers.get('Location')).toBe(
    `/en/desk/organisations/${w.organisationId}?done=invited`,
  )
  const again = await unchanged(w.db, () => s.post(path, typed))
  expect(again.status).toBe(303)
  const sent = await w.db.select().from(mails).where(eq(mails.to, 'new@people.example'))
  expect(sent).toHaveLength(1)
  expect(sent[0]?.text).toContain('/en/account/invitations?token=')
})

it('gives back what was typed when it is no address', async () => {
  const { w, asked: a, path } = await asked()
  const s = await a.by(w.partner)
  const answer = await unchanged(w.db, () => s.post(path, { email: 'nobody', role: 'editor' }))
  expect(answer.status).toBe(422)
  expect(await answer.text()).toMatch(/value="nobody"/)
})

it('refuses an editor, who sees no button and loses nothing typed', async () => {
  const { w, asked: a, path } = await asked()
  const s = await a.by(w.editor)
  expect(await (await s.get(path)).text()).not.toContain('Send the invitation')
  const answer = await unchanged(w.db, () => s.post(path, typed))
  expect(answer.status).toBe(403)
  expect(await answer.text()).toContain('Only a focal point of your organisation can do this')
})

it('is not there for strangers, whatever they post', async () => {
  const { w, asked: a, path } = await asked()
  const before = await w.db.select().from(invitations)
  for (const who of [w.otherPartner, w.stranger, w.coordinator]) {
    const s = await a.by(who)
    expect((await s.get(path)).status).toBe(404)
    expect((await s.post(path, typed)).status).toBe(404)
    expect((await s.post(path, {})).status).toBe(404)
  }
  expect(await w.db.select().from(invitations)).toEqual(before)
})
