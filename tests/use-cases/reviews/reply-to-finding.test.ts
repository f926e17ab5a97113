import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'

import { commitments } from '#app/db/schema/commitments.ts'
import { replies } from '#app/db/schema/reviews.ts'
import { confirmFinding } from '#app/use-cases/reviews/confirm-finding.server.ts'
import { proposeCorrection } from '#app/use-cases/reviews/propose-correction.server.ts'
import { proposeFinding } from '#app/use-cases/reviews/propose-finding.server.ts'
import { replyToFinding } from '#app/use-cases/reviews/reply-to-finding.server.ts'
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
  TODAY,
  underReview,
  world,
  type World,
} from '#tests/support/world.ts'

const input = {
  stance: 'disputes' as const,
  lang: 'en' as const,
  text: 'The lists of two districts were not counted.',
}

async function decided(w: World) {
  const commitment = await published(w)
  const { review, report } = await underReview(w, commitment)
  const found = { ...findingContent, finding: 'not-achieved' as const }
  granted(await proposeFinding(w.as(w.coordinator), review.id, found))
  granted(await confirmFinding(w.as(w.secondCoordinator), review.id))
  return { commitment, report, reviewId: review.id }
}
const assuranceOf = async (w: World, id: string) =>
  (await w.db.select().from(commitments).where(eq(commitments.id, id)).get())?.assurance

it('prints the organisation’s answer beside the finding', async () => {
  const w = await world()
  const { commitment, report, reviewId } = await decided(w)
  granted(await replyToFinding(w.as(w.partner), reviewId, input))
  expect(await w.db.select().from(replies)).toMatchObject([{ reviewId, ...input, at: NOW }])
  expect(await assuranceOf(w, commitment.id)).toBe('disputed')
  expect(await lastAct(w.db)).toMatchObject({
    kind: 'reply.made',
    subject: commitment.terms.milestones![0]!.id,
    organisationId: w.organisationId,
    fields: { report: report.id, ...input },
    entry: expect.any(Number),
  })
  await checkLog(w.db)
  await checkStanding(w.db, TODAY)
})

it('disputes nothing when it accepts', async () => {
  const w = await world()
  const { commitment, reviewId } = await decided(w)
  granted(await replyToFinding(w.as(w.partner), reviewId, { ...input, stance: 'accepts' }))
  expect(await assuranceOf(w, commitment.id)).toBe('reviewed')
})

it('is settled by a correction, which can be answered in its turn', async () => {
  const w = await world()
  const { commitment, report, reviewId } = await decided(w)
  granted(await replyToFinding(w.as(w.partner), reviewId, input))
  const { review: correction } = granted(
    await proposeCorrection(w.as(w.coordinator, daysFromNow(20)), report.id, {
      finding: 'partly-achieved',
      reviewedValue: 2000,
      reasons: 'Two districts had indeed been left out.',
    }),
  )
  granted(await confirmFinding(w.as(w.secondCoordinator, daysFromNow(21)), correction.id))
  expect(await assuranceOf(w, commitment.id)).toBe('reviewed')
  granted(await replyToFinding(w.as(w.partner, daysFromNow(35)), correction.id, input))
  expect(await assuranceOf(w, commitment.id)).toBe('disputed')
  await checkLog(w.db)
})

it('is taken on the fourteenth day and not on the fifteenth', async () => {
  const w = await world()
  const { reviewId } = await decided(w)
  const reply = (days: number) =>
    replyToFinding(w.as(w.partner, daysFromNow(days)), reviewId, input)
  expect(await refused(w.db, () => reply(15))).toBe('reply-window-closed')
  expect((await reply(14)).ok).toBe(true)
})

it('is a focal point’s of the lead', async () => {
  const w = await world()
  const { reviewId } = await decided(w)
  const people = ['stranger', 'editor', 'otherPartner', 'coordinator', 'conflicted'] as const
  expect(await refusals(w, people, (acting) => replyToFinding(acting, reviewId, input))).toEqual({
    stranger: 'not-your-organisation',
    editor: 'focal-point-only',
    otherPartner: 'not-your-organisation',
    coordinator: 'not-your-organisation',
    conflicted: 'focal-point-only',
  })
})

it('answers a finding that was decided, once', async () => {
  const w = await world()
  const { review } = await underReview(w, await published(w))
  const { reviewId } = await decided(w)
  const reply = (id: string) => refused(w.db, () => replyToFinding(w.as(w.partner), id, input))
  expect(await reply(review.id)).toBe('nothing-to-reply-to')
  expect(await reply('rvw_none')).toBe('review-missing')
  granted(await replyToFinding(w.as(w.partner), reviewId, input))
  expect(await reply(reviewId)).toBe('already-replied')
})

it('gives fifty simultaneous replies one effect', async () => {
  const w = await world()
  const { reviewId } = await decided(w)
  const before = await countActs(w.db)
  const results = await Promise.all(
    Array.from({ length: 50 }, () => replyToFinding(w.as(w.partner), reviewId, input)),
  )
  expect(results.filter(({ ok }) => ok)).toHaveLength(1)
  expect(await countActs(w.db)).toEqual({ all: before.all + 1, public: before.public + 1 })
  await checkLog(w.db)
})
