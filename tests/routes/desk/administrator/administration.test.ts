import { expect, it } from 'vitest'

import * as administration from '#app/routes/desk/administrator/administration/route.tsx'
import { words } from '#tests/support/said.tsx'
import { askedBy } from '#tests/support/signed-in.ts'
import { stoppedLog } from '#tests/support/signer.ts'
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

it('says so while nothing can be published, and only then', async () => {
  const w = await world()
  const page = async (given: Parameters<typeof askedBy>[2]) => {
    const s = await (await askedBy(w, routes, given)).by(w.administrator)
    return words(await (await s.get(path)).text())
  }
  const stopped = await page({ publicLog: stoppedLog() })
  expect(stopped).toContain('Nothing can be published at the moment')
  expect(stopped).toContain('Drafts and all that you saved are safe')
  expect(await page({})).not.toContain('Nothing can be published')
})
