import { expect, it } from 'vitest'

import * as report from '#app/routes/desk/partner/report/route.tsx'
import { draftReport } from '#app/use-cases/milestones/draft-report.server.ts'
import { keepReport } from '#app/use-cases/milestones/keep-report.server.ts'
import { confirmFinding } from '#app/use-cases/reviews/confirm-finding.server.ts'
import { proposeFinding } from '#app/use-cases/reviews/propose-finding.server.ts'
import { replyToFinding } from '#app/use-cases/reviews/reply-to-finding.server.ts'
import { returnReport } from '#app/use-cases/reviews/return-report.server.ts'
import { lastAct } from '#tests/support/recorded.ts'
import { askedBy } from '#tests/support/signed-in.ts'
import {
  daysFromNow,
  findingContent,
  granted,
  published,
  underReview,
  world,
} from '#tests/support/world.ts'

const routes = { ':locale/desk/reports/:id': report }

it('is a list of steps while it is a draft, and nobody else sees that there is one', async () => {
  const w = await world()
  const commitment = await published(w)
  const id = commitment.terms.milestones?.[0]?.id ?? ''
  const drafted = granted(await draftReport(w.as(w.partner), id)).report
  const server = await askedBy(w, routes)
  const path = `/en/desk/reports/${drafted.id}`
  const page = await (await (await server.by(w.editor)).get(path)).text()
  expect(page).toContain(`href="${path}/edit"`)
  expect(page).toContain('Cannot start yet')
  for (const [who, status] of [
    [w.otherPartner, 404],
    [w.stranger, 403],
    [w.coordinator, 403],
  ] as const)
    expect((await (await server.by(who)).get(path)).status).toBe(status)
})

it('is in progress once it is half written, and says that it was saved', async () => {
  const w = await world()
  const { terms } = await published(w)
  const { id } = granted(await draftReport(w.as(w.partner), terms.milestones![0]!.id)).report
  granted(await keepReport(w.as(w.editor), id, { lang: 'en', happened: 'Two districts' }))
  const partner = await (await askedBy(w, routes)).by(w.partner)
  const page = await (await partner.get(`/en/desk/reports/${id}?done=saved`)).text()
  expect(page).toContain('Your answers are saved')
  expect(page).toContain('In progress')
  expect(page).toContain('Cannot start yet')
  expect(page).not.toContain(`/reports/${id}/check"`)
})

it('shows the questions of a returned report with a way to each answer', async () => {
  const w = await world()
  const { review, report: taken } = await underReview(w, await published(w))
  const questions = [
    { field: 'happened', text: 'Which districts?' },
    { field: 'evidence', text: 'Where are the lists?' },
  ]
  granted(await returnReport(w.as(w.coordinator), review.id, questions))
  const partner = await (await askedBy(w, routes)).by(w.partner)
  const path = `/en/desk/reports/${taken.id}`
  const page = await (await partner.get(path)).text()
  expect(page).toContain('Which districts?')
  expect(page).toContain(`href="${path}/edit#f-happened"`)
  expect(page).toContain(`href="${path}/evidence"`)
})

it('shows a finding with both values and, to focal points, the way to reply while there is time', async () => {
  const w = await world()
  const { review, report: taken } = await underReview(w, await published(w))
  granted(await proposeFinding(w.as(w.coordinator), review.id, findingContent))
  granted(await confirmFinding(w.as(w.secondCoordinator), review.id))
  const server = await askedBy(w, routes)
  const path = `/en/desk/reports/${taken.id}`
  const reply = `href="/en/desk/reviews/${review.id}/reply"`

  const page = await (await (await server.by(w.partner)).get(path)).text()
  expect(page).toContain('Claimed 3,120 teachers.')
  expect(page).toContain('Reviewed 3,050.')
  expect(page).toContain(findingContent.reasons)
  expect(page).toContain('You can reply until 7 December 2026')
  expect(page).toContain(reply)

  const editors = await (await (await server.by(w.editor)).get(path)).text()
  expect(editors).not.toContain(reply)
  expect(editors).toContain('A focal point of your organisation can reply until 7 December 2026')

  const input = {
    stance: 'accepts' as const,
    lang: 'en' as const,
    text: 'We thank you for reading it.',
  }
  granted(await replyToFinding(w.as(w.partner), review.id, input))
  const { entry } = await lastAct(w.db)
  const replied = await (await (await server.by(w.partner)).get(path)).text()
  expect(replied).not.toContain(reply)
  expect(replied).toContain(`<a href="/log/receipt/${entry}">`)
})

it('offers no reply once the time for it is over', async () => {
  const w = await world()
  const { review, report: taken } = await underReview(w, await published(w))
  granted(await proposeFinding(w.as(w.coordinator), review.id, findingContent))
  granted(await confirmFinding(w.as(w.secondCoordinator), review.id))
  const server = await askedBy(w, routes)
  const path = `/en/desk/reports/${taken.id}`
  const reply = `href="/en/desk/reviews/${review.id}/reply"`
  server.at(daysFromNow(15))
  const late = await (await (await server.by(w.partner)).get(path)).text()
  expect(late).not.toContain(reply)
  expect(late).toContain('The time to reply ended on 7 December 2026')
})
