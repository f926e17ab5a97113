import { expect, it } from 'vitest'

import { reports } from '#app/db/schema/milestones.ts'
import { reviews } from '#app/db/schema/reviews.ts'
import * as confirmFinding from '#app/routes/desk/coordinator/confirm-finding/route.tsx'
import * as correctFinding from '#app/routes/desk/coordinator/correct-finding/route.tsx'
import * as reviewReport from '#app/routes/desk/coordinator/review-report/route.tsx'
import { confirmFinding as confirm } from '#app/use-cases/reviews/confirm-finding.server.ts'
import { proposeFinding } from '#app/use-cases/reviews/propose-finding.server.ts'
import { checkLog } from '#tests/support/check-log.ts'
import { askedBy } from '#tests/support/signed-in.ts'
import { unchanged } from '#tests/support/unchanged.ts'
import { findingContent, granted, published, underReview, world } from '#tests/support/world.ts'

const routes = {
  ':locale/desk/review/:id': reviewReport,
  ':locale/desk/review/:id/confirm': confirmFinding,
  ':locale/desk/review/:id/correct': correctFinding,
}
const correction = {
  finding: 'partly-achieved',
  reviewedValue: '2,900',
  reasons: 'Some of the teachers had been counted twice.',
}

async function decided({ yet = true } = {}) {
  const w = await world()
  const { review, report } = await underReview(w, await published(w))
  if (yet) {
    granted(await proposeFinding(w.as(w.coordinator), review.id, findingContent))
    granted(await confirm(w.as(w.secondCoordinator), review.id))
  }
  const server = await askedBy(w, routes)
  const here = `/en/desk/review/${report.id}`
  const coordinator = await server.by(w.coordinator)
  return { w, server, here, path: `${here}/correct`, coordinator }
}

it('takes two people: the finding stands until the second confirms', async () => {
  const { w, server, here, path, coordinator } = await decided()
  const page = await (await coordinator.get(path)).text()
  expect(page).toContain('A correction always takes two people')
  expect(page).toContain(findingContent.reasons)

  const answer = await coordinator.post(path, correction)
  expect([answer.status, answer.headers.get('Location')]).toEqual([303, here])
  expect((await w.db.select().from(reports))[0]?.state).toBe('achieved')
  const proposal = (await w.db.select().from(reviews)).find(({ kind }) => kind === 'correction')
  const form = { intent: 'confirm', review: proposal?.id ?? '' }
  expect((await unchanged(w.db, () => coordinator.post(`${here}/confirm`, form))).status).toBe(403)

  const second = await server.by(w.secondCoordinator)
  const both = await (await second.get(`${here}/confirm`)).text()
  expect(both).toContain(findingContent.reasons)
  expect(both).toContain(correction.reasons)
  expect((await second.post(`${here}/confirm`, form)).status).toBe(303)
  expect((await w.db.select().from(reports))[0]?.state).toBe('partly-achieved')
  const after = await (await second.get(here)).text()
  expect(after).toContain('Replaced by a later correction.')
  await checkLog(w.db)
})

it('names what is wrong and keeps what was typed', async () => {
  const { w, path, coordinator } = await decided()
  const wrong = { ...correction, reviewedValue: '', reasons: 'Wrong.' }
  const answer = await unchanged(w.db, () => coordinator.post(path, wrong))
  const page = await answer.text()
  expect(answer.status).toBe(422)
  expect(page).toContain('Write more in “Reasons”')
  expect(page).toContain('>Wrong.</textarea>')
})

it('is one at a time, and only of what was found', async () => {
  const { w, path, coordinator } = await decided()
  const answers = await Promise.all(
    Array.from({ length: 5 }, () => coordinator.post(path, correction)),
  )
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([
    303, 409, 409, 409, 409,
  ])
  const again = await unchanged(w.db, () => coordinator.post(path, correction))
  expect(await again.text()).toContain(correction.reasons)

  const open = await decided({ yet: false })
  const early = await unchanged(open.w.db, () => open.coordinator.post(open.path, correction))
  expect(early.status).toBe(409)
})

it('is closed to a member of a party and to everybody who is no coordinator', async () => {
  const { w, server, path } = await decided()
  for (const who of [w.conflicted, w.partner, w.stranger, w.administrator]) {
    const person = await server.by(who)
    expect((await person.get(path)).status).toBe(403)
    expect((await unchanged(w.db, () => person.post(path, correction))).status).toBe(403)
  }
})
