import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'

import { commitments, commitmentVersions } from '#app/db/schema/commitments.ts'
import { reportRounds } from '#app/db/schema/milestones.ts'
import { withdrawCommitment } from '#app/use-cases/commitments/withdraw-commitment.server.ts'
import { draftReport } from '#app/use-cases/milestones/draft-report.server.ts'
import { checkLog } from '#tests/support/check-log.ts'
import { checkStanding } from '#tests/support/check-standing.ts'
import { lastAct } from '#tests/support/recorded.ts'
import { refusals, refused } from '#tests/support/unchanged.ts'
import { granted, NOW, published, reported, submitted, TODAY, world } from '#tests/support/world.ts'

const reason = 'The donor closed the programme in October.'

it('withdraws in public, and takes nothing off the record', async () => {
  const w = await world()
  const commitment = await published(w)
  await reported(w, commitment)
  granted(await withdrawCommitment(w.as(w.partner), commitment.id, reason))

  const row = await w.db.select().from(commitments).where(eq(commitments.id, commitment.id)).get()
  expect(row).toMatchObject({
    state: 'withdrawn',
    outcome: 'withdrawn',
    number: commitment.number,
    endedAt: NOW,
    endReason: reason,
    terms: commitment.terms,
  })
  expect(await w.db.select().from(commitmentVersions)).toHaveLength(1)
  expect(await w.db.select().from(reportRounds)).toHaveLength(1)
  expect(await lastAct(w.db)).toMatchObject({
    kind: 'commitment.withdrawn',
    subject: commitment.id,
    organisationId: w.organisationId,
    fields: { reason },
    entry: expect.any(Number),
  })
  await checkLog(w.db)
  await checkStanding(w.db, TODAY)
})

it('takes no report any more', async () => {
  const w = await world()
  const commitment = await published(w)
  granted(await withdrawCommitment(w.as(w.partner), commitment.id, reason))
  const draft = () => draftReport(w.as(w.partner), commitment.terms.milestones![0]!.id)
  expect(await refused(w.db, draft)).toBe('commitment-not-published')
})

it('is a focal point’s of the lead', async () => {
  const w = await world()
  const { id } = await published(w)
  const people = ['stranger', 'editor', 'otherPartner', 'coordinator', 'conflicted'] as const
  expect(await refusals(w, people, (acting) => withdrawCommitment(acting, id, reason))).toEqual({
    stranger: 'not-your-organisation',
    editor: 'focal-point-only',
    otherPartner: 'not-your-organisation',
    coordinator: 'not-your-organisation',
    conflicted: 'focal-point-only',
  })
})

it('wants a reason, and a commitment that is published', async () => {
  const w = await world()
  const { id } = await published(w)
  const { id: waiting } = await submitted(w)
  const withdraw = (of: string, why: string) =>
    refused(w.db, () => withdrawCommitment(w.as(w.partner), of, why))
  expect(await withdraw(id, '  ')).toBe('reason-needed')
  expect(await withdraw(waiting, reason)).toBe('commitment-not-published')
  expect(await withdraw('cmt_none', reason)).toBe('commitment-missing')
})
