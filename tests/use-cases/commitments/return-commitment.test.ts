import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'

import { commitments, screenings } from '#app/db/schema/commitments.ts'
import { editCommitment } from '#app/use-cases/commitments/edit-commitment.server.ts'
import { publishCommitment } from '#app/use-cases/commitments/publish-commitment.server.ts'
import { returnCommitment } from '#app/use-cases/commitments/return-commitment.server.ts'
import { submitCommitment } from '#app/use-cases/commitments/submit-commitment.server.ts'
import { lastAct } from '#tests/support/recorded.ts'
import { refusals, refused } from '#tests/support/unchanged.ts'
import { drafted, granted, submitted, world } from '#tests/support/world.ts'

const questions = [{ field: 'milestones', text: 'How do you count them?' }]

it('sends it back with questions, which only the register’s own people read', async () => {
  const w = await world()
  const { id } = await submitted(w)
  granted(await returnCommitment(w.as(w.coordinator), id, questions))
  const row = await w.db.select().from(commitments).where(eq(commitments.id, id)).get()
  expect(row?.state).toBe('returned')
  expect(await w.db.select().from(screenings)).toMatchObject([
    { commitmentId: id, coordinatorId: w.coordinator.userId, decision: 'returned', questions },
  ])
  expect(await lastAct(w.db)).toMatchObject({
    kind: 'commitment.returned',
    subject: id,
    role: 'coordinator',
    fields: { questions },
    entry: null,
  })
})

it('can be answered, handed in and published then', async () => {
  const w = await world()
  const { id } = await submitted(w)
  granted(await returnCommitment(w.as(w.coordinator), id, questions))
  granted(await editCommitment(w.as(w.editor), id, { title: 'Train 12,000 counted teachers' }))
  granted(await submitCommitment(w.as(w.partner), id))
  const { commitment } = granted(await publishCommitment(w.as(w.coordinator), id))
  expect(commitment.terms.title).toBe('Train 12,000 counted teachers')
})

it('is a coordinator’s who has no interest in it', async () => {
  const w = await world()
  const { id } = await submitted(w)
  const people = ['stranger', 'partner', 'otherPartner', 'conflicted', 'administrator'] as const
  expect(await refusals(w, people, (acting) => returnCommitment(acting, id, questions))).toEqual({
    stranger: 'coordinator-only',
    partner: 'coordinator-only',
    otherPartner: 'coordinator-only',
    conflicted: 'conflict-of-interest',
    administrator: 'coordinator-only',
  })
})

it('wants a question, and a commitment that waits', async () => {
  const w = await world()
  const { id } = await submitted(w)
  const { id: draft } = await drafted(w)
  const back = (of: string, asked: typeof questions) =>
    refused(w.db, () => returnCommitment(w.as(w.coordinator), of, asked))
  expect(await back(id, [])).toBe('question-needed')
  expect(await back(draft, questions)).toBe('commitment-not-submitted')
  expect(await back('cmt_none', questions)).toBe('commitment-missing')
})
