import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'

import {
  commitmentClauses,
  commitmentPlaces,
  commitments,
  commitmentVersions,
  parties,
  screenings,
} from '#app/db/schema/commitments.ts'
import { milestones } from '#app/db/schema/milestones.ts'
import { members } from '#app/db/schema/organisations.ts'
import { commitmentNumber } from '#app/domain/commitments/number.ts'
import { draftCommitment } from '#app/use-cases/commitments/draft-commitment.server.ts'
import { editCommitment } from '#app/use-cases/commitments/edit-commitment.server.ts'
import { inviteParty } from '#app/use-cases/commitments/invite-party.server.ts'
import { publishCommitment } from '#app/use-cases/commitments/publish-commitment.server.ts'
import { submitCommitment } from '#app/use-cases/commitments/submit-commitment.server.ts'
import { openDeclaration } from '#app/use-cases/declarations/open-declaration.server.ts'
import { decideOrganisation } from '#app/use-cases/organisations/decide-organisation.server.ts'
import { registerOrganisation } from '#app/use-cases/organisations/register-organisation.server.ts'
import { checkLog } from '#tests/support/check-log.ts'
import { checkStanding } from '#tests/support/check-standing.ts'
import { declaration } from '#tests/support/facts.ts'
import { forced } from '#tests/support/forced.ts'
import { again, person } from '#tests/support/people.ts'
import { countActs, lastAct } from '#tests/support/recorded.ts'
import { refusals, refused, unchanged } from '#tests/support/unchanged.ts'
import {
  daysFromNow,
  drafted,
  granted,
  NOW,
  organisationInput,
  submitted,
  terms,
  TODAY,
  world,
  type World,
} from '#tests/support/world.ts'

const publish = (w: World, id: string, actor = w.coordinator, now = NOW) =>
  publishCommitment(w.as(actor, now), id)
const rowOf = (w: World, id: string) =>
  w.db.select().from(commitments).where(eq(commitments.id, id)).get()

it('puts the commitment on the record under a number, spread out for lists', async () => {
  const w = await world()
  const { id, terms: said } = await submitted(w)
  granted(await publish(w, id))

  expect(await rowOf(w, id)).toMatchObject({
    state: 'published',
    number: 'QD-2026-0001',
    version: 1,
    publishedAt: NOW,
    outcome: 'on-track',
    assurance: null,
    nextDueOn: said.milestones![0]!.dueOn,
  })
  expect(await w.db.select().from(commitmentVersions)).toMatchObject([
    { commitmentId: id, version: 1, terms: said, changes: [], reason: '', at: NOW },
  ])
  expect(await w.db.select().from(milestones)).toMatchObject([
    { id: said.milestones![0]!.id, commitmentId: id, position: 0, target: 3000 },
  ])
  expect(await w.db.select().from(commitmentPlaces)).toEqual([{ commitmentId: id, place: 'KE' }])
  const clauses = await w.db.select().from(commitmentClauses)
  expect(clauses.map(({ clause, primary }) => [clause, primary])).toEqual([
    ['qd2015/quality/2', true],
    ['qd2015/oer/1', false],
  ])
  expect(await w.db.select().from(screenings)).toMatchObject([
    { commitmentId: id, coordinatorId: w.coordinator.userId, decision: 'published' },
  ])
  expect(await lastAct(w.db)).toMatchObject({
    kind: 'commitment.published',
    subject: id,
    commitmentId: id,
    role: 'coordinator',
    organisationId: null,
    fields: { number: 'QD-2026-0001', lead: w.organisationId, title: said.title },
    entry: expect.any(Number),
  })
  await checkLog(w.db)
  await checkStanding(w.db, TODAY)
})

it('publishes sixty milestones, a long Arabic text and decimals, and proves them', async () => {
  const w = await world()
  const [first] = terms().milestones
  const { id } = await submitted(w, {
    lang: 'ar',
    title: 'ندرّب المعلّمين '.repeat(15).trim(),
    text: 'ندرّب اثني عشر ألف معلّم ومعلّمة في المناطق الريفية. '.repeat(60),
    milestones: Array.from({ length: 60 }, (_, i) => ({
      ...first!,
      title: `Milestone ${i}`,
      baseline: 0.1 + i,
      target: 12.75 + i,
    })),
  })
  granted(await publish(w, id))
  expect(await w.db.select().from(milestones)).toHaveLength(60)
  await checkLog(w.db)
})

it('is a coordinator’s who has no interest in it', async () => {
  const w = await world()
  const { id } = await submitted(w)
  const people = ['stranger', 'partner', 'otherPartner', 'conflicted', 'administrator'] as const
  expect(await refusals(w, people, (acting) => publishCommitment(acting, id))).toEqual({
    stranger: 'coordinator-only',
    partner: 'coordinator-only',
    otherPartner: 'coordinator-only',
    conflicted: 'conflict-of-interest',
    administrator: 'coordinator-only',
  })
})

it('publishes only what was submitted and exists, and nothing twice', async () => {
  const w = await world()
  const { id } = await submitted(w)
  const { id: draft } = await drafted(w)
  granted(await publish(w, id))
  expect(await refused(w.db, () => publish(w, id))).toBe('commitment-not-submitted')
  expect(await refused(w.db, () => publish(w, draft))).toBe('commitment-not-submitted')
  expect(await refused(w.db, () => publish(w, 'cmt_none'))).toBe('commitment-missing')
})

it('publishes nothing of an organisation suspended meanwhile', async () => {
  const w = await world()
  const { id } = await submitted(w)
  const why = 'Its domain lapsed.'
  granted(await decideOrganisation(w.as(w.coordinator), w.organisationId, 'suspend', why))
  expect(await refused(w.db, () => publish(w, id))).toBe('organisation-not-verified')
})

it('numbers on without a gap after a refusal, and from 1 in another year', async () => {
  const w = await world()
  const [first, second, third] = [await submitted(w), await submitted(w), await submitted(w)]
  const newYear = new Date('2027-01-01T00:00:00Z')
  const numberOf = async (...asked: Parameters<typeof publish>) =>
    granted(await publish(...asked)).commitment.number
  expect(await numberOf(w, first.id)).toBe('QD-2026-0001')
  expect(await refused(w.db, () => publish(w, second.id, w.conflicted))).toBe(
    'conflict-of-interest',
  )
  expect(await numberOf(w, third.id)).toBe('QD-2026-0002')
  expect(await numberOf(w, second.id, w.coordinator, newYear)).toBe('QD-2027-0001')
  await checkLog(w.db)
})

it('numbers each declaration by itself', async () => {
  const w = await world()
  granted(await openDeclaration(w.as(w.administrator, daysFromNow(-900)), declaration))
  const { id: first } = await submitted(w)
  const { id } = granted(
    await draftCommitment(w.as(w.partner), {
      organisationId: w.organisationId,
      declaration: declaration.key,
    }),
  ).commitment
  const said = terms({ clause: 'td2020/access/1', furtherClauses: [] })
  granted(await editCommitment(w.as(w.partner), id, { ...said, translations: {} }))
  granted(await submitCommitment(w.as(w.partner), id))
  expect(granted(await publish(w, first)).commitment.number).toBe('QD-2026-0001')
  expect(granted(await publish(w, id)).commitment.number).toBe('TD-2026-0001')
})

it('gives fifty simultaneous publications one effect', async () => {
  const w = await world()
  const { id } = await submitted(w)
  const before = await countActs(w.db)
  const results = await Promise.all(Array.from({ length: 50 }, () => publish(w, id)))
  expect(results.filter(({ ok }) => ok)).toHaveLength(1)
  const after = await countActs(w.db)
  expect(after).toEqual({ all: before.all + 1, public: before.public + 1 })
  expect(await w.db.select().from(commitmentVersions)).toHaveLength(1)
  expect((await rowOf(w, id))?.number).toBe('QD-2026-0001')
  await checkLog(w.db)
})

it('lets a hundred different writers in, each with an entry of its own', async () => {
  const w = await world()
  const ready = await inTurn(30, () => submitted(w))
  const applied = await Promise.all(
    Array.from({ length: 70 }, (_, i) =>
      registerOrganisation(w.as(w.stranger, daysFromNow(-2)), {
        ...organisationInput,
        name: `Association ${i}`,
      }),
    ),
  )
  const before = await countActs(w.db)
  const results = await Promise.all([
    ...ready.map(({ id }, i) => publish(w, id, i % 2 ? w.coordinator : w.secondCoordinator)),
    ...applied.map((result) =>
      decideOrganisation(w.as(w.coordinator), granted(result).organisation.id, 'verify', ''),
    ),
  ])
  expect(results.filter(({ ok }) => ok)).toHaveLength(100)
  const numbers = await w.db.select({ number: commitments.number }).from(commitments)
  expect(numbers.map(({ number }) => number).toSorted()).toEqual(
    Array.from({ length: 30 }, (_, i) => commitmentNumber('QD', 2026, i + 1)),
  )
  expect((await countActs(w.db)).public).toBe(before.public + 100)
  await checkLog(w.db)
})

it('numbers on past a publication that failed', async () => {
  const w = await world()
  const ready = await inTurn(3, () => submitted(w))
  granted(await publish(w, ready[0]!.id))
  await w.db.$client.execute(
    "CREATE TRIGGER full BEFORE INSERT ON log_entry BEGIN SELECT RAISE(ABORT, 'on purpose'); END",
  )
  expect(await unchanged(w.db, () => forced(publish(w, ready[1]!.id)))).toBe('on purpose')
  await w.db.$client.execute('DROP TRIGGER full')
  expect(granted(await publish(w, ready[2]!.id)).commitment.number).toBe('QD-2026-0002')
  expect(granted(await publish(w, ready[1]!.id)).commitment.number).toBe('QD-2026-0003')
  await checkLog(w.db)
})

/** One after the other: one person drafting twice at once opens one draft. */
async function inTurn<made>(count: number, make: () => Promise<made>): Promise<made[]> {
  const all: made[] = []
  while (all.length < count) all.push(await make())
  return all
}

/** A screening written past the rule, straight into the table. */
const byForce = (w: World, commitmentId: string, coordinatorId: string) =>
  w.db.insert(screenings).values({
    id: 'scr_forced',
    commitmentId,
    coordinatorId,
    decision: 'published',
    questions: [],
    at: NOW,
  })
/** Tried past the rule, then by the rule. */
const bothWays = async (w: World, id: string, userId: string) => {
  const actor = await again(w.db, userId)
  const byTheWay = await forced(byForce(w, id, userId))
  const result = await publish(w, id, actor)
  return [byTheWay, result.ok ? 'published' : result.code]
}
const conflict = ['conflict-of-interest', 'conflict-of-interest']

it('is screened by no member of the lead, the database says so too', async () => {
  const w = await world()
  const { id } = await submitted(w)
  expect(await unchanged(w.db, () => bothWays(w, id, w.conflicted.userId))).toEqual(conflict)
  expect(await bothWays(w, id, w.coordinator.userId)).toEqual(['written', 'published'])
})

it.each([
  ['2024-12-23T10:00:00Z', conflict],
  ['2024-11-23T10:00:01Z', conflict],
  ['2024-11-23T10:00:00Z', ['written', 'published']],
  ['2024-10-23T10:00:00Z', ['written', 'published']],
])('is screened by a coordinator who left the lead at %s: %s', async (until, expected) => {
  const w = await world()
  const { id } = await submitted(w)
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

it.each([
  ['invited', conflict],
  ['accepted', conflict],
  ['refused', ['written', 'published']],
  ['left', conflict],
] as const)('is screened by a member of a party that %s: %s', async (state, expected) => {
  const w = await world()
  const { id } = await submitted(w)
  await w.db.insert(parties).values({
    id: 'pty_other',
    commitmentId: id,
    organisationId: w.otherOrganisationId,
    kind: 'partner',
    role: 'Trains',
    share: '',
    state,
    invitedAt: NOW,
  })
  const insider = await person(w.db, 'insider', { coordinator: true })
  await w.db.insert(members).values({
    id: 'mbr_insider',
    organisationId: w.otherOrganisationId,
    userId: insider.userId,
    role: 'editor',
    since: new Date('2020-01-01T00:00:00Z'),
  })
  expect(await bothWays(w, id, insider.userId)).toEqual(expected)
})

it('stops a coordinator who became a member since the page was opened', async () => {
  const w = await world()
  const { id } = await submitted(w)
  await w.db.insert(members).values({
    id: 'mbr_late',
    organisationId: w.organisationId,
    userId: w.coordinator.userId,
    role: 'editor',
    since: NOW,
  })
  expect(await unchanged(w.db, () => forced(publish(w, id, w.coordinator)))).toBe(
    'conflict-of-interest',
  )
})

it('keeps its number for ever', async () => {
  const w = await world()
  const { id } = await submitted(w)
  granted(await publish(w, id))
  for (const number of ['QD-2026-0099', null])
    expect(
      await forced(w.db.update(commitments).set({ number }).where(eq(commitments.id, id))),
    ).toBe('number-stays')
})

it('cannot be edited as a draft any more', async () => {
  const w = await world()
  const { id } = await submitted(w)
  granted(await publish(w, id))
  const edit = () => editCommitment(w.as(w.partner), id, { title: 'Something easier' })
  expect(await refused(w.db, edit)).toBe('commitment-not-editable')
})

it('names no partner in public who was only invited', async () => {
  const w = await world()
  const { id } = await drafted(w)
  const input = { organisationId: w.otherOrganisationId, role: 'Trains', share: '' }
  granted(await inviteParty(w.as(w.partner), id, input))
  await w.db.update(commitments).set({ state: 'submitted' }).where(eq(commitments.id, id))
  granted(await publish(w, id))
  const act = await lastAct(w.db)
  expect(act.fields['parties']).toEqual([])
  expect(JSON.stringify(act.fields)).not.toContain(w.otherOrganisationId)
})
