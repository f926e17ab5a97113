import { expect, it } from 'vitest'

import { reports } from '#app/db/schema/milestones.ts'
import { reviews } from '#app/db/schema/reviews.ts'
import { confirmFinding } from '#app/use-cases/reviews/confirm-finding.server.ts'
import { proposeFinding } from '#app/use-cases/reviews/propose-finding.server.ts'
import { sendBackFinding } from '#app/use-cases/reviews/send-back-finding.server.ts'
import { countActs, lastAct } from '#tests/support/recorded.ts'
import { refusals, refused } from '#tests/support/unchanged.ts'
import {
  findingContent,
  granted,
  published,
  underReview,
  world,
  type World,
} from '#tests/support/world.ts'

const reason = 'The second district is not in the lists.'

async function proposed(w: World) {
  const { review } = await underReview(w, await published(w))
  return granted(await proposeFinding(w.as(w.coordinator), review.id, findingContent)).review
}

it('gives the case back to the first, with the reason, in private', async () => {
  const w = await world()
  const { id } = await proposed(w)
  const before = await countActs(w.db)
  granted(await sendBackFinding(w.as(w.secondCoordinator), id, reason))
  expect(await w.db.select().from(reviews)).toMatchObject([
    { state: 'open', coordinatorId: w.coordinator.userId, sentBackReason: reason },
  ])
  expect(await w.db.select().from(reports)).toMatchObject([{ state: 'under-review' }])
  expect(await lastAct(w.db)).toMatchObject({ kind: 'review.sent-back', fields: { reason } })
  expect((await countActs(w.db)).public).toBe(before.public)
})

it('can be proposed again and confirmed then', async () => {
  const w = await world()
  const { id } = await proposed(w)
  granted(await sendBackFinding(w.as(w.secondCoordinator), id, reason))
  const again = { ...findingContent, reviewedValue: 2950, finding: 'not-achieved' as const }
  granted(await proposeFinding(w.as(w.coordinator), id, again))
  const { report } = granted(await confirmFinding(w.as(w.secondCoordinator), id))
  expect(report.state).toBe('not-achieved')
})

it('is for a second coordinator without an interest', async () => {
  const w = await world()
  const { id } = await proposed(w)
  const people = [
    'stranger',
    'partner',
    'otherPartner',
    'coordinator',
    'conflicted',
    'administrator',
  ] as const
  expect(await refusals(w, people, (acting) => sendBackFinding(acting, id, reason))).toEqual({
    stranger: 'coordinator-only',
    partner: 'coordinator-only',
    otherPartner: 'coordinator-only',
    coordinator: 'same-person',
    conflicted: 'conflict-of-interest',
    administrator: 'coordinator-only',
  })
})

it('wants a reason, a proposal, and a review that exists', async () => {
  const w = await world()
  const { id } = await proposed(w)
  const back = (of: string, why = reason) =>
    refused(w.db, () => sendBackFinding(w.as(w.secondCoordinator), of, why))
  expect(await back(id, ' ')).toBe('reason-needed')
  expect(await back('rvw_none')).toBe('review-missing')
  granted(await sendBackFinding(w.as(w.secondCoordinator), id, reason))
  expect(await back(id)).toBe('finding-not-proposed')
})
