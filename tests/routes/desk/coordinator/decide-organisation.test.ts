import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'

import { organisations } from '#app/db/schema/organisations.ts'
import * as decide from '#app/routes/desk/coordinator/decide-organisation/route.tsx'
import { registerOrganisation } from '#app/use-cases/organisations/register-organisation.server.ts'
import { checkLog } from '#tests/support/check-log.ts'
import { person } from '#tests/support/people.ts'
import { words } from '#tests/support/said.tsx'
import { askedBy } from '#tests/support/signed-in.ts'
import { unchanged } from '#tests/support/unchanged.ts'
import { daysFromNow, granted, organisationInput, world } from '#tests/support/world.ts'

const routes = { ':locale/desk/verify/:id': decide }
const reason = 'Its website names other people.'

/** A register with an institute that waits to be verified. */
async function waiting() {
  const w = await world()
  const founder = await person(w.db, 'founder')
  const input = {
    ...organisationInput,
    name: 'معهد الكتب المفتوحة',
    lang: 'ar' as const,
    nameInEnglish: 'Open Books Institute',
    identifierScheme: 'ror' as const,
    identifier: '05abc1234',
  }
  const made = granted(await registerOrganisation(w.as(founder, daysFromNow(-2)), input))
  const { id } = made.organisation
  const state = async () =>
    (await w.db.select().from(organisations).where(eq(organisations.id, id)).get())?.state
  const a = await askedBy(w, routes)
  return { w, a, id, state, path: `/en/desk/verify/${id}`, s: await a.by(w.coordinator) }
}

it('shows what the organisation says of itself and who belongs to it', async () => {
  const { s, path } = await waiting()
  const html = await (await s.get(path)).text()
  const said = words(html)
  expect(html).toContain('lang="ar" dir="rtl"')
  for (const text of [
    'Open Books Institute',
    'Kenya',
    'ror:05abc1234',
    'Our official e-mail domain',
  ])
    expect(said).toContain(text)
  expect(said).toContain('founder@people.example')
  expect(said).toContain('Verify the organisation')
  expect(said).not.toContain('Suspend the organisation')
})

it('verifies it', async () => {
  const { w, s, path, state } = await waiting()
  const answer = await s.post(path, { move: 'verify' })
  expect([answer.status, answer.headers.get('Location')]).toEqual([
    303,
    '/en/desk/queue?done=verify',
  ])
  expect(await state()).toBe('verified')
  await checkLog(w.db)
})

it('refuses it with a reason, suspends and reinstates, as its state allows', async () => {
  const { w, s, a, path, state } = await waiting()
  expect((await s.post(path, { move: 'refuse', reason })).status).toBe(303)
  expect(await state()).toBe('refused')
  expect(words(await (await s.get(path)).text())).toContain('Nothing more can be decided')
  expect((await unchanged(w.db, () => s.post(path, { move: 'verify' }))).status).toBe(409)

  const second = await a.by(w.secondCoordinator)
  const other = `/en/desk/verify/${w.otherOrganisationId}`
  expect((await second.post(other, { move: 'suspend', reason })).status).toBe(303)
  expect(words(await (await second.get(other)).text())).toContain(reason)
  expect((await second.post(other, { move: 'reinstate', reason })).status).toBe(303)
  await checkLog(w.db)
})

it('comes back with all that was typed where the reason is missing or short', async () => {
  const { w, s, path } = await waiting()
  for (const [typed, code] of [
    ['', 'Fill in “Reason”'],
    ['No good', 'Write more in “Reason”'],
  ] as const) {
    const answer = await unchanged(w.db, () => s.post(path, { move: 'refuse', reason: typed }))
    const html = await answer.text()
    expect(answer.status).toBe(422)
    expect(html).toContain('href="#refuse-reason"')
    expect(html).toContain('id="refuse-reason"')
    expect(words(html)).toContain(code)
    expect(html).toContain(`>${typed}</textarea>`)
  }
  expect((await unchanged(w.db, () => s.post(path, { move: 'crown' }))).status).toBe(422)
})

it('is closed to a coordinator who belongs to it, and says why', async () => {
  const { w, a } = await waiting()
  const s = await a.by(w.conflicted)
  const path = `/en/desk/verify/${w.organisationId}`
  const seen = await s.get(path)
  expect(seen.status).toBe(403)
  expect(words(await seen.text())).toContain('a colleague has to decide')
  const tried = await unchanged(w.db, () => s.post(path, { move: 'suspend', reason }))
  expect(tried.status).toBe(403)
})

it('is closed to everybody else, and there is nothing where there is no organisation', async () => {
  const { w, a, path, s } = await waiting()
  for (const who of [w.stranger, w.partner, w.otherPartner, w.administrator]) {
    const other = await a.by(who)
    expect((await other.get(path)).status).toBe(403)
    expect((await unchanged(w.db, () => other.post(path, { move: 'verify' }))).status).toBe(403)
  }
  expect((await a.ask(path)).status).toBe(302)
  expect((await s.get('/en/desk/verify/org_none')).status).toBe(404)
  expect((await s.post('/en/desk/verify/org_none', { move: 'verify' })).status).toBe(404)
})
