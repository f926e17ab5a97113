import { expect, it } from 'vitest'

import { commitments } from '#app/db/schema/commitments.ts'
import * as draft from '#app/routes/desk/partner/draft-commitment/route.tsx'
import { words } from '#tests/support/said.tsx'
import { askedBy } from '#tests/support/signed-in.ts'
import { unchanged } from '#tests/support/unchanged.ts'
import { drafted, world } from '#tests/support/world.ts'

const routes = { ':locale/desk/commitments/new': draft }
const path = '/en/desk/commitments/new'

it('opens one draft, however often the button is pressed', async () => {
  const w = await world()
  const s = await (await askedBy(w, routes)).by(w.editor)
  const fields = { organisationId: w.organisationId, declaration: 'qd2015' }
  const first = await s.post(path, fields)
  expect(first.status).toBe(303)
  const [made] = await w.db.select().from(commitments)
  expect(first.headers.get('Location')).toBe(`/en/desk/commitments/${made?.id}`)
  const second = await unchanged(w.db, () => s.post(path, fields))
  expect(second.headers.get('Location')).toBe(first.headers.get('Location'))
})

it('opens another once something stands in the first', async () => {
  const w = await world()
  await drafted(w)
  const s = await (await askedBy(w, routes)).by(w.partner)
  await s.post(path, { organisationId: w.organisationId, declaration: 'qd2015' })
  expect(await w.db.select().from(commitments)).toHaveLength(2)
})

it('asks nothing that has only one answer', async () => {
  const w = await world()
  const s = await (await askedBy(w, routes)).by(w.partner)
  const html = await (await s.get(path)).text()
  expect(words(html)).toContain('The commitment is made by Ministry of Learning.')
  expect(html).not.toContain('type="radio"')
})

it('wants both answers', async () => {
  const w = await world()
  const s = await (await askedBy(w, routes)).by(w.partner)
  const answer = await unchanged(w.db, () => s.post(path, { organisationId: w.organisationId }))
  expect(answer.status).toBe(422)
})

it('opens nothing for somebody else’s organisation', async () => {
  const w = await world()
  const asked = await askedBy(w, routes)
  for (const who of [w.otherPartner, w.stranger, w.coordinator]) {
    const s = await asked.by(who)
    const answer = await unchanged(w.db, () =>
      s.post(path, { organisationId: w.organisationId, declaration: 'qd2015' }),
    )
    expect(answer.status).toBe(403)
  }
})

it('tells somebody without an organisation what to do first', async () => {
  const w = await world()
  const s = await (await askedBy(w, routes)).by(w.stranger)
  expect(await (await s.get(path)).text()).toContain('Only an organisation can make a commitment')
})
