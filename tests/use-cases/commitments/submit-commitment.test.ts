import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'

import { commitments } from '#app/db/schema/commitments.ts'
import { draftCommitment } from '#app/use-cases/commitments/draft-commitment.server.ts'
import { editCommitment } from '#app/use-cases/commitments/edit-commitment.server.ts'
import { submitCommitment } from '#app/use-cases/commitments/submit-commitment.server.ts'
import { registerOrganisation } from '#app/use-cases/organisations/register-organisation.server.ts'
import { again } from '#tests/support/people.ts'
import { lastAct } from '#tests/support/recorded.ts'
import { refusals, refused } from '#tests/support/unchanged.ts'
import { drafted, granted, NOW, organisationInput, terms, world } from '#tests/support/world.ts'

it('hands a complete draft in for screening', async () => {
  const w = await world()
  const { id } = await drafted(w)
  granted(await submitCommitment(w.as(w.partner), id))
  expect(await w.db.select().from(commitments).where(eq(commitments.id, id)).get()).toMatchObject({
    state: 'submitted',
    submittedAt: NOW,
    number: null,
    outcome: null,
  })
  expect(await lastAct(w.db)).toMatchObject({
    kind: 'commitment.submitted',
    subject: id,
    role: 'focal-point',
    organisationId: w.organisationId,
    entry: null,
  })
})

it('is a focal point’s of the lead', async () => {
  const w = await world()
  const { id } = await drafted(w)
  const people = ['stranger', 'editor', 'otherPartner', 'coordinator', 'conflicted'] as const
  expect(await refusals(w, people, (acting) => submitCommitment(acting, id))).toEqual({
    stranger: 'not-your-organisation',
    editor: 'focal-point-only',
    otherPartner: 'not-your-organisation',
    coordinator: 'not-your-organisation',
    conflicted: 'focal-point-only',
  })
})

it('does not hand in twice, nor what is missing or incomplete', async () => {
  const w = await world()
  const { id } = await drafted(w)
  granted(await submitCommitment(w.as(w.partner), id))
  const submit = (of: string) => refused(w.db, () => submitCommitment(w.as(w.partner), of))
  expect(await submit(id)).toBe('commitment-not-editable')
  expect(await submit('cmt_none')).toBe('commitment-missing')
  const empty = granted(
    await draftCommitment(w.as(w.partner), {
      organisationId: w.organisationId,
      declaration: 'qd2015',
    }),
  )
  expect(await submit(empty.commitment.id)).toBe('commitment-incomplete')
})

it('waits until its organisation is verified', async () => {
  const w = await world()
  const { organisation } = granted(await registerOrganisation(w.as(w.stranger), organisationInput))
  const founder = await again(w.db, w.stranger.userId)
  const { commitment } = granted(
    await draftCommitment(w.as(founder), {
      organisationId: organisation.id,
      declaration: 'qd2015',
    }),
  )
  granted(await editCommitment(w.as(founder), commitment.id, { ...terms(), translations: {} }))
  const submit = () => submitCommitment(w.as(founder), commitment.id)
  expect(await refused(w.db, submit)).toBe('organisation-not-verified')
})
