import { asc } from 'drizzle-orm'
import { expect, it, vi } from 'vitest'

import { refusedAttempts } from '#app/db/schema/acts.ts'
import * as queue from '#app/routes/desk/coordinator/queue/route.tsx'
import * as organisation from '#app/routes/desk/partner/organisation/route.tsx'
import { askedBy } from '#tests/support/signed-in.ts'
import { world } from '#tests/support/world.ts'

const routes = { ':locale/desk/queue': queue, ':locale/desk/organisations/:id': organisation }

async function asked() {
  const w = await world()
  const a = await askedBy(w, routes)
  const noted = () => w.db.select().from(refusedAttempts).orderBy(asc(refusedAttempts.path))
  return { w, a, noted }
}

it('notes who was refused what, without the query, after the answer', async () => {
  const { w, a, noted } = await asked()
  const partner = await a.by(w.partner)
  expect((await partner.get('/en/desk/queue?q=secret')).status).toBe(403)
  const hidden = `/en/desk/organisations/${w.otherOrganisationId}`
  expect((await partner.get(hidden)).status).toBe(404)
  await vi.waitFor(async () => expect(await noted()).toHaveLength(2))
  expect(await noted()).toMatchObject([
    { userId: w.partner.userId, method: 'GET', path: hidden, status: 404, at: w.now },
    { userId: w.partner.userId, path: '/en/desk/queue', status: 403, address: '127.0.0.1' },
  ])
  expect(JSON.stringify(await noted())).not.toContain('secret')
})

it('notes nothing of strangers, nothing that was allowed, and no more than so much', async () => {
  const { w, a, noted } = await asked()
  await a.ask('/en/desk/queue')
  await a.ask('/en/desk/no-such', { headers: { Cookie: 'session=made-up' } })
  expect((await (await a.by(w.coordinator)).get('/en/desk/queue')).status).toBe(200)
  const partner = await a.by(w.partner)
  for (let time = 0; time < 70; time++) await partner.get(`/en/desk/queue?${time}`)
  await vi.waitFor(async () => expect((await noted()).length).toBeGreaterThan(50))
  const rows = await noted()
  expect(rows.length).toBeLessThanOrEqual(60)
  expect(new Set(rows.map(({ userId }) => userId))).toEqual(new Set([w.partner.userId]))
})
