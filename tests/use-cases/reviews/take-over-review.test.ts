import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'

import { reviews } from '#app/db/schema/reviews.ts'
import { proposeFinding } from '#app/use-cases/reviews/propose-finding.server.ts'
import { takeOverReview } from '#app/use-cases/reviews/take-over-review.server.ts'
import { forced } from '#tests/support/forced.ts'
import { countActs, lastAct } from '#tests/support/recorded.ts'
import { refusals, refused, unchanged } from '#tests/support/unchanged.ts'
import { findingContent, granted, published, underReview, world } from '#tests/support/world.ts'

it('goes on with a colleague’s case, which tells the public nothing', async () => {
  const w = await world()
  const { review, report } = await underReview(w, await published(w))
  const before = await countActs(w.db)
  granted(await takeOverReview(w.as(w.secondCoordinator), review.id))
  expect(await w.db.select().from(reviews)).toMatchObject([
    { id: review.id, state: 'open', coordinatorId: w.secondCoordinator.userId },
  ])
  expect(await lastAct(w.db)).toMatchObject({ kind: 'review.taken-over', subject: report.id })
  expect((await countActs(w.db)).public).toBe(before.public)
  const find = () => proposeFinding(w.as(w.coordinator), review.id, findingContent)
  expect(await refused(w.db, find)).toBe('review-not-yours')
})

it('is a coordinator’s who has no interest in the case', async () => {
  const w = await world()
  const { review } = await underReview(w, await published(w))
  const people = ['stranger', 'partner', 'otherPartner', 'conflicted', 'administrator'] as const
  expect(await refusals(w, people, (acting) => takeOverReview(acting, review.id))).toEqual({
    stranger: 'coordinator-only',
    partner: 'coordinator-only',
    otherPartner: 'coordinator-only',
    conflicted: 'conflict-of-interest',
    administrator: 'coordinator-only',
  })
})

it('takes over no case of one’s own, none that was proposed, and none there is not', async () => {
  const w = await world()
  const { review } = await underReview(w, await published(w))
  const over = (id: string, who = w.secondCoordinator) =>
    refused(w.db, () => takeOverReview(w.as(who), id))
  expect(await over(review.id, w.coordinator)).toBe('review-already-yours')
  granted(await proposeFinding(w.as(w.coordinator), review.id, findingContent))
  expect(await over(review.id)).toBe('review-not-open')
  expect(await over('rvw_none')).toBe('review-missing')
})

it('is not taken over by somebody with an interest even past the rule', async () => {
  const w = await world()
  const { review } = await underReview(w, await published(w))
  const take = (coordinatorId: string) =>
    forced(w.db.update(reviews).set({ coordinatorId }).where(eq(reviews.id, review.id)))
  expect(await unchanged(w.db, () => take(w.conflicted.userId))).toBe('conflict-of-interest')
  expect(await take(w.secondCoordinator.userId)).toBe('written')
})
