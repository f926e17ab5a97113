import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'

import { commitments } from '#app/db/schema/commitments.ts'
import { reports } from '#app/db/schema/milestones.ts'
import { members } from '#app/db/schema/organisations.ts'
import { reviews } from '#app/db/schema/reviews.ts'
import { inviteParty } from '#app/use-cases/commitments/invite-party.server.ts'
import { takeReport } from '#app/use-cases/reviews/take-report.server.ts'
import { checkLog } from '#tests/support/check-log.ts'
import { checkStanding } from '#tests/support/check-standing.ts'
import { forced } from '#tests/support/forced.ts'
import { again, person } from '#tests/support/people.ts'
import { countActs, lastAct } from '#tests/support/recorded.ts'
import { refusals, refused, unchanged } from '#tests/support/unchanged.ts'
import {
  granted,
  join,
  NOW,
  published,
  reported,
  TODAY,
  world,
  type World,
} from '#tests/support/world.ts'

it('opens a waiting report for review, in public', async () => {
  const w = await world()
  const commitment = await published(w)
  const { id } = await reported(w, commitment)
  granted(await takeReport(w.as(w.coordinator), id))
  expect(await w.db.select().from(reports)).toMatchObject([{ state: 'under-review' }])
  expect(await w.db.select().from(reviews)).toMatchObject([
    {
      reportId: id,
      round: 1,
      kind: 'review',
      state: 'open',
      coordinatorId: w.coordinator.userId,
      openedAt: NOW,
    },
  ])
  const row = await w.db.select().from(commitments).where(eq(commitments.id, commitment.id)).get()
  expect(row?.assurance).toBe('under-review')
  expect(await lastAct(w.db)).toMatchObject({
    kind: 'review.opened',
    subject: commitment.terms.milestones![0]!.id,
    commitmentId: commitment.id,
    role: 'coordinator',
    fields: { report: id, round: 1 },
    entry: expect.any(Number),
  })
  await checkLog(w.db)
  await checkStanding(w.db, TODAY)
})

it('is a coordinator’s who has no interest in the case', async () => {
  const w = await world()
  const { id } = await reported(w, await published(w))
  const people = ['stranger', 'partner', 'otherPartner', 'conflicted', 'administrator'] as const
  expect(await refusals(w, people, (acting) => takeReport(acting, id))).toEqual({
    stranger: 'coordinator-only',
    partner: 'coordinator-only',
    otherPartner: 'coordinator-only',
    conflicted: 'conflict-of-interest',
    administrator: 'coordinator-only',
  })
})

it('takes only what waits', async () => {
  const w = await world()
  const { id } = await reported(w, await published(w))
  granted(await takeReport(w.as(w.coordinator), id))
  const take = (of: string) => refused(w.db, () => takeReport(w.as(w.secondCoordinator), of))
  expect(await take(id)).toBe('report-not-waiting')
  expect(await take('rpt_none')).toBe('report-missing')
})

it('gives the report to one of fifty who take it at once', async () => {
  const w = await world()
  const { id } = await reported(w, await published(w))
  const before = await countActs(w.db)
  const results = await Promise.all(
    Array.from({ length: 50 }, (_, i) =>
      takeReport(w.as(i % 2 ? w.coordinator : w.secondCoordinator), id),
    ),
  )
  expect(results.filter(({ ok }) => ok)).toHaveLength(1)
  expect(await w.db.select().from(reviews)).toHaveLength(1)
  expect(await countActs(w.db)).toEqual({ all: before.all + 1, public: before.public + 1 })
  await checkLog(w.db)
})

/** A review written past the rule, straight into the table; then by the rule. */
async function bothWays(w: World, reportId: string, userId: string) {
  const byTheWay = await forced(
    w.db.insert(reviews).values({
      id: 'rvw_forced',
      reportId,
      round: 1,
      kind: 'review',
      state: 'open',
      coordinatorId: userId,
      rubricVersion: 1,
      questions: [],
      openedAt: NOW,
    }),
  )
  const result = await takeReport(w.as(await again(w.db, userId)), reportId)
  return [byTheWay, result.ok ? 'taken' : result.code]
}
const conflict = ['conflict-of-interest', 'conflict-of-interest']

it('is not reviewed by a member of the lead, the database says so too', async () => {
  const w = await world()
  const { id } = await reported(w, await published(w))
  expect(await unchanged(w.db, () => bothWays(w, id, w.conflicted.userId))).toEqual(conflict)
  expect(await bothWays(w, id, w.coordinator.userId)).toEqual(['written', 'taken'])
})

it.each([
  ['2024-12-23T10:00:00Z', conflict],
  ['2024-10-23T10:00:00Z', ['written', 'taken']],
])('is reviewed by a coordinator who left the lead at %s: %s', async (until, expected) => {
  const w = await world()
  const { id } = await reported(w, await published(w))
  const former = await person(w.db, 'former', { coordinator: true })
  await w.db.insert(members).values({
    id: 'mbr_former',
    organisationId: w.organisationId,
    userId: former.userId,
    role: 'editor',
    since: new Date('2020-01-01T00:00:00Z'),
    until: new Date(until),
  })
  expect(await bothWays(w, id, former.userId)).toEqual(expected)
})

it('is not reviewed by a member of an organisation that was only invited', async () => {
  const w = await world()
  const commitment = await published(w)
  const { id } = await reported(w, commitment)
  const input = { organisationId: w.otherOrganisationId, role: 'Trains', share: '' }
  granted(await inviteParty(w.as(w.partner), commitment.id, input))
  const insider = await join(
    w.db,
    w.otherOrganisationId,
    w.otherPartner,
    w.secondCoordinator,
    'editor',
  )
  expect(await bothWays(w, id, insider.userId)).toEqual(conflict)
})
