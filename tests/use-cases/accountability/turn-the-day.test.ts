import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'

import { stopPublishing } from '#app/db/publishing.server.ts'
import { commitments } from '#app/db/schema/commitments.ts'
import { milestones } from '#app/db/schema/milestones.ts'
import { dayOf } from '#app/domain/shared/dates.ts'
import { turnTheDay } from '#app/use-cases/accountability/turn-the-day.server.ts'
import { withdrawCommitment } from '#app/use-cases/commitments/withdraw-commitment.server.ts'
import { draftReport } from '#app/use-cases/milestones/draft-report.server.ts'
import { confirmFinding } from '#app/use-cases/reviews/confirm-finding.server.ts'
import { proposeCorrection } from '#app/use-cases/reviews/propose-correction.server.ts'
import { proposeFinding } from '#app/use-cases/reviews/propose-finding.server.ts'
import { replyToFinding } from '#app/use-cases/reviews/reply-to-finding.server.ts'
import { sendBackFinding } from '#app/use-cases/reviews/send-back-finding.server.ts'
import { checkLog } from '#tests/support/check-log.ts'
import { checkStanding } from '#tests/support/check-standing.ts'
import { actsOf, countActs, lastAct } from '#tests/support/recorded.ts'
import { unchanged } from '#tests/support/unchanged.ts'
import {
  dayFromNow,
  daysFromNow,
  findingContent,
  granted,
  NOW,
  published,
  reported,
  terms,
  underReview,
  world,
  type World,
} from '#tests/support/world.ts'

const turn = (w: World, days: number) => turnTheDay({ db: w.db, now: daysFromNow(days) })
const rowOf = (w: World, id: string) =>
  w.db.select().from(commitments).where(eq(commitments.id, id)).get()
const outcomeOf = async (w: World, id: string) => (await rowOf(w, id))?.outcome

const [first] = terms().milestones
const due = (...days: number[]) => ({
  startOn: dayFromNow(-300),
  endOn: dayFromNow(300),
  milestones: days.map((day) => ({ ...first!, dueOn: dayFromNow(day) })),
})

/** Decided by two today. */
async function kept(w: World, finding: 'achieved' | 'not-achieved' = 'achieved') {
  const commitment = await published(w)
  const { review, report } = await underReview(w, commitment)
  granted(await proposeFinding(w.as(w.coordinator), review.id, { ...findingContent, finding }))
  granted(await confirmFinding(w.as(w.secondCoordinator), review.id))
  return { id: commitment.id, milestone: commitment.terms.milestones![0]!.id, report, review }
}

const correction = {
  finding: 'not-achieved' as const,
  reviewedValue: 900,
  reasons: 'The lists were of another year altogether.',
}

it('keeps what is stored equal to what is derived, whatever the day', async () => {
  const w = await world()
  const all = {
    waiting: await published(w, due(0)),
    late: await published(w, due(-40, 100)),
    silent: await published(w, due(-100, 100)),
    toCome: await published(w, due(120)),
    notStarted: await published(w, { ...due(200), startOn: dayFromNow(50) }),
    gone: await published(w, due(-100)),
    reported: await published(w, due(-10, 100)),
  }
  await reported(w, all.reported)
  const why = 'The donor closed the programme.'
  granted(await withdrawCommitment(w.as(w.partner), all.gone.id, why))
  const outcomes = async (days: number) => {
    await turn(w, days)
    await checkStanding(w.db, dayOf(daysFromNow(days)))
    const found: Record<string, unknown> = {}
    for (const [name, { id }] of Object.entries(all)) found[name] = await outcomeOf(w, id)
    return found
  }
  const steady = { gone: 'withdrawn' }
  expect(await outcomes(0)).toEqual({
    ...steady,
    waiting: 'on-track',
    late: 'behind',
    silent: 'no-report',
    toCome: 'on-track',
    notStarted: 'registered',
    reported: 'on-track',
  })
  expect(await outcomes(31)).toEqual({
    ...steady,
    waiting: 'behind',
    late: 'behind',
    silent: 'no-report',
    toCome: 'on-track',
    notStarted: 'registered',
    reported: 'on-track',
  })
  expect(await outcomes(91)).toEqual({
    ...steady,
    waiting: 'no-report',
    late: 'no-report',
    silent: 'no-report',
    toCome: 'on-track',
    notStarted: 'on-track',
    reported: 'on-track',
  })
  expect(await outcomes(191)).toEqual({
    ...steady,
    waiting: 'no-report',
    late: 'no-report',
    silent: 'no-report',
    toCome: 'behind',
    notStarted: 'on-track',
    reported: 'no-report',
  })
})

it('writes nothing at all the second time', async () => {
  const w = await world()
  await published(w, due(-10))
  await kept(w)
  await turn(w, 91)
  await unchanged(w.db, () => turn(w, 91))
  expect((await lastAct(w.db)).kind).toBe('commitment.closed')
})

it('closes a commitment the day after the reply window, as an act of the register', async () => {
  const w = await world()
  const { id } = await kept(w)
  await turn(w, 14)
  expect(await rowOf(w, id)).toMatchObject({ state: 'published', outcome: 'kept' })
  await turn(w, 15)
  expect(await rowOf(w, id)).toMatchObject({
    state: 'closed',
    outcome: 'kept',
    assurance: 'reviewed',
    endedAt: daysFromNow(15),
  })
  expect(await lastAct(w.db)).toMatchObject({
    kind: 'commitment.closed',
    subject: id,
    userId: null,
    organisationId: null,
    role: 'register',
    entry: expect.any(Number),
  })
  await turn(w, 16)
  const closings = (await actsOf(w.db, id)).filter(({ kind }) => kind === 'commitment.closed')
  expect(closings).toHaveLength(1)
  await checkLog(w.db)
})

it('keeps a commitment open while one of its milestones is', async () => {
  const w = await world()
  const commitment = await published(w, due(-10, 100))
  const { review } = await underReview(w, commitment)
  granted(await proposeFinding(w.as(w.coordinator), review.id, findingContent))
  await turn(w, 60)
  expect((await rowOf(w, commitment.id))?.state).toBe('published')
})

it('keeps a commitment open while another report or a correction is under way', async () => {
  const w = await world()
  const again = await kept(w, 'not-achieved')
  granted(await draftReport(w.as(w.partner), again.milestone))
  const corrected = await kept(w)
  const { review } = granted(
    await proposeCorrection(w.as(w.coordinator), corrected.report.id, correction),
  )
  await turn(w, 60)
  expect([(await rowOf(w, again.id))?.state, (await rowOf(w, corrected.id))?.state]).toEqual([
    'published',
    'published',
  ])
  granted(await confirmFinding(w.as(w.secondCoordinator, daysFromNow(60)), review.id))
  await turn(w, 74)
  expect((await rowOf(w, corrected.id))?.state).toBe('published')
  await turn(w, 75)
  expect(await rowOf(w, corrected.id)).toMatchObject({ state: 'closed', outcome: 'not-kept' })
})

it('closes a commitment whose correction was sent back', async () => {
  const w = await world()
  const { id, report } = await kept(w)
  const { review } = granted(await proposeCorrection(w.as(w.coordinator), report.id, correction))
  const why = 'The lists are of this year after all.'
  granted(await sendBackFinding(w.as(w.secondCoordinator), review.id, why))
  await turn(w, 15)
  expect(await rowOf(w, id)).toMatchObject({ state: 'closed', outcome: 'kept' })
})

it('closes a disputed finding too: it was heard, and stays disputed', async () => {
  const w = await world()
  const { id, review } = await kept(w, 'not-achieved')
  const text = 'The lists of two districts were not counted.'
  granted(
    await replyToFinding(w.as(w.partner), review.id, { stance: 'disputes', lang: 'en', text }),
  )
  await turn(w, 15)
  expect(await rowOf(w, id)).toMatchObject({ state: 'closed', assurance: 'disputed' })
})

it('turns all of a register larger than one batch', async () => {
  const w = await world()
  const model = await published(w, due(-10))
  const row = (await rowOf(w, model.id))!
  const [step] = await w.db.select().from(milestones)
  for (let i = 0; i < 120; i += 1) {
    const id = `cmt_${i}`
    await w.db.insert(commitments).values({ ...row, id, number: `QD-2026-1${i}` })
    await w.db.insert(milestones).values({ ...step!, id: `mls_${i}`, commitmentId: id })
  }
  await turn(w, 91)
  const rows = await w.db.select({ outcome: commitments.outcome }).from(commitments)
  expect(rows).toHaveLength(121)
  expect(new Set(rows.map(({ outcome }) => outcome))).toEqual(new Set(['no-report']))
})

it('records nothing when nothing is to be closed: silence needs no act', async () => {
  const w = await world()
  await published(w, due(-10))
  const before = await countActs(w.db)
  await turn(w, 91)
  expect(await countActs(w.db)).toEqual(before)
})

it('leaves an empty register alone', async () => {
  const w = await world()
  await unchanged(w.db, () => turnTheDay({ db: w.db, now: NOW }))
  expect(await w.db.select().from(commitments)).toEqual([])
})

it('derives all the same while nothing is published, and closes when it is again', async () => {
  const w = await world()
  const { id } = await kept(w)
  const late = await published(w, due(-1))
  stopPublishing(w.db, { code: 'entries-missing', signed: 99, held: 9 })
  const before = await countActs(w.db)
  await turn(w, 100)
  expect(await countActs(w.db)).toEqual(before)
  expect((await rowOf(w, id))?.state).toBe('published')
  expect(await outcomeOf(w, late.id)).toBe('no-report')
  await checkStanding(w.db, dayOf(daysFromNow(100)))
})

it('closes one that a correction held up on the day it should have closed', async () => {
  const w = await world()
  const { id, report } = await kept(w)
  const { review } = granted(await proposeCorrection(w.as(w.coordinator), report.id, correction))
  await turn(w, 15)
  expect(await rowOf(w, id)).toMatchObject({ state: 'published', turnsOn: null })
  const why = 'The lists are of this year after all.'
  granted(await sendBackFinding(w.as(w.secondCoordinator, daysFromNow(20)), review.id, why))
  await turn(w, 21)
  expect(await rowOf(w, id)).toMatchObject({ state: 'closed', turnsOn: null })
})

it('looks only at what is due to turn', async () => {
  const w = await world()
  const { id } = await published(w, due(100))
  expect((await rowOf(w, id))?.turnsOn).toBe(dayFromNow(131))
  // Wrong on purpose: whoever looks at it puts it right.
  await w.db.update(commitments).set({ outcome: 'kept' })
  await turn(w, 130)
  expect(await outcomeOf(w, id)).toBe('kept')
  await turn(w, 131)
  expect(await outcomeOf(w, id)).toBe('behind')
})
