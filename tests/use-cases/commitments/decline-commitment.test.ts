import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'

import { commitments, screenings } from '#app/db/schema/commitments.ts'
import { declineCommitment } from '#app/use-cases/commitments/decline-commitment.server.ts'
import { lastAct } from '#tests/support/recorded.ts'
import { refusals, refused } from '#tests/support/unchanged.ts'
import { drafted, granted, NOW, submitted, world } from '#tests/support/world.ts'

const reason = 'It names no milestone that falls within the declaration.'

it('ends a commitment before the public ever saw it, with the reason', async () => {
  const w = await world()
  const { id } = await submitted(w)
  granted(await declineCommitment(w.as(w.coordinator), id, reason))
  expect(await w.db.select().from(commitments).where(eq(commitments.id, id)).get()).toMatchObject({
    state: 'declined',
    number: null,
    publishedAt: null,
    endedAt: NOW,
    endReason: reason,
  })
  expect(await w.db.select().from(screenings)).toMatchObject([{ decision: 'declined', reason }])
  expect(await lastAct(w.db)).toMatchObject({
    kind: 'commitment.declined',
    subject: id,
    fields: { reason },
    entry: null,
  })
})

it('is for good', async () => {
  const w = await world()
  const { id } = await submitted(w)
  granted(await declineCommitment(w.as(w.coordinator), id, reason))
  const decline = () => declineCommitment(w.as(w.secondCoordinator), id, reason)
  expect(await refused(w.db, decline)).toBe('commitment-not-submitted')
})

it('is a coordinator’s who has no interest in it', async () => {
  const w = await world()
  const { id } = await submitted(w)
  const people = ['stranger', 'partner', 'otherPartner', 'conflicted', 'administrator'] as const
  expect(await refusals(w, people, (acting) => declineCommitment(acting, id, reason))).toEqual({
    stranger: 'coordinator-only',
    partner: 'coordinator-only',
    otherPartner: 'coordinator-only',
    conflicted: 'conflict-of-interest',
    administrator: 'coordinator-only',
  })
})

it('wants a reason, and a commitment that waits', async () => {
  const w = await world()
  const { id } = await submitted(w)
  const { id: draft } = await drafted(w)
  const decline = (of: string, why: string) =>
    refused(w.db, () => declineCommitment(w.as(w.coordinator), of, why))
  expect(await decline(id, ' \n')).toBe('reason-needed')
  expect(await decline(draft, reason)).toBe('commitment-not-submitted')
  expect(await decline('cmt_none', reason)).toBe('commitment-missing')
})
