import { expect, it } from 'vitest'

import { declarations } from '#app/db/schema/declarations.ts'
import * as page from '#app/routes/desk/administrator/declarations/route.tsx'
import { checkLog } from '#tests/support/check-log.ts'
import { words } from '#tests/support/said.tsx'
import { askedBy } from '#tests/support/signed-in.ts'
import { unchanged } from '#tests/support/unchanged.ts'
import { world } from '#tests/support/world.ts'

const routes = { ':locale/desk/administration/declarations': page }
const path = '/en/desk/administration/declarations'
const reason = 'The members adopted it in plenary.'

async function asked() {
  const w = await world()
  const a = await askedBy(w, routes)
  return { w, a, s: await a.by(w.administrator) }
}

it('lists what is open and what is ready to be opened', async () => {
  const { s } = await asked()
  const html = await (await s.get(path)).text()
  expect(html).toContain('href="/en/declarations/qd2015"')
  expect(html).toContain('name="declaration" value="nap6"')
  expect(html).not.toContain('name="declaration" value="qd2015"')
})

it('opens one, for the record', async () => {
  const { w, s } = await asked()
  const answer = await s.post(path, { declaration: 'nap6', reason })
  expect(answer.headers.get('Location')).toBe(`${path}?done=nap6`)
  expect(await w.db.select().from(declarations)).toHaveLength(2)
  const said = words(await (await s.get(`${path}?done=nap6`)).text())
  expect(said).toContain('The declaration is open')
  expect(said).toContain('Every declaration that came with this register is open')
  await checkLog(w.db)
})

it('opens nothing twice, and nothing that is not there', async () => {
  const { w, s } = await asked()
  const twice = await unchanged(w.db, () => s.post(path, { declaration: 'qd2015', reason }))
  expect(twice.status).toBe(409)
  expect(words(await twice.text())).toContain('This declaration is open already')
  for (const declaration of ['', 'paris', '../canada-nap6'])
    expect((await unchanged(w.db, () => s.post(path, { declaration, reason }))).status).toBe(404)
  const unsaid = await unchanged(w.db, () => s.post(path, { declaration: 'nap6', reason: ' ' }))
  expect(unsaid.status).toBe(422)
})

it('is closed to everybody but administrators', async () => {
  const { w, a } = await asked()
  for (const who of [w.stranger, w.partner, w.coordinator, w.conflicted]) {
    const other = await a.by(who)
    expect((await other.get(path)).status).toBe(403)
    expect(
      (await unchanged(w.db, () => other.post(path, { declaration: 'nap6', reason }))).status,
    ).toBe(403)
  }
  expect((await a.ask(path)).status).toBe(302)
})
