import { expect, it } from 'vitest'

import * as administration from '#app/routes/desk/administrator/administration/route.tsx'
import { words } from '#tests/support/said.tsx'
import { askedBy } from '#tests/support/signed-in.ts'
import { world } from '#tests/support/world.ts'

const routes = { ':locale/desk/administration': administration }
const path = '/en/desk/administration'

it('shows the register at a glance, with the ways to change it', async () => {
  const w = await world()
  const s = await (await askedBy(w, routes)).by(w.administrator)
  const html = await (await s.get(path)).text()
  for (const page of ['coordinators', 'declarations', 'outbox'])
    expect(html).toContain(`href="${path}/${page}"`)
  expect(words(html)).toContain('Public log 3 entries')
})

it('is closed to everybody but administrators', async () => {
  const w = await world()
  const a = await askedBy(w, routes)
  for (const who of [w.stranger, w.partner, w.coordinator, w.conflicted])
    expect((await (await a.by(who)).get(path)).status).toBe(403)
  expect((await a.ask(path)).status).toBe(302)
})
