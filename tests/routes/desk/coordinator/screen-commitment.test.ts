import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'

import { commitments, screenings } from '#app/db/schema/commitments.ts'
import * as screen from '#app/routes/desk/coordinator/screen-commitment/route.tsx'
import { editCommitment } from '#app/use-cases/commitments/edit-commitment.server.ts'
import { publishCommitment } from '#app/use-cases/commitments/publish-commitment.server.ts'
import { returnCommitment } from '#app/use-cases/commitments/return-commitment.server.ts'
import { submitCommitment } from '#app/use-cases/commitments/submit-commitment.server.ts'
import { decideOrganisation } from '#app/use-cases/organisations/decide-organisation.server.ts'
import { checkLog } from '#tests/support/check-log.ts'
import { words } from '#tests/support/said.tsx'
import { askedBy } from '#tests/support/signed-in.ts'
import { unchanged } from '#tests/support/unchanged.ts'
import { daysFromNow, drafted, granted, submitted, terms, world } from '#tests/support/world.ts'

const routes = { ':locale/desk/screen/:id': screen }
const decisions = [
  { decision: 'publish' },
  { decision: 'decline', reason: 'It belongs to no clause of the declaration.' },
  { decision: 'return', 'questions[0].field': 'title', 'questions[0].text': 'Which teachers?' },
]

async function atTheDoor() {
  const w = await world()
  const { id } = await submitted(w)
  const a = await askedBy(w, routes)
  const row = () => w.db.select().from(commitments).where(eq(commitments.id, id)).get()
  return { w, a, id, row, path: `/en/desk/screen/${id}`, s: await a.by(w.coordinator) }
}

it('shows the whole commitment with the SMART check', async () => {
  const { s, path } = await atTheDoor()
  const said = words(await (await s.get(path)).text())
  for (const text of [
    'Train 12,000 primary teachers',
    '3,000 teachers trained',
    'Money: 2,000,000 KES',
    'How clear it is',
    'Publish the commitment',
  ])
    expect(said).toContain(text)
})

it('publishes it under a number', async () => {
  const { w, s, path, row } = await atTheDoor()
  const answer = await s.post(path, { decision: 'publish' })
  expect(answer.headers.get('Location')).toBe('/en/desk/queue?done=publish')
  expect(await row()).toMatchObject({ state: 'published', number: 'QD-2026-0001' })
  await checkLog(w.db)
})

it('returns it with questions, each tied to a field', async () => {
  const { w, s, path, row, id } = await atTheDoor()
  const answer = await s.post(path, {
    decision: 'return',
    'questions[0].field': 'beneficiaries',
    'questions[0].text': 'Which districts do they work in?',
    'questions[1].field': '',
    'questions[1].text': '',
    'questions[2].field': 'milestones[0].title',
    'questions[2].text': 'Is this a year or the whole time?',
  })
  expect(answer.status).toBe(303)
  expect((await row())?.state).toBe('returned')
  const [look] = await w.db.select().from(screenings).where(eq(screenings.commitmentId, id))
  expect(look?.questions).toEqual([
    { field: 'beneficiaries', text: 'Which districts do they work in?' },
    { field: 'milestones[0].title', text: 'Is this a year or the whole time?' },
  ])
})

it('makes room for another question and keeps what was typed', async () => {
  const { w, s, path } = await atTheDoor()
  const typed = {
    decision: 'return',
    intent: 'add-questions',
    'questions[0].field': 'beneficiaries',
    'questions[0].text': 'Which districts?',
  }
  const answer = await unchanged(w.db, () => s.post(path, typed))
  const html = await answer.text()
  expect(answer.status).toBe(200)
  expect(html).toContain('name="questions[1].text"')
  expect(html).toContain('Which districts?</textarea>')
  expect(html).toContain('<option value="beneficiaries" selected="">')
})

it('comes back with an error summary where a question or a reason is missing', async () => {
  const { w, s, path } = await atTheDoor()
  const nothing = await unchanged(w.db, () =>
    s.post(path, { decision: 'return', 'questions[0].field': '', 'questions[0].text': '' }),
  )
  expect(nothing.status).toBe(422)
  const html = await nothing.text()
  for (const id of ['return-questions-0-field', 'return-questions-0-text']) {
    expect(html).toContain(`href="#${id}"`)
    expect(html).toContain(`id="${id}"`)
  }
  const short = await unchanged(w.db, () => s.post(path, { decision: 'decline', reason: 'No.' }))
  expect(short.status).toBe(422)
  expect(await short.text()).toContain('>No.</textarea>')
  expect((await unchanged(w.db, () => s.post(path, {}))).status).toBe(422)
})

it('declines it with the reason', async () => {
  const { w, s, path, row } = await atTheDoor()
  expect((await s.post(path, decisions[1] as Record<string, string>)).status).toBe(303)
  expect(await row()).toMatchObject({ state: 'declined', endReason: decisions[1]?.reason })
  await checkLog(w.db)
})

it('shows earlier questions and what was changed since', async () => {
  const { w, s, path, id } = await atTheDoor()
  const asked = [{ field: 'beneficiaries', text: 'Which districts do they work in?' }]
  granted(await returnCommitment(w.as(w.secondCoordinator, daysFromNow(-50)), id, asked))
  const answers = { beneficiaries: 'Teachers of the northern districts', places: ['KE', 'UG'] }
  granted(await editCommitment(w.as(w.partner, daysFromNow(-40)), id, answers))
  granted(await submitCommitment(w.as(w.partner, daysFromNow(-39)), id))
  const said = words(await (await s.get(path)).text())
  expect(said).toContain('Returned with questions by Person second')
  expect(said).toContain('Which districts do they work in?')
  expect(said).toContain(`Who benefits ${terms().beneficiaries} Teachers of the northern districts`)
  expect(said).toContain('Kenya Kenya and Uganda')
})

it('says plainly that it has been decided already', async () => {
  const { w, s, path, id } = await atTheDoor()
  granted(await publishCommitment(w.as(w.secondCoordinator), id))
  const seen = await s.get(path)
  expect(seen.status).toBe(409)
  expect(words(await seen.text())).toContain('does not wait for screening any more')
  for (const decision of decisions)
    expect(
      (await unchanged(w.db, () => s.post(path, decision as Record<string, string>))).status,
    ).toBe(409)
})

it('cannot be published while its organisation is suspended', async () => {
  const { w, s, path } = await atTheDoor()
  granted(
    await decideOrganisation(w.as(w.coordinator), w.organisationId, 'suspend', 'Its site is gone.'),
  )
  expect(words(await (await s.get(path)).text())).not.toContain('Publish the commitment')
  const tried = await unchanged(w.db, () => s.post(path, { decision: 'publish' }))
  expect(tried.status).toBe(409)
  expect(words(await tried.text())).toContain('has to be verified first')
})

it('is closed to a coordinator of a party, whatever is tried', async () => {
  const { w, a, path } = await atTheDoor()
  const s = await a.by(w.conflicted)
  const seen = await s.get(path)
  expect(seen.status).toBe(403)
  const html = await seen.text()
  expect(words(html)).toContain('a colleague has to decide')
  expect(html).not.toContain('12,000')
  for (const decision of decisions)
    expect(
      (await unchanged(w.db, () => s.post(path, decision as Record<string, string>))).status,
    ).toBe(403)
})

it('is closed to everybody else, and drafts are not there', async () => {
  const { w, a, path, s } = await atTheDoor()
  for (const who of [w.stranger, w.partner, w.otherPartner, w.administrator]) {
    const other = await a.by(who)
    expect((await other.get(path)).status).toBe(403)
    for (const decision of decisions)
      expect(
        (await unchanged(w.db, () => other.post(path, decision as Record<string, string>))).status,
      ).toBe(403)
  }
  const draft = await drafted(w)
  for (const id of [draft.id, 'cmt_none']) {
    expect((await s.get(`/en/desk/screen/${id}`)).status).toBe(404)
    const tried = await unchanged(w.db, () =>
      s.post(`/en/desk/screen/${id}`, { decision: 'publish' }),
    )
    expect(tried.status).toBe(404)
  }
})
