import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'

import { commitments } from '#app/db/schema/commitments.ts'
import * as edit from '#app/routes/desk/partner/edit-commitment/route.tsx'
import { draftCommitment } from '#app/use-cases/commitments/draft-commitment.server.ts'
import { returnCommitment } from '#app/use-cases/commitments/return-commitment.server.ts'
import { words } from '#tests/support/said.tsx'
import { askedBy } from '#tests/support/signed-in.ts'
import { unchanged } from '#tests/support/unchanged.ts'
import { drafted, granted, submitted, terms, world } from '#tests/support/world.ts'

const routes = { ':locale/desk/commitments/:id/edit/:step': edit }

async function blank() {
  const w = await world()
  const { commitment } = granted(
    await draftCommitment(w.as(w.partner), {
      organisationId: w.organisationId,
      declaration: 'qd2015',
    }),
  )
  const s = await (await askedBy(w, routes)).by(w.editor)
  const termsNow = async () =>
    (await w.db.select().from(commitments).where(eq(commitments.id, commitment.id)).get())?.terms
  return { w, s, id: commitment.id, path: `/en/desk/commitments/${commitment.id}/edit`, termsNow }
}

const answers: Record<string, Record<string, string>> = {
  words: { lang: 'en', title: 'Train teachers', text: terms().text, problem: '' },
  clauses: { clause: 'qd2015/quality/2', furtherClauses: 'qd2015/oer/1' },
  places: { scope: 'places', places: 'KE', beneficiaries: 'Teachers', beneficiaryCount: '12 000' },
  dates: { startOn: '2027-01-01', endOn: '2028-12-31' },
  milestones: {
    'milestones[0].title': '3,000 teachers trained',
    'milestones[0].dueOn': '2027-06-30',
    'milestones[0].unit': 'teachers',
    'milestones[0].baseline': '',
    'milestones[0].target': '3,000',
  },
  resources: {
    'resources[0].kind': 'financial',
    'resources[0].amount': '2000000',
    'resources[0].currency': 'kes',
    'resources[0].source': 'State budget',
    contactRole: 'Director',
    sdgTargets: '4.c',
  },
}

it('walks through every step and keeps each', async () => {
  const { s, id, path, termsNow } = await blank()
  const steps = Object.keys(answers)
  for (const [place, step] of steps.entries()) {
    const answer = await s.post(`${path}/${step}`, { ...answers[step], intent: 'continue' })
    expect([step, answer.status, answer.headers.get('Location')]).toEqual([
      step,
      303,
      place < 5 ? `${path}/${steps[place + 1]}` : `/en/desk/commitments/${id}?done=saved`,
    ])
  }
  expect(await termsNow()).toMatchObject({
    title: 'Train teachers',
    furtherClauses: ['qd2015/oer/1'],
    places: ['KE'],
    beneficiaryCount: 12_000,
    milestones: [{ target: 3000, baseline: null }],
    resources: [{ amount: 2_000_000, currency: 'KES' }],
    sdgTargets: ['4.c'],
  })
})

it('shows what stands when one comes back', async () => {
  const { s, path } = await blank()
  for (const step of Object.keys(answers))
    await s.post(`${path}/${step}`, { ...answers[step], intent: 'leave' })
  const at = async (step: string) => (await s.get(`${path}/${step}`)).text()
  expect(await at('words')).toContain('value="Train teachers"')
  expect(await at('clauses')).toMatch(
    /checked="" value="qd2015\/quality\/2"|value="qd2015\/quality\/2" checked=""/,
  )
  expect(words(await at('places'))).toContain('Africa (1 chosen)')
  expect(await at('dates')).toContain('value="2028-12-31"')
  expect(await at('milestones')).toContain('value="3000"')
  expect(await at('resources')).toContain('value="State budget"')
})

it('leads back to all steps when one wants to go on later', async () => {
  const { s, id, path } = await blank()
  const answer = await s.post(`${path}/dates`, { ...answers['dates'], intent: 'leave' })
  expect(answer.headers.get('Location')).toBe(`/en/desk/commitments/${id}?done=saved`)
})

it.each([
  ['words', { lang: 'xx', title: 'Kept title', text: 'short' }, ['f-lang', 'f-text']],
  ['clauses', {}, ['f-clause']],
  ['places', { scope: 'places', beneficiaries: 'Kept people' }, ['f-places']],
  ['dates', { startOn: '2027-02-31', endOn: '' }, ['f-startOn', 'f-endOn']],
  ['dates', { startOn: '2027-02-01', endOn: '2026-01-01' }, ['f-endOn']],
  [
    'milestones',
    {
      'milestones[0].title': 'Kept',
      'milestones[0].baseline': 'abc',
      'milestones[0].target': '1,5',
    },
    ['f-milestones-0-baseline', 'f-milestones-0-target', 'f-milestones-0-dueOn'],
  ],
  ['milestones', {}, ['f-milestones']],
  ['resources', { 'resources[0].source': 'Kept source' }, ['f-resources-0-kind', 'f-contactRole']],
])(
  'names what is wrong with %s, links to it and keeps what was typed',
  async (step, typed, ids) => {
    const { w, s, path } = await blank()
    const answer = await unchanged(w.db, () =>
      s.post(`${path}/${step}`, { ...(typed as Record<string, string>), intent: 'leave' }),
    )
    expect(answer.status).toBe(422)
    const html = await answer.text()
    for (const id of ids) {
      expect(html).toContain(`href="#${id}"`)
      expect(html).toContain(`id="${id}"`)
    }
    for (const value of Object.values(typed)) expect(html).toContain(value)
    expect(html).not.toContain('This cannot be done')
  },
)

it('adds and removes milestones by buttons of the form, and loses nothing typed', async () => {
  const { w, s, path } = await blank()
  const one = { 'milestones[0].title': 'First', 'milestones[0].target': 'not yet' }
  const added = await unchanged(w.db, () =>
    s.post(`${path}/milestones`, { ...one, intent: 'add-milestones' }),
  )
  expect(added.status).toBe(200)
  const two = await added.text()
  expect(two).toContain('value="First"')
  expect(two).toContain('value="not yet"')
  expect(two).toContain('name="milestones[1].title"')

  const removed = await s.post(`${path}/milestones`, {
    ...one,
    'milestones[1].title': 'Second',
    intent: 'remove-milestones-0',
  })
  const rest = await removed.text()
  expect(rest).toContain('name="milestones[0].title"')
  expect(rest).toContain('value="Second"')
  expect(rest).not.toContain('value="First"')
})

it('adds resources, passes over rows nobody wrote in, and keeps ticks', async () => {
  const { s, path, termsNow } = await blank()
  const added = await s.post(`${path}/resources`, {
    contactRole: 'Director',
    sdgTargets: '4.c',
    intent: 'add-resources',
  })
  const html = await added.text()
  expect(html).toContain('name="resources[0].kind"')
  expect(html).toContain('value="Director"')
  expect(html).toMatch(/checked="" value="4.c"|value="4.c" checked=""/)
  await s.post(`${path}/resources`, {
    'resources[0].kind': '',
    'resources[0].amount': '',
    'resources[1].kind': 'staff',
    'resources[1].amount': '',
    contactRole: 'Director',
    intent: 'continue',
  })
  expect((await termsNow())?.resources).toMatchObject([{ kind: 'staff', amount: null }])
})

it('shows sixty milestones and takes no more', async () => {
  const { s, path } = await blank()
  const sixty = Object.fromEntries(
    Array.from({ length: 60 }, (_, place) => [`milestones[${place}].title`, `Number ${place}`]),
  )
  const html = await (
    await s.post(`${path}/milestones`, { ...sixty, intent: 'remove-milestones-99' })
  ).text()
  expect(html).toContain('value="Number 59"')
  expect(html).toContain('A commitment can hold 60 milestones.')
  expect(html).not.toContain('value="add-milestones"')
})

it('keeps a milestone’s id, and takes none that is not this draft’s', async () => {
  const { s, path, termsNow } = await blank()
  await s.post(`${path}/milestones`, { ...answers['milestones'], intent: 'leave' })
  const id = (await termsNow())?.milestones?.[0]?.id ?? ''
  await s.post(`${path}/milestones`, {
    ...answers['milestones'],
    'milestones[0].id': id,
    'milestones[0].target': '4000',
    'milestones[1].id': 'mls_1',
    'milestones[1].title': 'Another',
    'milestones[1].dueOn': '2028-01-01',
    'milestones[1].unit': 'teachers',
    'milestones[1].target': '5000',
    intent: 'leave',
  })
  const kept = (await termsNow())?.milestones ?? []
  expect(kept).toMatchObject([{ id, target: 4000 }, { target: 5000 }])
  expect(kept[1]?.id).not.toBe('mls_1')
})

it('keeps line ends as they are, so that an unchanged text stays unchanged', async () => {
  const { s, path, termsNow } = await blank()
  const text = `${terms().text}\r\n\r\nSecond paragraph.`
  await s.post(`${path}/words`, { ...answers['words'], text, intent: 'leave' })
  expect((await termsNow())?.text).toBe(`${terms().text}\n\nSecond paragraph.`)
})

it('puts a coordinator’s question above the field it is about', async () => {
  const w = await world()
  const { id } = await submitted(w)
  granted(
    await returnCommitment(w.as(w.coordinator), id, [
      { field: 'title', text: 'Which districts are meant?' },
    ]),
  )
  const s = await (await askedBy(w, routes)).by(w.partner)
  const html = await (await s.get(`/en/desk/commitments/${id}/edit/words`)).text()
  expect(html).toMatch(/id="f-title-hint">.*A coordinator asks:.*Which districts are meant\?/)
  const other = await (await s.get(`/en/desk/commitments/${id}/edit/dates`)).text()
  expect(other).not.toContain('Which districts are meant?')
})

it('gives everything back when it was submitted meanwhile', async () => {
  const w = await world()
  const { id } = await submitted(w)
  const s = await (await askedBy(w, routes)).by(w.editor)
  const answer = await unchanged(w.db, () =>
    s.post(`/en/desk/commitments/${id}/edit/words`, { ...answers['words']!, intent: 'leave' }),
  )
  expect(answer.status).toBe(409)
  const html = await answer.text()
  expect(words(html)).toContain('This commitment can no longer be changed here')
  expect(html).toContain('value="Train teachers"')
})

it('does not exist for others, nor for steps that are none', async () => {
  const w = await world()
  const { id } = await drafted(w)
  const asked = await askedBy(w, routes)
  for (const who of [w.otherPartner, w.stranger, w.coordinator]) {
    const s = await asked.by(who)
    const path = `/en/desk/commitments/${id}/edit/dates`
    expect((await s.get(path)).status).toBe(404)
    const tried = await unchanged(w.db, () =>
      s.post(path, { ...answers['dates']!, intent: 'leave' }),
    )
    expect(tried.status).toBe(404)
    expect((await s.post(path, {})).status).toBe(404)
  }
  const own = await asked.by(w.partner)
  expect((await own.get(`/en/desk/commitments/${id}/edit/money`)).status).toBe(404)
})
