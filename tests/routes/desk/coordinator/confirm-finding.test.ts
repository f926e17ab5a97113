import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'

import { commitments } from '#app/db/schema/commitments.ts'
import { reviews } from '#app/db/schema/reviews.ts'
import * as confirmFinding from '#app/routes/desk/coordinator/confirm-finding/route.tsx'
import * as reviewReport from '#app/routes/desk/coordinator/review-report/route.tsx'
import { proposeFinding } from '#app/use-cases/reviews/propose-finding.server.ts'
import { checkLog } from '#tests/support/check-log.ts'
import { askedBy } from '#tests/support/signed-in.ts'
import { unchanged } from '#tests/support/unchanged.ts'
import { findingContent, granted, published, underReview, world } from '#tests/support/world.ts'

const routes = {
  ':locale/desk/review/:id': reviewReport,
  ':locale/desk/review/:id/confirm': confirmFinding,
}

async function proposed() {
  const w = await world()
  const commitment = await published(w)
  const { review, report } = await underReview(w, commitment)
  granted(await proposeFinding(w.as(w.coordinator), review.id, findingContent))
  const server = await askedBy(w, routes)
  const here = `/en/desk/review/${report.id}`
  return {
    w,
    server,
    here,
    path: `${here}/confirm`,
    confirm: { intent: 'confirm', review: review.id },
    sendBack: {
      intent: 'send-back',
      review: review.id,
      reason: 'The lists of two districts are missing.',
    },
    outcome: async () =>
      (await w.db.select().from(commitments).where(eq(commitments.id, commitment.id)).get())
        ?.outcome,
    second: await server.by(w.secondCoordinator),
  }
}

it('shows the second person the whole case and what the finding makes of it; then it is public', async () => {
  const { w, second, path, here, confirm, outcome } = await proposed()
  const page = await (await second.get(path)).text()
  expect(page).toContain(findingContent.reasons)
  expect(page).toContain('With it the whole commitment is Kept.')
  expect(page).toContain('Person coordinator')
  expect(await outcome()).not.toBe('kept')

  const answer = await second.post(path, confirm)
  expect([answer.status, answer.headers.get('Location')]).toEqual([303, here])
  expect(await outcome()).toBe('kept')
  await checkLog(w.db)
})

it('is never confirmed by whoever proposed it', async () => {
  const { w, server, path, confirm, sendBack } = await proposed()
  const first = await server.by(w.coordinator)
  const page = await (await first.get(path)).text()
  expect(page).toContain('somebody else has to confirm it')
  expect(page).not.toContain('value="confirm"')
  for (const form of [confirm, sendBack])
    expect((await unchanged(w.db, () => first.post(path, form))).status).toBe(403)
})

it('is closed to a member of a party and to everybody who is no coordinator', async () => {
  const { w, server, path, confirm } = await proposed()
  for (const who of [w.conflicted, w.partner, w.stranger, w.administrator]) {
    const person = await server.by(who)
    expect((await person.get(path)).status).toBe(403)
    expect((await unchanged(w.db, () => person.post(path, confirm))).status).toBe(403)
  }
})

it('goes back to the first with a reason, and not without', async () => {
  const { w, second, path, here, sendBack } = await proposed()
  const short = await unchanged(w.db, () => second.post(path, { ...sendBack, reason: 'No.' }))
  expect(short.status).toBe(422)
  expect(await short.text()).toContain('>No.</textarea>')

  const answer = await second.post(path, sendBack)
  expect([answer.status, answer.headers.get('Location')]).toEqual([303, here])
  const [review] = await w.db.select().from(reviews)
  expect(review).toMatchObject({ state: 'open', sentBackReason: sendBack.reason })
})

it('has one effect, whoever clicks at once, and gives a late reason back', async () => {
  const { w, second, path, confirm, sendBack } = await proposed()
  const answers = await Promise.all(Array.from({ length: 6 }, () => second.post(path, confirm)))
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([
    303,
    ...Array(5).fill(409),
  ])
  const late = await unchanged(w.db, () => second.post(path, sendBack))
  const page = await late.text()
  expect(late.status).toBe(409)
  expect(page).toContain('Nothing waits to be confirmed')
  expect(page).toContain(sendBack.reason)
  await checkLog(w.db)
})
