import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'

import { commitments, parties } from '#app/db/schema/commitments.ts'
import { draftCommitment } from '#app/use-cases/commitments/draft-commitment.server.ts'
import { editCommitment } from '#app/use-cases/commitments/edit-commitment.server.ts'
import { decideOrganisation } from '#app/use-cases/organisations/decide-organisation.server.ts'
import { lastAct } from '#tests/support/recorded.ts'
import { refusals, refused } from '#tests/support/unchanged.ts'
import { granted, world } from '#tests/support/world.ts'

it('opens an empty draft, with the organisation as its lead', async () => {
  const w = await world()
  const input = { organisationId: w.organisationId, declaration: 'qd2015' }
  const { commitment } = granted(await draftCommitment(w.as(w.editor), input))

  expect(
    await w.db.select().from(commitments).where(eq(commitments.id, commitment.id)).get(),
  ).toMatchObject({
    state: 'draft',
    number: null,
    version: 0,
    leadId: w.organisationId,
    group: 'government',
    terms: {},
    outcome: null,
    publishedAt: null,
  })
  expect(await w.db.select().from(parties)).toMatchObject([
    { commitmentId: commitment.id, organisationId: w.organisationId, kind: 'lead' },
  ])
  expect(await lastAct(w.db)).toMatchObject({
    kind: 'commitment.drafted',
    subject: commitment.id,
    commitmentId: commitment.id,
    userId: w.editor.userId,
    organisationId: w.organisationId,
    role: 'editor',
    entry: null,
  })
})

it('is for members of the organisation', async () => {
  const w = await world()
  const input = { organisationId: w.organisationId, declaration: 'qd2015' }
  const people = ['stranger', 'otherPartner', 'coordinator', 'administrator'] as const
  expect(await refusals(w, people, (acting) => draftCommitment(acting, input))).toEqual({
    stranger: 'not-your-organisation',
    otherPartner: 'not-your-organisation',
    coordinator: 'not-your-organisation',
    administrator: 'not-your-organisation',
  })
})

it('wants an organisation and a declaration that exist', async () => {
  const w = await world()
  const { organisationId } = w
  const draft = (input: { organisationId: string; declaration: string }) =>
    refused(w.db, () => draftCommitment(w.as(w.partner), input))
  expect(await draft({ organisationId: 'org_none', declaration: 'qd2015' })).toBe(
    'organisation-missing',
  )
  expect(await draft({ organisationId, declaration: 'none' })).toBe('declaration-missing')
})

it('is refused to a suspended organisation', async () => {
  const w = await world()
  const { organisationId } = w
  granted(
    await decideOrganisation(w.as(w.coordinator), organisationId, 'suspend', 'Its domain lapsed.'),
  )
  const draft = () => draftCommitment(w.as(w.partner), { organisationId, declaration: 'qd2015' })
  expect(await refused(w.db, draft)).toBe('organisation-not-active')
})

it('opens one draft for a button pressed fifty times at once, and a new one once it is written in', async () => {
  const w = await world()
  const choice = { organisationId: w.organisationId, declaration: 'qd2015' }
  const draft = async (actor = w.partner) =>
    granted(await draftCommitment(w.as(actor), choice)).commitment.id
  const ids = await Promise.all(Array.from({ length: 50 }, () => draft()))
  expect(new Set(ids).size).toBe(1)
  expect(await w.db.select().from(commitments)).toHaveLength(1)
  expect(await draft(w.editor)).not.toBe(ids[0])
  granted(await editCommitment(w.as(w.partner), ids[0]!, { title: 'Begun' }))
  expect(await draft()).not.toBe(ids[0])
})
