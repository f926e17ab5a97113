import { expect, it } from 'vitest'

import * as queue from '#app/routes/desk/coordinator/queue/route.tsx'
import { words } from '#tests/support/said.tsx'
import { askedBy } from '#tests/support/signed-in.ts'
import { stoppedLog } from '#tests/support/signer.ts'
import { unchanged } from '#tests/support/unchanged.ts'
import { daysFromNow, published, reported, submitted, world } from '#tests/support/world.ts'

const routes = { ':locale/desk/queue': queue }
const path = '/en/desk/queue'

it('lists what waits, with the way to each page', async () => {
  const w = await world()
  const { id } = await submitted(w, { title: 'Open books for all' }, daysFromNow(-12))
  const s = await (await askedBy(w, routes)).by(w.coordinator)
  const html = await (await s.get(path)).text()
  expect(html).toContain(`href="/en/desk/screen/${id}"`)
  expect(words(html)).toContain('Screen a commitment : Open books for all')
  expect(words(html)).toContain('1 case waits')
  expect(words(html)).toContain('1 milestone')
})

it('says that nothing waits, with the last decisions', async () => {
  const w = await world()
  const { number } = await published(w)
  const s = await (await askedBy(w, routes)).by(w.coordinator)
  const said = words(await (await s.get(path)).text())
  expect(said).toContain('Nothing waits')
  expect(said).toContain(`Commitment published Ministry of Learning ${number}`)
  expect(said).not.toContain('Take the next case')
})

it('filters by kind in the address', async () => {
  const w = await world()
  await submitted(w, { title: 'Open books for all' })
  const s = await (await askedBy(w, routes)).by(w.coordinator)
  expect(await (await s.get(`${path}?kind=report`)).text()).not.toContain('Open books for all')
  expect(await (await s.get(`${path}?kind=commitment`)).text()).toContain('Open books for all')
  expect(await (await s.get(`${path}?kind=nonsense`)).text()).toContain('Open books for all')
})

it('takes the next report and leads to its review', async () => {
  const w = await world()
  const { id } = await reported(w, await published(w))
  const s = await (await askedBy(w, routes)).by(w.coordinator)
  const answer = await s.post(path, {})
  expect([answer.status, answer.headers.get('Location')]).toEqual([303, `/en/desk/review/${id}`])
  const html = await (await s.get(path)).text()
  expect(words(html)).toContain('Yours')
  const again = await unchanged(w.db, () => s.post(path, {}))
  expect(again.status).toBe(409)
  expect(words(await again.text())).toContain('Nothing waits that you could take')
})

it('leads to the page of what is not taken by a button', async () => {
  const w = await world()
  const { id } = await submitted(w)
  const s = await (await askedBy(w, routes)).by(w.coordinator)
  const answer = await unchanged(w.db, () => s.post(path, {}))
  expect(answer.headers.get('Location')).toBe(`/en/desk/screen/${id}`)
})

it('says what the last form did, and nothing it does not know', async () => {
  const w = await world()
  const s = await (await askedBy(w, routes)).by(w.coordinator)
  expect(words(await (await s.get(`${path}?done=verify`)).text())).toContain('is verified')
  expect(await (await s.get(`${path}?done=win-a-prize`)).text()).not.toContain('role="status"')
})

it('offers a coordinator of the organisation nothing, and everybody else no page', async () => {
  const w = await world()
  await submitted(w, { title: 'Open books for all' })
  await reported(w, await published(w))
  const a = await askedBy(w, routes)
  const conflicted = await a.by(w.conflicted)
  expect(words(await (await conflicted.get(path)).text())).toContain('Nothing waits')
  expect((await unchanged(w.db, () => conflicted.post(path, {}))).status).toBe(409)
  for (const who of [w.stranger, w.partner, w.otherPartner, w.administrator]) {
    const s = await a.by(who)
    expect((await s.get(path)).status).toBe(403)
    expect((await unchanged(w.db, () => s.post(path, {}))).status).toBe(403)
  }
  expect((await a.ask(path)).headers.get('Location')).toBe('/en/sign-in?to=%2Fen%2Fdesk%2Fqueue')
})

it('says so while nothing can be published, and only then', async () => {
  const w = await world()
  const page = async (given: Parameters<typeof askedBy>[2]) => {
    const s = await (await askedBy(w, routes, given)).by(w.coordinator)
    return words(await (await s.get(path)).text())
  }
  const stopped = await page({ publicLog: stoppedLog() })
  expect(stopped).toContain('Nothing can be published at the moment')
  expect(stopped).toContain('Drafts and all that you saved are safe')
  expect(await page({})).not.toContain('Nothing can be published')
})
