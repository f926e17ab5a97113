import { expect, it } from 'vitest'

import { redactions } from '#app/db/schema/redactions.ts'
import { proposeRedaction } from '#app/use-cases/redactions/propose-redaction.server.ts'
import { refuseRedaction } from '#app/use-cases/redactions/refuse-redaction.server.ts'
import { checkLog } from '#tests/support/check-log.ts'
import { countActs, lastAct } from '#tests/support/recorded.ts'
import { refusals, refused } from '#tests/support/unchanged.ts'
import { granted, NOW, published, world } from '#tests/support/world.ts'

const reason = 'It stands in the published plan as well.'

async function waiting() {
  const w = await world()
  const { id } = await published(w)
  const { redaction } = granted(
    await proposeRedaction(w.as(w.coordinator), id, {
      words: ['two weeks each'],
      evidenceIds: [],
      basis: 'court',
      reason: 'As ordered by a court.',
    }),
  )
  return { w, id, redaction }
}

it('leaves the record as it was, keeps no words, and says why in private', async () => {
  const { w, id, redaction } = await waiting()
  const before = await countActs(w.db)
  granted(await refuseRedaction(w.as(w.secondCoordinator), redaction.id, reason))
  expect(await w.db.select().from(redactions)).toMatchObject([
    {
      state: 'refused',
      words: [],
      decidedBy: w.secondCoordinator.userId,
      decidedAt: NOW,
      refusedReason: reason,
    },
  ])
  expect(await lastAct(w.db)).toMatchObject({
    kind: 'redaction.refused',
    subject: id,
    entry: null,
    fields: { redaction: redaction.id, reason },
  })
  expect((await countActs(w.db)).public).toBe(before.public)
  await checkLog(w.db)
})

it('is another coordinator’s, once, with a reason', async () => {
  const { w, redaction } = await waiting()
  const people = ['stranger', 'partner', 'coordinator', 'conflicted', 'administrator'] as const
  expect(
    await refusals(w, people, (acting) => refuseRedaction(acting, redaction.id, reason)),
  ).toEqual({
    stranger: 'coordinator-only',
    partner: 'coordinator-only',
    coordinator: 'same-person',
    conflicted: 'conflict-of-interest',
    administrator: 'coordinator-only',
  })
  const second = w.as(w.secondCoordinator)
  expect(await refused(w.db, () => refuseRedaction(second, redaction.id, ' '))).toBe(
    'reason-needed',
  )
  expect(await refused(w.db, () => refuseRedaction(second, 'rdc_none', reason))).toBe(
    'redaction-missing',
  )
  granted(await refuseRedaction(second, redaction.id, reason))
  expect(await refused(w.db, () => refuseRedaction(second, redaction.id, reason))).toBe(
    'redaction-not-proposed',
  )
})
