import { expect, it } from 'vitest'

import { redactions } from '#app/db/schema/redactions.ts'
import * as queue from '#app/routes/desk/coordinator/queue/route.tsx'
import * as redaction from '#app/routes/desk/coordinator/redaction/route.tsx'
import { finishErasure } from '#app/use-cases/redactions/finish-erasure.server.ts'
import { proposeRedaction } from '#app/use-cases/redactions/propose-redaction.server.ts'
import { checkLog } from '#tests/support/check-log.ts'
import { askedBy } from '#tests/support/signed-in.ts'
import { unchanged } from '#tests/support/unchanged.ts'
import { granted, NOW, published, world } from '#tests/support/world.ts'

const routes = { ':locale/desk/queue': queue, ':locale/desk/redactions/:id': redaction }

async function waiting() {
  const w = await world()
  const { id } = await published(w)
  const proposal = granted(
    await proposeRedaction(w.as(w.coordinator), id, {
      words: ['two weeks each'],
      evidenceIds: [],
      basis: 'safety',
      reason: 'Somebody could be found by it.',
    }),
  ).redaction
  const server = await askedBy(w, routes)
  const path = `/en/desk/redactions/${proposal.id}`
  const second = await server.by(w.secondCoordinator)
  return { w, server, path, second, first: await server.by(w.coordinator) }
}

it('waits in everybody’s queue but the proposer’s', async () => {
  const { w, server, path, first, second } = await waiting()
  expect(await (await second.get('/en/desk/queue?kind=redaction')).text()).toContain(path)
  expect(await (await first.get('/en/desk/queue')).text()).not.toContain(path)
  const own = await server.by(w.conflicted)
  expect(await (await own.get('/en/desk/queue?kind=redaction')).text()).not.toContain(path)
})

it('shows the second person what would go; the first only that it waits', async () => {
  const { path, first, second } = await waiting()
  const page = await (await second.get(path)).text()
  expect(page).toContain('<mark>two weeks each</mark>')
  expect(page).toContain('Somebody could be found by it.')
  expect(page).toContain('Person coordinator')
  expect(page).toContain('value="carry-out"')
  const mine = await (await first.get(path)).text()
  expect(mine).toContain('It waits for a second coordinator')
  expect(mine).not.toContain('value="carry-out"')
})

it('is carried out once, by somebody else, and then says what was done', async () => {
  const { w, path, first, second } = await waiting()
  const form = { intent: 'carry-out' }
  expect((await unchanged(w.db, () => first.post(path, form))).status).toBe(403)
  const answers = await Promise.all(Array.from({ length: 5 }, () => second.post(path, form)))
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([
    303, 409, 409, 409, 409,
  ])
  const page = await (await second.get(path)).text()
  expect(page).toContain('Carried out by Person second')
  expect(page).toContain('are being overwritten')
  expect(page).not.toContain('two weeks each')
  expect(page).toMatch(/\/en\/log\/\d+/)
  await finishErasure({ db: w.db, files: { remove: () => Promise.resolve() }, now: NOW })
  expect(await (await first.get(path)).text()).toContain('were overwritten on')
  await checkLog(w.db)
})

it('is refused with a reason that the proposer reads', async () => {
  const { w, path, first, second } = await waiting()
  const short = await unchanged(w.db, () => second.post(path, { intent: 'refuse', reason: 'No' }))
  expect(short.status).toBe(422)
  expect(await short.text()).toContain('>No</textarea>')
  const reason = 'It stands in the published plan as well.'
  const refuse = () => second.post(path, { intent: 'refuse', reason })
  expect((await refuse()).status).toBe(303)
  expect(await w.db.select().from(redactions)).toMatchObject([{ state: 'refused', words: [] }])
  expect(await (await first.get(path)).text()).toContain(reason)
  const late = await unchanged(w.db, refuse)
  expect(late.status).toBe(409)
  expect(await late.text()).toContain(reason)
})

it('is closed to a member of a party and to everybody who is no coordinator', async () => {
  const { w, server, path } = await waiting()
  for (const who of [w.conflicted, w.partner, w.stranger, w.administrator]) {
    const person = await server.by(who)
    expect((await person.get(path)).status).toBe(403)
    const post = () => person.post(path, { intent: 'carry-out' })
    expect((await unchanged(w.db, post)).status).toBe(403)
  }
  const second = await server.by(w.secondCoordinator)
  expect((await second.get('/en/desk/redactions/rdc_none')).status).toBe(404)
})
