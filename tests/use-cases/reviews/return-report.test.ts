import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'

import { commitments } from '#app/db/schema/commitments.ts'
import { reportRounds, reports } from '#app/db/schema/milestones.ts'
import { reviews } from '#app/db/schema/reviews.ts'
import { turnTheDay } from '#app/use-cases/accountability/turn-the-day.server.ts'
import { returnReport } from '#app/use-cases/reviews/return-report.server.ts'
import { checkLog } from '#tests/support/check-log.ts'
import { checkStanding } from '#tests/support/check-standing.ts'
import { lastAct } from '#tests/support/recorded.ts'
import { refusals, refused } from '#tests/support/unchanged.ts'
import {
  dayFromNow,
  daysFromNow,
  granted,
  NOW,
  published,
  TODAY,
  underReview,
  world,
} from '#tests/support/world.ts'

const questions = [{ field: 'value', text: 'How were they counted?' }]

it('sends the report back with questions, in public, and keeps what was claimed', async () => {
  const w = await world()
  const commitment = await published(w)
  const { review, report } = await underReview(w, commitment)
  granted(await returnReport(w.as(w.coordinator), review.id, questions))
  expect(await w.db.select().from(reports)).toMatchObject([{ state: 'returned', returnedAt: NOW }])
  expect(await w.db.select().from(reviews)).toMatchObject([
    { state: 'returned', questions, decidedAt: NOW },
  ])
  expect(await w.db.select().from(reportRounds)).toHaveLength(1)
  expect(await lastAct(w.db)).toMatchObject({
    kind: 'review.returned',
    subject: commitment.terms.milestones![0]!.id,
    fields: { report: report.id, round: 1, questions },
    entry: expect.any(Number),
  })
  await checkLog(w.db)
  await checkStanding(w.db, TODAY)
})

it('starts the clock again: no report only ninety days after the return', async () => {
  const w = await world()
  const commitment = await published(w, { endOn: dayFromNow(400) })
  const { review } = await underReview(w, commitment)
  granted(await returnReport(w.as(w.coordinator), review.id, questions))
  const outcomeOn = async (days: number) => {
    await turnTheDay({ db: w.db, now: daysFromNow(days) })
    const row = await w.db.select().from(commitments).where(eq(commitments.id, commitment.id)).get()
    return row?.outcome
  }
  expect([
    await outcomeOn(30),
    await outcomeOn(31),
    await outcomeOn(90),
    await outcomeOn(91),
  ]).toEqual(['on-track', 'behind', 'behind', 'no-report'])
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
  expect(await refusals(w, people, (acting) => returnReport(acting, review.id, questions))).toEqual(
    {
      stranger: 'coordinator-only',
      partner: 'coordinator-only',
      otherPartner: 'coordinator-only',
      secondCoordinator: 'review-not-yours',
      conflicted: 'conflict-of-interest',
      administrator: 'coordinator-only',
    },
  )
})

it('wants a question, an open review, and one that exists', async () => {
  const w = await world()
  const { review } = await underReview(w, await published(w))
  const back = (id: string, asked: typeof questions) =>
    refused(w.db, () => returnReport(w.as(w.coordinator), id, asked))
  expect(await back(review.id, [])).toBe('question-needed')
  expect(await back('rvw_none', questions)).toBe('review-missing')
  granted(await returnReport(w.as(w.coordinator), review.id, questions))
  expect(await back(review.id, questions)).toBe('review-not-open')
})
