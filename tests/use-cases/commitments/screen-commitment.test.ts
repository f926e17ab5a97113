import { asc } from 'drizzle-orm'
import { expect, it } from 'vitest'

import { screenings } from '#app/db/schema/commitments.ts'
import type { ScreeningInput } from '#app/domain/commitments/screening.ts'
import { screenCommitment } from '#app/use-cases/commitments/screen-commitment.server.ts'
import { checkLog } from '#tests/support/check-log.ts'
import { countActs, lastAct } from '#tests/support/recorded.ts'
import { refusals, refused } from '#tests/support/unchanged.ts'
import { granted, submitted, world } from '#tests/support/world.ts'

const decisions: readonly ScreeningInput[] = [
  { decision: 'publish' },
  { decision: 'return', questions: [{ field: 'milestones', text: 'How do you count them?' }] },
  { decision: 'decline', reason: 'It names no milestone within the declaration.' },
]

it('does what was decided, and only what is published enters the log', async () => {
  const w = await world()
  const before = await countActs(w.db)
  const kinds: string[] = []
  for (const decided of decisions) {
    const { id } = await submitted(w)
    granted(await screenCommitment(w.as(w.coordinator), id, decided))
    kinds.push((await lastAct(w.db)).kind)
  }
  expect(kinds).toEqual(['commitment.published', 'commitment.returned', 'commitment.declined'])
  const rows = await w.db.select().from(screenings).orderBy(asc(screenings.id))
  expect(rows.map(({ decision }) => decision)).toEqual(['published', 'returned', 'declined'])
  expect((await countActs(w.db)).public).toBe(before.public + 1)
  await checkLog(w.db)
})

it.each(decisions)('lets nobody $decision who may not', async (decided) => {
  const w = await world()
  const { id } = await submitted(w)
  const people = ['stranger', 'partner', 'otherPartner', 'conflicted', 'administrator'] as const
  expect(await refusals(w, people, (acting) => screenCommitment(acting, id, decided))).toEqual({
    stranger: 'coordinator-only',
    partner: 'coordinator-only',
    otherPartner: 'coordinator-only',
    conflicted: 'conflict-of-interest',
    administrator: 'coordinator-only',
  })
  const none = () => screenCommitment(w.as(w.coordinator), 'cmt_none', decided)
  expect(await refused(w.db, none)).toBe('commitment-missing')
})

it('lets one of two coordinators decide who decide differently at once', async () => {
  const w = await world()
  const { id } = await submitted(w)
  const results = await Promise.all(
    decisions.map((decided, i) =>
      screenCommitment(w.as(i % 2 ? w.coordinator : w.secondCoordinator), id, decided),
    ),
  )
  expect(results.filter(({ ok }) => ok)).toHaveLength(1)
  expect(await w.db.select().from(screenings)).toHaveLength(1)
})
