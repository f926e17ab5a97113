import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'

import { mails } from '#app/db/schema/acts.ts'
import * as outbox from '#app/routes/desk/administrator/outbox/route.tsx'
import { words } from '#tests/support/said.tsx'
import { askedBy } from '#tests/support/signed-in.ts'
import { NOW, published, world } from '#tests/support/world.ts'

const routes = { ':locale/desk/administration/outbox': outbox }
const path = '/en/desk/administration/outbox'

it('shows letters with the register’s own address in their links, sent or not', async () => {
  const w = await world()
  await published(w)
  const [first, second] = await w.db.select().from(mails)
  await w.db.update(mails).set({ sentAt: NOW }).where(eq(mails.id, first!.id))
  const failed = { attempts: 2, lastError: 'no route to host' }
  await w.db.update(mails).set(failed).where(eq(mails.id, second!.id))
  const s = await (await askedBy(w, routes)).by(w.administrator)
  const html = await (await s.get(path)).text()
  expect(html).not.toContain('{{origin}}')
  expect(html).toMatch(/http:\/\/127\.0\.0\.1:\d+\/en\/desk/)
  const said = words(html)
  expect(said).toContain('partner@people.example')
  expect(said).toContain('Sent 23 November 2026, 10:00 UTC')
  expect(said).toContain('Failed 2 times: no route to host')
  expect(said).toContain('Waiting to be sent')
})

it('says when there is no letter yet', async () => {
  const w = await world()
  await w.db.delete(mails)
  const s = await (await askedBy(w, routes)).by(w.administrator)
  expect(words(await (await s.get(path)).text())).toContain('No letter has been written yet')
})

it('is closed to everybody but administrators', async () => {
  const w = await world()
  const a = await askedBy(w, routes)
  for (const who of [w.stranger, w.partner, w.coordinator, w.conflicted])
    expect((await (await a.by(who)).get(path)).status).toBe(403)
  expect((await a.ask(path)).status).toBe(302)
})
