import { expect, it } from 'vitest'

import * as coordinators from '#app/routes/desk/administrator/coordinators/route.tsx'
import { again } from '#tests/support/people.ts'
import { words } from '#tests/support/said.tsx'
import { askedBy } from '#tests/support/signed-in.ts'
import { unchanged } from '#tests/support/unchanged.ts'
import { world } from '#tests/support/world.ts'

const routes = { ':locale/desk/administration/coordinators': coordinators }
const reason = 'The members voted for it.'
const path = '/en/desk/administration/coordinators'

async function asked() {
  const w = await world()
  const a = await askedBy(w, routes)
  return { w, a, s: await a.by(w.administrator) }
}

it('appoints somebody by the address of their account', async () => {
  const { w, s } = await asked()
  const answer = await s.post(path, {
    change: 'appoint',
    email: ' Stranger@People.example ',
    reason,
  })
  expect(answer.headers.get('Location')).toBe(`${path}?done=appoint`)
  expect((await again(w.db, w.stranger.userId)).coordinator).toBe(true)
  expect(words(await (await s.get(`${path}?done=appoint`)).text())).toContain('Person stranger')
})

it('ends an appointment', async () => {
  const { w, s } = await asked()
  const answer = await s.post(path, { change: 'end', userId: w.coordinator.userId, reason })
  expect(answer.headers.get('Location')).toBe(`${path}?done=end`)
  expect((await again(w.db, w.coordinator.userId)).coordinator).toBe(false)
  expect(words(await (await s.get(path)).text())).not.toContain('Person coordinator')
})

it('comes back with what was typed where nobody can be appointed', async () => {
  const { w, s } = await asked()
  for (const [email, status, said] of [
    ['', 422, 'Fill in “E-mail address'],
    ['nobody', 422, 'Enter an e-mail address'],
    ['nobody@people.example', 422, 'somebody who has an account here'],
    ['second@people.example', 409, 'a coordinator already'],
  ] as const) {
    const answer = await unchanged(w.db, () => s.post(path, { change: 'appoint', email, reason }))
    const html = await answer.text()
    expect(answer.status).toBe(status)
    expect(words(html)).toContain(said)
    expect(html).toContain(`value="${email}"`)
  }
  const twice = { change: 'end', userId: w.stranger.userId, reason }
  expect((await unchanged(w.db, () => s.post(path, twice))).status).toBe(409)
  expect((await unchanged(w.db, () => s.post(path, {}))).status).toBe(422)
  const unsaid = { change: 'end', userId: w.coordinator.userId, reason: ' ' }
  expect((await unchanged(w.db, () => s.post(path, unsaid))).status).toBe(422)
})

it('says that nobody coordinates yet, and that one is too few', async () => {
  const { w, s } = await asked()
  for (const who of [w.coordinator, w.conflicted])
    await s.post(path, { change: 'end', userId: who.userId, reason })
  expect(words(await (await s.get(path)).text())).toContain('Appoint a second coordinator')
  await s.post(path, { change: 'end', userId: w.secondCoordinator.userId, reason })
  expect(words(await (await s.get(path)).text())).toContain('Nobody coordinates this register yet')
})

it('is closed to everybody but administrators', async () => {
  const { w, a } = await asked()
  for (const who of [w.stranger, w.partner, w.coordinator, w.conflicted]) {
    const other = await a.by(who)
    expect((await other.get(path)).status).toBe(403)
    const tried = { change: 'appoint', email: who.email, reason }
    expect((await unchanged(w.db, () => other.post(path, tried))).status).toBe(403)
    const ending = { change: 'end', userId: w.secondCoordinator.userId, reason }
    expect((await unchanged(w.db, () => other.post(path, ending))).status).toBe(403)
  }
  expect((await a.ask(path)).status).toBe(302)
})
