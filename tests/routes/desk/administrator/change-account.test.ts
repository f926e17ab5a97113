import { expect, it } from 'vitest'

import * as administration from '#app/routes/desk/administrator/administration/route.tsx'
import * as account from '#app/routes/desk/administrator/change-account/route.tsx'
import { again, person } from '#tests/support/people.ts'
import { words } from '#tests/support/said.tsx'
import { askedBy } from '#tests/support/signed-in.ts'
import { unchanged } from '#tests/support/unchanged.ts'
import { world } from '#tests/support/world.ts'

const routes = {
  ':locale/desk/administration': administration,
  ':locale/desk/administration/people/:id': account,
}
const desk = '/en/desk/administration'
const reason = 'The members voted for it.'

it('shows a second administrator whom the first proposes, and makes nobody one before', async () => {
  const w = await world()
  const second = await person(w.db, 'second-root', { administrator: true })
  const a = await askedBy(w, routes)
  const [one, other] = [await a.by(w.administrator), await a.by(second)]
  const path = `${desk}/people/${w.stranger.userId}`

  const offered = await (await one.get(path)).text()
  expect(offered).toContain('value="propose-administrator"')
  expect(offered).not.toContain('value="make-administrator"')
  const early = () => one.post(path, { change: 'make-administrator', reason })
  const refusal = await unchanged(w.db, early)
  expect(refusal.status).toBe(403)
  expect(words(await refusal.text())).toContain('A second administrator has to make this person')

  const answer = await one.post(path, { change: 'propose-administrator', reason })
  expect(answer.headers.get('Location')).toBe(`${path}?done=1`)
  expect(words(await (await one.get(path)).text())).toContain('You proposed it on')
  expect(await (await one.get(path)).text()).not.toContain('value="make-administrator"')

  const glance = await (await other.get(desk)).text()
  expect(glance).toContain(`href="${path}"`)
  const shown = await (await other.get(path)).text()
  expect(words(shown)).toContain('Person administrator proposed it on')
  expect(words(shown)).toContain(reason)
  await other.post(path, { change: 'make-administrator', reason })
  expect(await again(w.db, w.stranger.userId)).toMatchObject({ administrator: true })
  expect(await (await other.get(desk)).text()).not.toContain(path)
})
