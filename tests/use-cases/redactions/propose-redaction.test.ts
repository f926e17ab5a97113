import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'

import { mails } from '#app/db/schema/acts.ts'
import { parties } from '#app/db/schema/commitments.ts'
import { members } from '#app/db/schema/organisations.ts'
import { redactions } from '#app/db/schema/redactions.ts'
import type { RedactionInput } from '#app/domain/redactions/redaction.ts'
import type { Acting } from '#app/use-cases/acting.ts'
import { proposeRedaction } from '#app/use-cases/redactions/propose-redaction.server.ts'
import { refuseRedaction } from '#app/use-cases/redactions/refuse-redaction.server.ts'
import { checkLog } from '#tests/support/check-log.ts'
import { forced } from '#tests/support/forced.ts'
import { namedRecord } from '#tests/support/named-record.ts'
import { again } from '#tests/support/people.ts'
import { countActs, lastAct, lettersOf } from '#tests/support/recorded.ts'
import { refusals, refused, unchanged } from '#tests/support/unchanged.ts'
import { daysFromNow, drafted, granted, NOW, published, world } from '#tests/support/world.ts'

const input: RedactionInput = {
  words: ['two weeks each'],
  evidenceIds: [],
  basis: 'gdpr-17',
  reason: 'Asked for by a person',
}

it('waits in private, and tells coordinators who have no interest', async () => {
  const w = await world()
  const { id, number } = await published(w)
  const before = await countActs(w.db)
  const letters = await lettersOf(w.db, () => proposeRedaction(w.as(w.coordinator), id, input))
  expect(await w.db.select().from(redactions)).toMatchObject([
    { commitmentId: id, state: 'proposed', ...input, proposedBy: w.coordinator.userId },
  ])
  const act = await lastAct(w.db)
  expect(act).toMatchObject({ kind: 'redaction.proposed', subject: id, entry: null })
  expect(JSON.stringify(act.fields)).not.toContain('two weeks')
  expect((await countActs(w.db)).public).toBe(before.public)
  expect(letters.map(({ to, subject }) => [to, subject])).toEqual([
    [w.secondCoordinator.email, `A redaction waits for a second coordinator: ${number}`],
  ])
  await checkLog(w.db)
})

it('is a coordinator’s who has no interest in the record, now or lately', async () => {
  const w = await world()
  const { id } = await published(w)
  const people = [
    ...(['stranger', 'partner', 'editor', 'otherPartner', 'conflicted', 'administrator'] as const),
  ]
  const propose = (acting: Acting) => proposeRedaction(acting, id, input)
  expect(await refusals(w, people, propose)).toEqual({
    stranger: 'coordinator-only',
    partner: 'coordinator-only',
    editor: 'coordinator-only',
    otherPartner: 'coordinator-only',
    conflicted: 'conflict-of-interest',
    administrator: 'coordinator-only',
  })
  const leaves = (days: number) =>
    w.db
      .update(members)
      .set({ until: daysFromNow(days) })
      .where(eq(members.userId, w.conflicted.userId))
  await leaves(-700)
  const former = await again(w.db, w.conflicted.userId)
  expect(await refused(w.db, () => propose(w.as(former)))).toBe('conflict-of-interest')
  await leaves(-740)
  granted(await propose(w.as(await again(w.db, w.conflicted.userId))))
})

it('is asked of a public record, words that stand there, and pieces that were handed in', async () => {
  const w = await world()
  const made = await namedRecord(w, 'Zebulon Quartermain')
  const draft = await drafted(w)
  const propose = (id: string, changes: Partial<RedactionInput>) =>
    refused(w.db, () => proposeRedaction(w.as(w.coordinator), id, { ...input, ...changes }))
  expect(await propose('cmt_none', {})).toBe('commitment-missing')
  expect(await propose(draft.id, {})).toBe('record-not-public')
  expect(await propose(made.id, { words: ['Two weeks each'] })).toBe('nothing-to-withhold')
  // A letter is no part of the record: a way in to another organisation may stand in it.
  await w.db.update(mails).set({ text: 'Come in by {{origin}}/en/account/invitations/abcdef' })
  expect(await propose(made.id, { words: ['invitations/abc'] })).toBe('nothing-to-withhold')
  expect(await propose(made.id, { evidenceIds: ['evd_none'] })).toBe('evidence-missing')
  expect(await propose(made.id, { reason: ' ' })).toBe('reason-needed')
  expect(
    await propose(made.id, {
      evidenceIds: [made.file],
      reason: 'It is signed by zebulon quartermain.txt',
    }),
  ).toBe('reason-repeats-words')
})

it('gives fifty simultaneous proposals one effect, and another wish none', async () => {
  const w = await world()
  const { id } = await published(w)
  const propose = (acting = w.as(w.coordinator), changes: Partial<RedactionInput> = {}) =>
    proposeRedaction(acting, id, { ...input, ...changes })
  const results = await Promise.all(Array.from({ length: 50 }, () => propose()))
  expect(await w.db.select().from(redactions)).toHaveLength(1)
  const ids = results.map((one) => one.ok && one.value.redaction.id)
  expect(new Set(ids)).toEqual(new Set([(await w.db.select().from(redactions))[0]?.id]))
  await unchanged(w.db, async () => granted(await propose()))
  const other = () => propose(w.as(w.coordinator), { basis: 'court' })
  expect(await refused(w.db, other)).toBe('redaction-already-proposed')
  const colleague = () => propose(w.as(w.secondCoordinator))
  expect(await refused(w.db, colleague)).toBe('redaction-already-proposed')

  const why = 'It names nobody at all.'
  granted(await refuseRedaction(w.as(w.secondCoordinator), String(ids[0]), why))
  granted(await other())
})

it('is held by the database too: no conflicted proposer, nothing decided at once, none dropped', async () => {
  const w = await world()
  const { id } = await published(w)
  const row = {
    id: 'rdc_forced',
    commitmentId: id,
    state: 'proposed' as const,
    basis: 'court' as const,
    reason: 'As ordered.',
    words: ['abc'],
    evidenceIds: [],
    proposedBy: w.conflicted.userId,
    proposedAt: NOW,
  }
  const insert = (changes: Partial<typeof redactions.$inferInsert>) =>
    unchanged(w.db, () => forced(w.db.insert(redactions).values({ ...row, ...changes })))
  const { userId } = w.coordinator
  expect(await insert({})).toBe('conflict-of-interest')
  expect(await insert({ proposedBy: userId, state: 'carried-out' })).toBe('same-person')
  expect(await insert({ proposedBy: userId, decidedBy: w.secondCoordinator.userId })).toBe(
    'same-person',
  )
  const party = (state: 'refused' | 'accepted') =>
    w.db.update(parties).set({ state }).where(eq(parties.commitmentId, id))
  await party('refused')
  expect(await forced(w.db.insert(redactions).values(row))).toBe('written')
  expect(await unchanged(w.db, () => forced(w.db.delete(redactions)))).toBe('append-only')
})
