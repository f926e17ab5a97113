import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'

import { acts } from '#app/db/schema/acts.ts'
import { commitments } from '#app/db/schema/commitments.ts'
import * as submit from '#app/routes/desk/partner/submit-commitment/route.tsx'
import { draftCommitment } from '#app/use-cases/commitments/draft-commitment.server.ts'
import { decideOrganisation } from '#app/use-cases/organisations/decide-organisation.server.ts'
import { words } from '#tests/support/said.tsx'
import { askedBy } from '#tests/support/signed-in.ts'
import { unchanged } from '#tests/support/unchanged.ts'
import { dayFromNow, drafted, granted, terms, world } from '#tests/support/world.ts'

const routes = { ':locale/desk/commitments/:id/check': submit }
const signed = { confirm: 'yes' }

async function ready() {
  const w = await world()
  const { id } = await drafted(w)
  return { w, id, asked: await askedBy(w, routes), path: `/en/desk/commitments/${id}/check` }
}

it('shows every answer with a way to change it, then takes the signature', async () => {
  const { w, id, asked, path } = await ready()
  const s = await asked.by(w.partner)
  const html = await (await s.get(path)).text()
  expect(html).toContain('Train 12,000 primary teachers')
  expect(html).toContain(`/en/desk/commitments/${id}/edit/words#f-title`)
  expect(words(html)).toContain('I confirm that Ministry of Learning makes this commitment.')
  const answer = await s.post(path, signed)
  expect([answer.status, answer.headers.get('Location')]).toEqual([
    303,
    `/en/desk/commitments/${id}`,
  ])
  const row = await w.db.select().from(commitments).where(eq(commitments.id, id)).get()
  expect(row?.state).toBe('submitted')
})

it('is submitted once, however often it is signed, and all at once', async () => {
  const { w, id, asked, path } = await ready()
  const s = await asked.by(w.partner)
  const answers = await Promise.all(Array.from({ length: 8 }, () => s.post(path, signed)))
  for (const answer of answers) expect([303, 409]).toContain(answer.status)
  const again = await unchanged(w.db, () => s.post(path, signed))
  expect(again.headers.get('Location')).toBe(`/en/desk/commitments/${id}`)
  const submissions = await w.db.select().from(acts).where(eq(acts.kind, 'commitment.submitted'))
  expect(submissions).toHaveLength(1)
})

it('wants the declaration ticked', async () => {
  const { w, asked, path } = await ready()
  const s = await asked.by(w.partner)
  const answer = await unchanged(w.db, () => s.post(path, {}))
  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain('href="#f-confirm"')
})

it('names every step that lacks something, and signs nothing', async () => {
  const w = await world()
  const { commitment } = granted(
    await draftCommitment(w.as(w.partner), {
      organisationId: w.organisationId,
      declaration: 'qd2015',
    }),
  )
  const path = `/en/desk/commitments/${commitment.id}/check`
  const s = await (await askedBy(w, routes)).by(w.partner)
  const html = await (await s.get(path)).text()
  expect(html).toContain('This cannot be submitted yet')
  for (const step of ['words', 'clauses', 'places', 'dates', 'milestones', 'resources'])
    expect(html).toContain(`/edit/${step}">`)
  expect(html).not.toContain('Sign and submit')
  const answer = await unchanged(w.db, () => s.post(path, signed))
  expect(answer.status).toBe(409)
  expect(await answer.text()).toContain('Answer everything that is still missing first')
})

it('points to a milestone outside the dates', async () => {
  const w = await world()
  const base = terms().milestones[0]!
  const { id } = await drafted(w, { milestones: [{ ...base, dueOn: dayFromNow(900) }] })
  const s = await (await askedBy(w, routes)).by(w.partner)
  const html = await (await s.get(`/en/desk/commitments/${id}/check`)).text()
  expect(html).toContain('1 milestone lies outside the dates')
})

it('is for focal points: an editor reads, and is refused', async () => {
  const { w, asked, path } = await ready()
  const s = await asked.by(w.editor)
  expect(await (await s.get(path)).text()).not.toContain('Sign and submit')
  const answer = await unchanged(w.db, () => s.post(path, signed))
  expect(answer.status).toBe(403)
})

it('waits for an organisation that may not publish', async () => {
  const { w, asked, path } = await ready()
  granted(
    await decideOrganisation(w.as(w.coordinator), w.organisationId, 'suspend', 'Under question.'),
  )
  const s = await asked.by(w.partner)
  expect(await (await s.get(path)).text()).toContain('a coordinator reinstates it')
  expect((await unchanged(w.db, () => s.post(path, signed))).status).toBe(403)
})

it('does not exist for others', async () => {
  const { w, asked, path } = await ready()
  for (const who of [w.otherPartner, w.stranger, w.coordinator]) {
    const s = await asked.by(who)
    expect((await s.get(path)).status).toBe(404)
    expect((await unchanged(w.db, () => s.post(path, signed))).status).toBe(404)
  }
})
