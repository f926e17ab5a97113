import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'

import { commitments } from '#app/db/schema/commitments.ts'
import * as withdraw from '#app/routes/desk/partner/withdraw-commitment/route.tsx'
import { checkLog } from '#tests/support/check-log.ts'
import { askedBy } from '#tests/support/signed-in.ts'
import { unchanged } from '#tests/support/unchanged.ts'
import { drafted, published, world } from '#tests/support/world.ts'

const routes = { ':locale/desk/commitments/:id/withdraw': withdraw }
const reason = 'The programme lost its funding.'

async function asked() {
  const w = await world()
  const { id, number } = await published(w)
  return {
    w,
    id,
    number: number ?? '',
    asked: await askedBy(w, routes),
    path: `/en/desk/commitments/${id}/withdraw`,
  }
}

it('withdraws once the number is typed and a reason given; a second click changes nothing', async () => {
  const { w, id, number, asked: a, path } = await asked()
  const s = await a.by(w.partner)
  const post = () => s.post(path, { number: number.toLowerCase(), reason })
  const answer = await post()
  expect(answer.headers.get('Location')).toBe(`/en/desk/commitments/${id}?done=withdrawn`)
  const row = await w.db.select().from(commitments).where(eq(commitments.id, id)).get()
  expect(row).toMatchObject({ state: 'withdrawn', outcome: 'withdrawn', endReason: reason })
  await checkLog(w.db)
  expect((await unchanged(w.db, post)).status).toBe(303)
})

it('does nothing on a wrong number or without a reason, and keeps what was typed', async () => {
  const { w, asked: a, path } = await asked()
  const s = await a.by(w.partner)
  const answer = await unchanged(w.db, () => s.post(path, { number: 'QD-1', reason: '' }))
  expect(answer.status).toBe(422)
  const html = await answer.text()
  expect(html).toContain('value="QD-1"')
  expect(html).toContain('href="#f-number"')
  expect(html).toContain('href="#f-reason"')
})

it('is for focal points: an editor sees why not, and is refused', async () => {
  const { w, number, asked: a, path } = await asked()
  const s = await a.by(w.editor)
  const shown = await (await s.get(path)).text()
  expect(shown).toContain('Only a focal point of your organisation can withdraw a commitment.')
  expect(shown).not.toContain('Withdraw the commitment</button>')
  expect((await unchanged(w.db, () => s.post(path, { number, reason }))).status).toBe(403)
})

it('does not exist for others, nor for what was never public', async () => {
  const { w, number, asked: a, path } = await asked()
  for (const who of [w.otherPartner, w.stranger, w.coordinator]) {
    const s = await a.by(who)
    expect((await s.get(path)).status).toBe(404)
    expect((await unchanged(w.db, () => s.post(path, { number, reason }))).status).toBe(404)
  }
  const draft = await drafted(w)
  const own = await a.by(w.partner)
  expect((await own.get(`/en/desk/commitments/${draft.id}/withdraw`)).status).toBe(404)
})
