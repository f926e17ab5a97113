import { expect, it } from 'vitest'

import { reviews } from '#app/db/schema/reviews.ts'
import * as returnReport from '#app/routes/desk/coordinator/return-report/route.tsx'
import { takeOverReview } from '#app/use-cases/reviews/take-over-review.server.ts'
import { checkLog } from '#tests/support/check-log.ts'
import { askedBy } from '#tests/support/signed-in.ts'
import { unchanged } from '#tests/support/unchanged.ts'
import { granted, published, underReview, world } from '#tests/support/world.ts'

const routes = { ':locale/desk/review/:id/return': returnReport }

async function reviewing() {
  const w = await world()
  const { review, report } = await underReview(w, await published(w))
  const server = await askedBy(w, routes)
  const here = `/en/desk/review/${report.id}`
  const asked = {
    review: review.id,
    'questions[0].field': 'value',
    'questions[0].text': 'How were teachers counted who came twice?',
  }
  const coordinator = await server.by(w.coordinator)
  return { w, server, review, here, path: `${here}/return`, asked, coordinator }
}

it('sends the report back with its questions, each about one answer', async () => {
  const { w, coordinator, path, here, asked } = await reviewing()
  const two = { ...asked, 'questions[1].field': 'evidence', 'questions[1].text': 'Any lists?' }
  const answer = await coordinator.post(path, two)
  expect([answer.status, answer.headers.get('Location')]).toEqual([303, here])
  const [review] = await w.db.select().from(reviews)
  expect(review).toMatchObject({
    state: 'returned',
    questions: [
      { field: 'value', text: 'How were teachers counted who came twice?' },
      { field: 'evidence', text: 'Any lists?' },
    ],
  })
  await checkLog(w.db)
})

it('makes room for another question and keeps the ones there are', async () => {
  const { w, coordinator, path, asked } = await reviewing()
  const more = { ...asked, intent: 'add-questions' }
  const answer = await unchanged(w.db, () => coordinator.post(path, more))
  const page = await answer.text()
  expect(answer.status).toBe(200)
  expect(page).toContain('Question 2')
  expect(page).toContain('>How were teachers counted who came twice?</textarea>')
  expect(page).toContain('<option value="value" selected="">')
  expect(page).not.toContain('There is a problem')
})

it('wants one question at least, lets empty ones fall, and keeps what was typed', async () => {
  const { w, coordinator, path, asked } = await reviewing()
  const none = { review: asked.review, 'questions[0].field': '', 'questions[0].text': ' ' }
  const empty = await unchanged(w.db, () => coordinator.post(path, none))
  expect(empty.status).toBe(422)
  const nothing = await empty.text()
  expect(nothing).toContain('href="#f-questions-0-field"')
  expect(nothing).toContain('href="#f-questions-0-text"')

  const half = { ...asked, 'questions[0].field': '' }
  const answer = await unchanged(w.db, () => coordinator.post(path, half))
  const page = await answer.text()
  expect(answer.status).toBe(422)
  expect(page).toContain('href="#f-questions-0-field"')
  expect(page).toContain('>How were teachers counted who came twice?</textarea>')

  const gap = { ...asked, 'questions[1].field': '', 'questions[1].text': '' }
  expect((await coordinator.post(path, gap)).status).toBe(303)
})

it('is for whoever has the case: nobody else can send it back', async () => {
  const { w, server, path, review, asked, coordinator } = await reviewing()
  for (const [who, status] of [
    [w.secondCoordinator, 409],
    [w.conflicted, 403],
    [w.partner, 403],
    [w.stranger, 403],
  ] as const) {
    const person = await server.by(who)
    expect((await unchanged(w.db, () => person.post(path, asked))).status).toBe(status)
  }
  granted(await takeOverReview(w.as(w.secondCoordinator), review.id))
  const answer = await unchanged(w.db, () => coordinator.post(path, asked))
  const page = await answer.text()
  expect(answer.status).toBe(409)
  expect(page).toContain('What you wrote is not lost')
  expect(page).toContain('How were teachers counted who came twice?')
})
