import { expect, it } from 'vitest'

import * as commitment from '#app/routes/desk/partner/commitment/route.tsx'
import { declineCommitment } from '#app/use-cases/commitments/decline-commitment.server.ts'
import { draftCommitment } from '#app/use-cases/commitments/draft-commitment.server.ts'
import { returnCommitment } from '#app/use-cases/commitments/return-commitment.server.ts'
import { withdrawCommitment } from '#app/use-cases/commitments/withdraw-commitment.server.ts'
import { lastAct } from '#tests/support/recorded.ts'
import { words } from '#tests/support/said.tsx'
import { askedBy } from '#tests/support/signed-in.ts'
import {
  dayFromNow,
  drafted,
  granted,
  published,
  submitted,
  terms,
  world,
  type World,
} from '#tests/support/world.ts'

const routes = { ':locale/desk/commitments/:id': commitment }
const base = terms().milestones[0]!

const seen = async (w: World, who: World['partner'], id: string) => {
  const answer = await (await (await askedBy(w, routes)).by(who)).get(`/en/desk/commitments/${id}`)
  return { status: answer.status, html: await answer.text() }
}

it('begins as a list of steps, milestones after the dates and signing last', async () => {
  const w = await world()
  const { commitment: blank } = granted(
    await draftCommitment(w.as(w.partner), {
      organisationId: w.organisationId,
      declaration: 'qd2015',
    }),
  )
  const { html } = await seen(w, w.partner, blank.id)
  const page = words(html)
  expect(page).toContain('Start and end To do Milestones Start and end come first Cannot start yet')
  expect(page).toContain('Check your answers and sign Cannot start yet')
  expect(html).not.toContain('/edit/milestones')
  expect(page).not.toContain('What a reviewer will ask')
})

it('coaches once there are milestones', async () => {
  const w = await world()
  const { id } = await drafted(w, { resources: [], milestones: [{ ...base, baseline: null }] })
  const page = words((await seen(w, w.editor, id)).html)
  expect(page).toContain('Reviewer will ask: Where does each milestone start from?')
  expect(page).toContain('Reviewer will ask: What does it take, and who provides it?')
  expect(page).toContain('You are an editor: tell them when it is ready.')
})

it('says that a milestone outside the dates is not finished', async () => {
  const w = await world()
  const { id } = await drafted(w, { milestones: [{ ...base, dueOn: dayFromNow(900) }] })
  expect(words((await seen(w, w.partner, id)).html)).toContain('Milestones In progress')
})

it('brings a coordinator’s questions to the top, each leading to its answer', async () => {
  const w = await world()
  const { id } = await submitted(w)
  granted(
    await returnCommitment(w.as(w.coordinator), id, [
      { field: 'milestones[0].dueOn', text: 'Is that not a holiday?' },
      { field: 'resources', text: 'Who pays for the trainers?' },
    ]),
  )
  const { html } = await seen(w, w.partner, id)
  expect(html).toContain(`/en/desk/commitments/${id}/edit/milestones#f-milestones-0-dueOn`)
  expect(html).toContain(`/en/desk/commitments/${id}/edit/resources`)
  expect(words(html)).toContain('Milestones 1 question to answer In progress')
})

it('shows what was submitted, what happens next, and nothing to change', async () => {
  const w = await world()
  const { id } = await submitted(w)
  const { html } = await seen(w, w.partner, id)
  expect(words(html)).toContain('A coordinator will look at it; you will get a letter.')
  expect(html).not.toContain('/edit/')
})

it('gives the reason when it was declined', async () => {
  const w = await world()
  const { id } = await submitted(w)
  granted(await declineCommitment(w.as(w.coordinator), id, 'It repeats an earlier one.'))
  expect((await seen(w, w.partner, id)).html).toContain('It repeats an earlier one.')
})

it('offers a focal point to report, amend and withdraw once it is published', async () => {
  const w = await world()
  const { id, number } = await published(w)
  const { entry } = await lastAct(w.db)
  const { html } = await seen(w, w.partner, id)
  expect(html).toContain(`<a href="/en/log/${entry}">Entry ${entry}</a> in the public log`)
  expect(html).toContain(`<a href="/log/receipt/${entry}">`)
  for (const href of [
    `/en/commitments/${number}`,
    `/en/desk/commitments/${id}/amend`,
    `/en/desk/commitments/${id}/withdraw`,
    `/report"`,
  ])
    expect(html).toContain(href)
  const editor = (await seen(w, w.editor, id)).html
  expect(editor).toContain('Only a focal point of your organisation can amend or withdraw.')
  expect(editor).not.toContain('/withdraw"')
})

it('keeps the reason of a withdrawal and takes no more reports', async () => {
  const w = await world()
  const { id } = await published(w)
  granted(await withdrawCommitment(w.as(w.partner), id, 'The programme lost its funding.'))
  const { html } = await seen(w, w.partner, id)
  expect(html).toContain('The programme lost its funding.')
  expect(html).not.toMatch(/\/report"|\/amend"/)
})

it('does not exist for anybody else, in any state', async () => {
  const w = await world()
  for (const { id } of [await drafted(w), await submitted(w), await published(w)])
    for (const who of [w.otherPartner, w.stranger, w.coordinator, w.administrator])
      expect((await seen(w, who, id)).status).toBe(404)
})
