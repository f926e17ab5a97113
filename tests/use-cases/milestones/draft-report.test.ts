import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'

import { commitments } from '#app/db/schema/commitments.ts'
import { reports } from '#app/db/schema/milestones.ts'
import { draftReport } from '#app/use-cases/milestones/draft-report.server.ts'
import { confirmFinding } from '#app/use-cases/reviews/confirm-finding.server.ts'
import { proposeFinding } from '#app/use-cases/reviews/propose-finding.server.ts'
import { checkStanding } from '#tests/support/check-standing.ts'
import { countActs, lastAct } from '#tests/support/recorded.ts'
import { refusals, refused } from '#tests/support/unchanged.ts'
import {
  findingContent,
  granted,
  NOW,
  published,
  reported,
  TODAY,
  underReview,
  world,
} from '#tests/support/world.ts'

it('opens an empty report that nobody outside can read', async () => {
  const w = await world()
  const { terms } = await published(w)
  const before = await countActs(w.db)
  const { report } = granted(await draftReport(w.as(w.editor), terms.milestones![0]!.id))
  expect(await w.db.select().from(reports)).toMatchObject([
    {
      id: report.id,
      state: 'drafted',
      content: null,
      rounds: 0,
      createdAt: NOW,
      reportedAt: null,
    },
  ])
  expect(await lastAct(w.db)).toMatchObject({ kind: 'report.drafted', subject: report.id })
  expect(await countActs(w.db)).toEqual({ all: before.all + 1, public: before.public })
  await checkStanding(w.db, TODAY)
})

it('opens a second one after a finding, and the public status stays as it was', async () => {
  const w = await world()
  const commitment = await published(w)
  const { review } = await underReview(w, commitment)
  const found = { ...findingContent, finding: 'not-achieved' as const }
  granted(await proposeFinding(w.as(w.coordinator), review.id, found))
  granted(await confirmFinding(w.as(w.secondCoordinator), review.id))
  granted(await draftReport(w.as(w.partner), commitment.terms.milestones![0]!.id))
  expect(
    await w.db.select().from(commitments).where(eq(commitments.id, commitment.id)).get(),
  ).toMatchObject({ outcome: 'not-kept', assurance: 'reviewed', nextDueOn: null })
  await checkStanding(w.db, TODAY)
})

it('opens none beside an open one, and none after everything was achieved', async () => {
  const w = await world()
  const commitment = await published(w)
  const id = commitment.terms.milestones![0]!.id
  await reported(w, commitment)
  const draft = () => refused(w.db, () => draftReport(w.as(w.partner), id))
  expect(await draft()).toBe('report-already-open')
  await w.db.update(reports).set({ state: 'achieved' })
  expect(await draft()).toBe('milestone-achieved')
})

it('is for members of the lead', async () => {
  const w = await world()
  const id = (await published(w)).terms.milestones![0]!.id
  const people = ['stranger', 'otherPartner', 'coordinator', 'administrator'] as const
  expect(await refusals(w, people, (acting) => draftReport(acting, id))).toEqual({
    stranger: 'not-your-organisation',
    otherPartner: 'not-your-organisation',
    coordinator: 'not-your-organisation',
    administrator: 'not-your-organisation',
  })
  expect(await refused(w.db, () => draftReport(w.as(w.partner), 'mls_none'))).toBe(
    'milestone-missing',
  )
})

it('gives fifty simultaneous openings one report', async () => {
  const w = await world()
  const id = (await published(w)).terms.milestones![0]!.id
  const results = await Promise.all(
    Array.from({ length: 50 }, (_, i) => draftReport(w.as(i % 2 ? w.partner : w.editor), id)),
  )
  expect(results.filter(({ ok }) => ok)).toHaveLength(1)
  expect(await w.db.select().from(reports)).toHaveLength(1)
})
