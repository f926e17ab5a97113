import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'

import { commitments } from '#app/db/schema/commitments.ts'
import { reports } from '#app/db/schema/milestones.ts'
import { reviews } from '#app/db/schema/reviews.ts'
import { confirmFinding } from '#app/use-cases/reviews/confirm-finding.server.ts'
import { proposeCorrection } from '#app/use-cases/reviews/propose-correction.server.ts'
import { proposeFinding } from '#app/use-cases/reviews/propose-finding.server.ts'
import { checkLog } from '#tests/support/check-log.ts'
import { checkStanding } from '#tests/support/check-standing.ts'
import { forced } from '#tests/support/forced.ts'
import { countActs, lastAct } from '#tests/support/recorded.ts'
import { refusals, refused, unchanged } from '#tests/support/unchanged.ts'
import {
  findingContent,
  granted,
  NOW,
  published,
  TODAY,
  underReview,
  world,
  type World,
} from '#tests/support/world.ts'

async function proposed(w: World, finding: 'achieved' | 'not-achieved' = 'achieved') {
  const commitment = await published(w)
  const { review, report } = await underReview(w, commitment)
  granted(await proposeFinding(w.as(w.coordinator), review.id, { ...findingContent, finding }))
  return { commitment, review, report }
}
const rowOf = (w: World, id: string) =>
  w.db.select().from(commitments).where(eq(commitments.id, id)).get()

it.each([
  ['achieved', 'kept'],
  ['not-achieved', 'not-kept'],
] as const)('makes %s public once a second coordinator agrees: %s', async (finding, outcome) => {
  const w = await world()
  const { commitment, review, report } = await proposed(w, finding)
  expect((await rowOf(w, commitment.id))?.outcome).toBe('on-track')
  granted(await confirmFinding(w.as(w.secondCoordinator), review.id))

  expect(await w.db.select().from(reports)).toMatchObject([{ id: report.id, state: finding }])
  expect(await w.db.select().from(reviews)).toMatchObject([
    {
      state: 'decided',
      coordinatorId: w.coordinator.userId,
      confirmedById: w.secondCoordinator.userId,
      decidedAt: NOW,
    },
  ])
  expect(await rowOf(w, commitment.id)).toMatchObject({ outcome, assurance: 'reviewed' })
  expect(await lastAct(w.db)).toMatchObject({
    kind: 'review.decided',
    subject: commitment.terms.milestones![0]!.id,
    fields: { finding, reviewedValue: 3050, decidedBy: 2 },
    entry: expect.any(Number),
  })
  await checkLog(w.db)
  await checkStanding(w.db, TODAY)
})

it('is not for whoever proposed it, and not for anybody with an interest', async () => {
  const w = await world()
  const { review } = await proposed(w)
  const people = [
    'stranger',
    'partner',
    'otherPartner',
    'coordinator',
    'conflicted',
    'administrator',
  ] as const
  expect(await refusals(w, people, (acting) => confirmFinding(acting, review.id))).toEqual({
    stranger: 'coordinator-only',
    partner: 'coordinator-only',
    otherPartner: 'coordinator-only',
    coordinator: 'same-person',
    conflicted: 'conflict-of-interest',
    administrator: 'coordinator-only',
  })
})

it('is not for the same person or a conflicted one even past the rule', async () => {
  const w = await world()
  const { review } = await proposed(w)
  const confirm = (confirmedById: string) =>
    forced(
      w.db
        .update(reviews)
        .set({ confirmedById, state: 'decided', decidedAt: NOW })
        .where(eq(reviews.id, review.id)),
    )
  expect(await unchanged(w.db, () => confirm(w.coordinator.userId))).toBe('same-person')
  expect(await unchanged(w.db, () => confirm(w.conflicted.userId))).toBe('conflict-of-interest')
  expect(await confirm(w.secondCoordinator.userId)).toBe('written')
})

it('stands: a decided finding is changed by nothing in its row', async () => {
  const w = await world()
  const { review } = await proposed(w)
  granted(await confirmFinding(w.as(w.secondCoordinator), review.id))
  const change = (values: Partial<typeof reviews.$inferInsert>) =>
    forced(w.db.update(reviews).set(values).where(eq(reviews.id, review.id)))
  expect(await change({ finding: 'not-achieved' })).toBe('finding-stands')
  expect(await change({ reviewedValue: 1 })).toBe('finding-stands')
  expect(await change({ state: 'open' })).toBe('finding-stands')
})

it('confirms only what was proposed, once', async () => {
  const w = await world()
  const { review: open } = await underReview(w, await published(w))
  const confirm = (id: string) => refused(w.db, () => confirmFinding(w.as(w.secondCoordinator), id))
  expect(await confirm(open.id)).toBe('finding-not-proposed')
  expect(await confirm('rvw_none')).toBe('review-missing')
  const { review } = await proposed(w)
  granted(await confirmFinding(w.as(w.secondCoordinator), review.id))
  expect(await confirm(review.id)).toBe('finding-not-proposed')
})

it('corrects a finding only by two people', async () => {
  const w = await world()
  const { commitment, review, report } = await proposed(w)
  granted(await confirmFinding(w.as(w.secondCoordinator), review.id))
  const { review: correction } = granted(
    await proposeCorrection(w.as(w.coordinator), report.id, {
      finding: 'not-achieved',
      reviewedValue: 900,
      reasons: 'The lists were of another year altogether.',
    }),
  )
  expect((await rowOf(w, commitment.id))?.outcome).toBe('kept')
  expect(
    await refusals(w, ['coordinator', 'conflicted'], (acting) =>
      confirmFinding(acting, correction.id),
    ),
  ).toEqual({
    coordinator: 'same-person',
    conflicted: 'conflict-of-interest',
  })
  granted(await confirmFinding(w.as(w.secondCoordinator), correction.id))
  expect((await rowOf(w, commitment.id))?.outcome).toBe('not-kept')
  expect(await lastAct(w.db)).toMatchObject({
    kind: 'correction.made',
    fields: { finding: 'not-achieved', reviewedValue: 900, decidedBy: 2 },
  })
  expect(await w.db.select().from(reviews).where(eq(reviews.id, review.id)).get()).toMatchObject({
    finding: 'achieved',
    reviewedValue: 3050,
    state: 'decided',
  })
  await checkLog(w.db)
  await checkStanding(w.db, TODAY)
})

it('gives fifty simultaneous confirmations one effect', async () => {
  const w = await world()
  const { review } = await proposed(w)
  const before = await countActs(w.db)
  const results = await Promise.all(
    Array.from({ length: 50 }, () => confirmFinding(w.as(w.secondCoordinator), review.id)),
  )
  expect(results.filter(({ ok }) => ok)).toHaveLength(1)
  expect(await countActs(w.db)).toEqual({ all: before.all + 1, public: before.public + 1 })
  await checkLog(w.db)
})

it('is not entered as two people’s by one, even past the rule', async () => {
  const w = await world()
  const { review, report } = await underReview(w, await published(w))
  const twice = { state: 'decided' as const, finding: 'achieved' as const, decidedAt: NOW }
  const insert = forced(
    w.db.insert(reviews).values({
      ...review,
      ...twice,
      id: 'rvw_forced',
      questions: [],
      round: 1,
      reportId: report.id,
      confirmedById: w.coordinator.userId,
    }),
  )
  expect(await insert).toBe('same-person')
})
