import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'

import { commitments } from '#app/db/schema/commitments.ts'
import { reports } from '#app/db/schema/milestones.ts'
import { reviews } from '#app/db/schema/reviews.ts'
import type { Finding } from '#app/domain/milestones/report-state.ts'
import { proposeFinding } from '#app/use-cases/reviews/propose-finding.server.ts'
import { takeReport } from '#app/use-cases/reviews/take-report.server.ts'
import { checkLog } from '#tests/support/check-log.ts'
import { checkStanding } from '#tests/support/check-standing.ts'
import { countActs, lastAct } from '#tests/support/recorded.ts'
import { refusals, refused } from '#tests/support/unchanged.ts'
import {
  daysFromNow,
  findingContent,
  granted,
  NOW,
  published,
  reported,
  terms,
  TODAY,
  underReview,
  world,
  type World,
} from '#tests/support/world.ts'

const rowOf = (w: World, id: string) =>
  w.db.select().from(commitments).where(eq(commitments.id, id)).get()
const [first] = terms().milestones
const twoMilestones = { milestones: [first!, { ...first!, title: 'A second step' }] }

it.each([
  ['achieved', 'proposed'],
  ['partly-achieved', 'decided'],
  ['not-achieved', 'proposed'],
  ['not-verifiable', 'proposed'],
] as const)('of a commitment’s only milestone, %s is %s by one person', async (finding, state) => {
  const w = await world()
  const commitment = await published(w)
  const { review } = await underReview(w, commitment)
  const before = await countActs(w.db)
  const found = { ...findingContent, finding }
  granted(await proposeFinding(w.as(w.coordinator), review.id, found))
  const alone = state === 'decided'
  expect(await w.db.select().from(reviews)).toMatchObject([
    { state, finding, reviewedValue: 3050, confirmedById: null, decidedAt: alone ? NOW : null },
  ])
  expect(await w.db.select().from(reports)).toMatchObject([
    { state: alone ? finding : 'under-review' },
  ])
  expect(await rowOf(w, commitment.id)).toMatchObject({
    outcome: alone ? 'partly-kept' : 'on-track',
    assurance: alone ? 'reviewed' : 'under-review',
  })
  expect((await countActs(w.db)).public).toBe(before.public + (alone ? 1 : 0))
  await checkLog(w.db)
  await checkStanding(w.db, TODAY)
})

it('decides a finding alone while another milestone is still open', async () => {
  const w = await world()
  const commitment = await published(w, twoMilestones)
  const { review } = await underReview(w, commitment)
  granted(await proposeFinding(w.as(w.coordinator), review.id, findingContent))
  expect(await rowOf(w, commitment.id)).toMatchObject({ outcome: 'on-track' })
  expect(await lastAct(w.db)).toMatchObject({
    kind: 'review.decided',
    subject: commitment.terms.milestones![0]!.id,
    fields: { finding: 'achieved', reviewedValue: 3050, decidedBy: 1 },
    entry: expect.any(Number),
  })
})

it('leaves the last milestone of a kept commitment to two, whoever found the first', async () => {
  const w = await world()
  const commitment = await published(w, twoMilestones)
  const find = async (index: number, finding: Finding) => {
    const { id } = await reported(w, commitment, { index, now: daysFromNow(index - 3) })
    const { review } = granted(await takeReport(w.as(w.coordinator, daysFromNow(index - 3)), id))
    const acting = w.as(w.coordinator, daysFromNow(index - 3))
    const input = { ...findingContent, finding }
    return granted(await proposeFinding(acting, review.id, input)).review.state
  }
  expect([await find(0, 'achieved'), await find(1, 'achieved')]).toEqual(['decided', 'proposed'])
  expect((await rowOf(w, commitment.id))?.outcome).toBe('on-track')
  await checkLog(w.db)
})

it('is for the coordinator who has the case', async () => {
  const w = await world()
  const { review } = await underReview(w, await published(w))
  const people = [
    'stranger',
    'partner',
    'otherPartner',
    'secondCoordinator',
    'conflicted',
    'administrator',
  ] as const
  const find = (acting: Parameters<typeof proposeFinding>[0]) =>
    proposeFinding(acting, review.id, findingContent)
  expect(await refusals(w, people, find)).toEqual({
    stranger: 'coordinator-only',
    partner: 'coordinator-only',
    otherPartner: 'coordinator-only',
    secondCoordinator: 'review-not-yours',
    conflicted: 'conflict-of-interest',
    administrator: 'coordinator-only',
  })
})

it('wants reasons, an open review, and one that exists', async () => {
  const w = await world()
  const { review } = await underReview(w, await published(w))
  const find = (id: string, reasons = findingContent.reasons) =>
    refused(w.db, () => proposeFinding(w.as(w.coordinator), id, { ...findingContent, reasons }))
  expect(await find(review.id, '  ')).toBe('reason-needed')
  expect(await find('rvw_none')).toBe('review-missing')
  granted(await proposeFinding(w.as(w.coordinator), review.id, findingContent))
  expect(await find(review.id)).toBe('review-not-open')
})
