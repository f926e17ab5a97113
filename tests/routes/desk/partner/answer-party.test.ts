import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'

import { parties } from '#app/db/schema/commitments.ts'
import * as answerParty from '#app/routes/desk/partner/answer-party/route.tsx'
import { inviteParty } from '#app/use-cases/commitments/invite-party.server.ts'
import { person } from '#tests/support/people.ts'
import { askedBy } from '#tests/support/signed-in.ts'
import { unchanged } from '#tests/support/unchanged.ts'
import { daysFromNow, drafted, granted, join, published, world } from '#tests/support/world.ts'

const routes = { ':locale/desk/parties/:id': answerParty }

async function invited(isPublic = false) {
  const w = await world()
  const { id } = isPublic ? await published(w) : await drafted(w)
  const { party } = granted(
    await inviteParty(w.as(w.partner, daysFromNow(-2)), id, {
      organisationId: w.otherOrganisationId,
      role: 'Writes the courses',
      share: '14 authors',
    }),
  )
  const editor = await join(
    w.db,
    w.otherOrganisationId,
    w.otherPartner,
    await person(w.db, 'otherEditor'),
    'editor',
  )
  const now = async () => w.db.select().from(parties).where(eq(parties.id, party.id)).get()
  return { w, editor, now, asked: await askedBy(w, routes), path: `/en/desk/parties/${party.id}` }
}

it('shows the draft as it would be published, and takes a yes once', async () => {
  const { w, now, asked, path } = await invited()
  const s = await asked.by(w.otherPartner)
  const html = await (await s.get(path)).text()
  for (const said of [
    'Writes the courses',
    '14 authors',
    'Train 12,000 primary teachers',
    'State budget',
  ])
    expect(html).toContain(said)
  const post = () => s.post(path, { intent: 'accept' })
  expect((await post()).headers.get('Location')).toBe(`${path}?done=party-answered`)
  expect((await now())?.state).toBe('accepted')
  expect((await unchanged(w.db, post)).status).toBe(303)
})

it('takes a no with its reason, and closes the draft to whoever said it', async () => {
  const { w, now, asked, path } = await invited()
  const s = await asked.by(w.otherPartner)
  const bare = await unchanged(w.db, () => s.post(path, { intent: 'refuse', reason: ' ' }))
  expect(bare.status).toBe(422)
  expect(await bare.text()).toContain('href="#f-reason"')
  await s.post(path, { intent: 'refuse', reason: 'We have no authors left.' })
  expect(await now()).toMatchObject({ state: 'refused', reason: 'We have no authors left.' })
  const html = await (await s.get(path)).text()
  expect(html).not.toContain('State budget')
  const late = await unchanged(w.db, () => s.post(path, { intent: 'accept' }))
  expect(late.status).toBe(409)
})

it('lets a partner leave with a reason', async () => {
  const { w, now, asked, path } = await invited(true)
  const s = await asked.by(w.otherPartner)
  await s.post(path, { intent: 'accept' })
  const post = () => s.post(path, { intent: 'leave', reason: 'Our mandate has changed.' })
  expect((await post()).status).toBe(303)
  expect((await now())?.state).toBe('left')
  expect((await unchanged(w.db, post)).status).toBe(303)
})

it('is for focal points: an editor reads, and is refused', async () => {
  const { w, editor, asked, path } = await invited()
  const s = await asked.by(editor)
  const html = await (await s.get(path)).text()
  expect(html).toContain('Only a focal point of your organisation can answer.')
  expect(html).not.toContain('Accept this role and share')
  expect((await unchanged(w.db, () => s.post(path, { intent: 'accept' }))).status).toBe(403)
})

it('does not exist for others, the lead included', async () => {
  const { w, asked, path } = await invited()
  for (const who of [w.partner, w.stranger, w.coordinator, w.administrator]) {
    const s = await asked.by(who)
    expect((await s.get(path)).status).toBe(404)
    expect((await unchanged(w.db, () => s.post(path, { intent: 'accept' }))).status).toBe(404)
  }
})
