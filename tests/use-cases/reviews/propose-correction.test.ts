import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'

import { commitments } from '#app/db/schema/commitments.ts'
import { reviews } from '#app/db/schema/reviews.ts'
import { confirmFinding } from '#app/use-cases/reviews/confirm-finding.server.ts'
import { proposeCorrection } from '#app/use-cases/reviews/propose-correction.server.ts'
import { proposeFinding } from '#app/use-cases/reviews/propose-finding.server.ts'
import { sendBackFinding } from '#app/use-cases/reviews/send-back-finding.server.ts'
import { countActs, lastAct } from '#tests/support/recorded.ts'
import { refusals, refused } from '#tests/support/unchanged.ts'
import {
  daysFromNow,
  findingContent,
  granted,
  published,
  underReview,
  world,
  type World,
} from '#tests/support/world.ts'

const correction = {
  finding: 'not-achieved' as const,
  reviewedValue: 900,
  reasons: 'The lists were of another year altogether.',
}

async function decided(w: World) {
  const commitment = await published(w)
  const { review, report } = await underReview(w, commitment)
  granted(await proposeFinding(w.as(w.coordinator), review.id, findingContent))
  granted(await confirmFinding(w.as(w.secondCoordinator), review.id))
  return { commitment, report }
}

it('waits in private for a second person; the finding stands as it was', async () => {
  const w = await world()
  const { commitment, report } = await decided(w)
  const before = await countActs(w.db)
  const { review } = granted(await proposeCorrection(w.as(w.coordinator), report.id, correction))
  expect(await w.db.select().from(reviews).where(eq(reviews.id, review.id)).get()).toMatchObject({
    kind: 'correction',
    state: 'proposed',
    round: 1,
    ...correction,
  })
  expect(
    await w.db.select().from(commitments).where(eq(commitments.id, commitment.id)).get(),
  ).toMatchObject({ outcome: 'kept', assurance: 'reviewed' })
  expect(await lastAct(w.db)).toMatchObject({ kind: 'correction.proposed', subject: report.id })
  expect((await countActs(w.db)).public).toBe(before.public)
})

it('is possible after the reply window, when the finding is frozen', async () => {
  const w = await world()
  const { report } = await decided(w)
  const propose = await proposeCorrection(
    w.as(w.coordinator, daysFromNow(400)),
    report.id,
    correction,
  )
  expect(propose.ok).toBe(true)
})

it('is a coordinator’s who has no interest in the case', async () => {
  const w = await world()
  const { report } = await decided(w)
  const people = ['stranger', 'partner', 'otherPartner', 'conflicted', 'administrator'] as const
  const propose = (acting: Parameters<typeof proposeCorrection>[0]) =>
    proposeCorrection(acting, report.id, correction)
  expect(await refusals(w, people, propose)).toEqual({
    stranger: 'coordinator-only',
    partner: 'coordinator-only',
    otherPartner: 'coordinator-only',
    conflicted: 'conflict-of-interest',
    administrator: 'coordinator-only',
  })
})

it('wants reasons, a finding, and no other correction under way', async () => {
  const w = await world()
  const { report: open } = await underReview(w, await published(w))
  const { report } = await decided(w)
  const propose = (id: string, reasons = correction.reasons) =>
    refused(w.db, () => proposeCorrection(w.as(w.coordinator), id, { ...correction, reasons }))
  expect(await propose(report.id, ' ')).toBe('reason-needed')
  expect(await propose(open.id)).toBe('nothing-to-correct')
  expect(await propose('rpt_none')).toBe('report-missing')
  const { review } = granted(await proposeCorrection(w.as(w.coordinator), report.id, correction))
  expect(await propose(report.id)).toBe('correction-already-proposed')
  const why = 'The lists are of this year after all.'
  granted(await sendBackFinding(w.as(w.secondCoordinator), review.id, why))
  granted(await proposeCorrection(w.as(w.coordinator), report.id, correction))
})

it('gives fifty simultaneous proposals one effect', async () => {
  const w = await world()
  const { report } = await decided(w)
  const results = await Promise.all(
    Array.from({ length: 50 }, () => proposeCorrection(w.as(w.coordinator), report.id, correction)),
  )
  expect(results.filter(({ ok }) => ok)).toHaveLength(1)
  expect(await w.db.select().from(reviews).where(eq(reviews.kind, 'correction'))).toHaveLength(1)
})
