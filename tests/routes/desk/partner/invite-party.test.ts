import { expect, it } from 'vitest'

import { parties } from '#app/db/schema/commitments.ts'
import * as invite from '#app/routes/desk/partner/invite-party/route.tsx'
import { askedBy } from '#tests/support/signed-in.ts'
import { unchanged } from '#tests/support/unchanged.ts'
import { drafted, submitted, world } from '#tests/support/world.ts'

const routes = { ':locale/desk/commitments/:id/partners': invite }

async function asked() {
  const w = await world()
  const { id } = await drafted(w)
  const typed = { organisationId: w.otherOrganisationId, role: 'Writes the courses', share: '' }
  return { w, typed, asked: await askedBy(w, routes), path: `/en/desk/commitments/${id}/partners` }
}

it('invites an organisation once and says that it waits for the answer', async () => {
  const { w, typed, asked: a, path } = await asked()
  const s = await a.by(w.editor)
  const answer = await s.post(path, typed)
  expect([answer.status, answer.headers.get('Location')]).toEqual([
    303,
    `${path}?done=party-invited`,
  ])
  const html = await (await s.get(path)).text()
  expect(html).toContain('Writes the courses')
  expect(html).not.toContain(`value="${w.otherOrganisationId}"`)
  const again = await unchanged(w.db, () => s.post(path, typed))
  expect(again.status).toBe(409)
  expect(await again.text()).toContain('invited or has accepted already')
})

it('offers verified organisations other than its own', async () => {
  const { w, asked: a, path } = await asked()
  const html = await (await (await a.by(w.partner)).get(path)).text()
  expect(html).toContain('Teachers for Open Learning (Kenya)')
  expect(html).not.toContain(`value="${w.organisationId}"`)
})

it('names what is missing and keeps what was typed', async () => {
  const { w, asked: a, path } = await asked()
  const s = await a.by(w.partner)
  const answer = await unchanged(w.db, () =>
    s.post(path, { organisationId: '', role: 'x', share: 'Kept share' }),
  )
  expect(answer.status).toBe(422)
  const html = await answer.text()
  expect(html).toContain('href="#f-organisationId"')
  expect(html).toContain('href="#f-role"')
  expect(html).toContain('value="Kept share"')
})

it('invites nobody while a coordinator looks at it', async () => {
  const w = await world()
  const { id } = await submitted(w)
  const s = await (await askedBy(w, routes)).by(w.partner)
  const path = `/en/desk/commitments/${id}/partners`
  expect(await (await s.get(path)).text()).toContain('Partners cannot be invited at this stage.')
  const answer = await unchanged(w.db, () =>
    s.post(path, { organisationId: w.otherOrganisationId, role: 'Writes', share: '' }),
  )
  expect(answer.status).toBe(409)
})

it('does not exist for others', async () => {
  const { w, typed, asked: a, path } = await asked()
  const before = await w.db.select().from(parties)
  for (const who of [w.otherPartner, w.stranger, w.coordinator]) {
    const s = await a.by(who)
    expect((await s.get(path)).status).toBe(404)
    expect((await s.post(path, typed)).status).toBe(404)
  }
  expect(await w.db.select().from(parties)).toEqual(before)
})
