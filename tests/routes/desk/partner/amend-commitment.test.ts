import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'

import { commitments, commitmentVersions } from '#app/db/schema/commitments.ts'
import * as amend from '#app/routes/desk/partner/amend-commitment/route.tsx'
import * as edit from '#app/routes/desk/partner/edit-commitment/route.tsx'
import { publishCommitment } from '#app/use-cases/commitments/publish-commitment.server.ts'
import { submitCommitment } from '#app/use-cases/commitments/submit-commitment.server.ts'
import { checkLog } from '#tests/support/check-log.ts'
import { words } from '#tests/support/said.tsx'
import { askedBy } from '#tests/support/signed-in.ts'
import { unchanged } from '#tests/support/unchanged.ts'
import {
  dayFromNow,
  drafted,
  granted,
  published,
  reported,
  terms,
  world,
} from '#tests/support/world.ts'

const routes = {
  ':locale/desk/commitments/:id/amend': amend,
  ':locale/desk/commitments/:id/edit/:step': edit,
}
const base = terms().milestones[0]!
const reason = 'The second phase was moved by the ministry of finance.'

/** A published commitment of two milestones, the first of them reported on. */
async function asked() {
  const w = await world()
  const second = {
    ...base,
    id: 'mls_2',
    title: 'All trained',
    dueOn: dayFromNow(200),
    target: 12_000,
  }
  const commitment = await published(w, { milestones: [base, second] })
  await reported(w, commitment)
  const [one, two] = commitment.terms.milestones ?? []
  const typed = {
    version: '1',
    title: commitment.terms.title ?? '',
    text: commitment.terms.text ?? '',
    endOn: commitment.terms.endOn ?? '',
    'milestones[0].id': one?.id ?? '',
    'milestones[1].id': two?.id ?? '',
    'milestones[1].title': two?.title ?? '',
    'milestones[1].dueOn': dayFromNow(230),
    'milestones[1].indicator': two?.indicator ?? '',
    'milestones[1].unit': two?.unit ?? '',
    'milestones[1].baseline': '0',
    'milestones[1].target': '12,000',
    'milestones[1].evidenceExpected': two?.evidenceExpected ?? '',
    'milestones[1].responsible': '',
    reason,
  }
  const { id } = commitment
  const stands = async () => w.db.select().from(commitments).where(eq(commitments.id, id)).get()
  return {
    w,
    id,
    typed,
    stands,
    asked: await askedBy(w, routes),
    path: `/en/desk/commitments/${id}/amend`,
  }
}

it('shows each change, old beside new, before anything is public', async () => {
  const { w, typed, asked: a, path } = await asked()
  const s = await a.by(w.partner)
  const answer = await unchanged(w.db, () => s.post(path, { ...typed, intent: 'check' }))
  expect(answer.status).toBe(200)
  const html = await answer.text()
  expect(words(html)).toContain('Milestone 2: By when 11 June 2027 11 July 2027 30 days later')
  expect(words(html)).toContain('Publish version 2')
  expect(html).toContain(`name="reason" value="${reason}"`)
})

it('publishes the new version, once', async () => {
  const { w, id, typed, stands, asked: a, path } = await asked()
  const s = await a.by(w.partner)
  const post = () => s.post(path, { ...typed, intent: 'publish' })
  const answer = await post()
  expect([answer.status, answer.headers.get('Location')]).toEqual([
    303,
    `/en/desk/commitments/${id}?done=amended`,
  ])
  expect((await stands())?.version).toBe(2)
  await checkLog(w.db)
  expect((await unchanged(w.db, post)).status).toBe(303)
  const versions = await w.db.select().from(commitmentVersions)
  expect(
    versions.map(({ version, changes }) => [version, changes.map((c) => c.slippageDays)]),
  ).toEqual([
    [1, []],
    [2, [30]],
  ])
})

it('goes back with everything typed', async () => {
  const { w, typed, asked: a, path } = await asked()
  const s = await a.by(w.partner)
  const html = await (await s.post(path, { ...typed, intent: 'edit' })).text()
  expect(html).toContain(`value="${dayFromNow(230)}"`)
  expect(html).toContain(reason)
  expect(html).not.toContain('There is a problem')
})

it('adds milestones by a button and never drops a published one', async () => {
  const { w, typed, stands, asked: a, path } = await asked()
  const s = await a.by(w.partner)
  const added = await (await s.post(path, { ...typed, intent: 'add-milestones' })).text()
  expect(added).toContain('name="milestones[2].title"')
  const tried = await (await s.post(path, { ...typed, intent: 'remove-milestones-1' })).text()
  expect(tried).toContain('name="milestones[1].title"')

  const more = {
    ...typed,
    'milestones[2].title': 'A third step',
    'milestones[2].dueOn': dayFromNow(250),
    'milestones[2].unit': 'teachers',
    'milestones[2].target': '13000',
  }
  await s.post(path, { ...more, intent: 'publish' })
  expect((await stands())?.terms.milestones).toHaveLength(3)
  const { 'milestones[1].id': _, ...dropped } = typed
  const answer = await unchanged(w.db, () =>
    s.post(path, { ...dropped, version: '2', intent: 'publish' }),
  )
  expect(answer.status).toBe(409)
  expect(await answer.text()).toContain('Keep every milestone')
})

it('leads to the milestone that lies outside the dates', async () => {
  const { w, typed, asked: a, path } = await asked()
  const s = await a.by(w.partner)
  const answer = await unchanged(w.db, () =>
    s.post(path, { ...typed, endOn: dayFromNow(100), intent: 'check' }),
  )
  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain('href="#f-milestones-1-dueOn"')
})

it('leaves a milestone that was reported on as it is, whatever is posted for it', async () => {
  const { w, typed, stands, asked: a, path } = await asked()
  const s = await a.by(w.partner)
  const shown = await (await s.get(path)).text()
  expect(shown).toContain('It has been reported on, so its terms stay as they are.')
  expect(shown).not.toContain('name="milestones[0].title"')
  await s.post(path, { ...typed, 'milestones[0].target': '1', intent: 'publish' })
  expect((await stands())?.terms.milestones?.[0]?.target).toBe(3000)
})

it('takes a commitment as its own form first wrote it', async () => {
  const w = await world()
  const { id } = await drafted(w)
  const s = await (await askedBy(w, routes)).by(w.partner)
  await s.post(`/en/desk/commitments/${id}/edit/milestones`, {
    'milestones[0].title': base.title,
    'milestones[0].dueOn': base.dueOn,
    'milestones[0].unit': base.unit,
    'milestones[0].target': '3000',
    intent: 'leave',
  })
  granted(await submitCommitment(w.as(w.partner), id))
  const { commitment } = granted(await publishCommitment(w.as(w.coordinator), id))
  await reported(w, commitment)
  const answer = await s.post(`/en/desk/commitments/${id}/amend`, {
    version: '1',
    title: 'A clearer title',
    text: commitment.terms.text ?? '',
    endOn: commitment.terms.endOn ?? '',
    'milestones[0].id': commitment.terms.milestones?.[0]?.id ?? '',
    reason,
    intent: 'publish',
  })
  expect(answer.status).toBe(303)
})

it('names what is wrong and keeps what was typed', async () => {
  const { w, typed, asked: a, path } = await asked()
  const s = await a.by(w.partner)
  const answer = await unchanged(w.db, () =>
    s.post(path, { ...typed, title: 'Kept title', endOn: 'soon', reason: 'x', intent: 'check' }),
  )
  expect(answer.status).toBe(422)
  const html = await answer.text()
  expect(html).toContain('value="Kept title"')
  expect(html).toContain('href="#f-endOn"')
  expect(html).toContain('href="#f-reason"')
})

it('refuses when nothing changed, and when somebody else was first', async () => {
  const { w, typed, asked: a, path } = await asked()
  const s = await a.by(w.partner)
  const same = { ...typed, 'milestones[1].dueOn': dayFromNow(200), intent: 'check' }
  const nothing = await unchanged(w.db, () => s.post(path, same))
  expect([nothing.status, (await nothing.text()).includes('Change something first')]).toEqual([
    409,
    true,
  ])
  const late = await unchanged(w.db, () =>
    s.post(path, { ...typed, version: '0', intent: 'check' }),
  )
  expect([late.status, (await late.text()).includes('Look at it again')]).toEqual([409, true])
})

it('is for focal points: an editor sees why not, and is refused', async () => {
  const { w, typed, asked: a, path } = await asked()
  const s = await a.by(w.editor)
  expect(await (await s.get(path)).text()).toContain(
    'Only a focal point of your organisation can amend',
  )
  for (const intent of ['check', 'publish'])
    expect((await unchanged(w.db, () => s.post(path, { ...typed, intent }))).status).toBe(403)
})

it('does not exist for others, nor for drafts', async () => {
  const { w, typed, asked: a, path } = await asked()
  for (const who of [w.otherPartner, w.stranger, w.coordinator]) {
    const s = await a.by(who)
    expect((await s.get(path)).status).toBe(404)
    expect(
      (await unchanged(w.db, () => s.post(path, { ...typed, intent: 'publish' }))).status,
    ).toBe(404)
  }
  const draft = await drafted(w)
  expect((await (await a.by(w.partner)).get(`/en/desk/commitments/${draft.id}/amend`)).status).toBe(
    404,
  )
})
