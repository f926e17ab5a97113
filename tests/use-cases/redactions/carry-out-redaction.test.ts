import { and, eq, isNotNull } from 'drizzle-orm'
import { expect, it } from 'vitest'

import { recordPage } from '#app/db/read/record.server.ts'
import { acts } from '#app/db/schema/acts.ts'
import { commitments } from '#app/db/schema/commitments.ts'
import { evidence } from '#app/db/schema/evidence.ts'
import { disclosures } from '#app/db/schema/log.ts'
import { members } from '#app/db/schema/organisations.ts'
import { doomedFiles, redactionPass, redactions } from '#app/db/schema/redactions.ts'
import { replies, reviews } from '#app/db/schema/reviews.ts'
import type { RedactionInput } from '#app/domain/redactions/redaction.ts'
import type { Acting } from '#app/use-cases/acting.ts'
import { amendCommitment } from '#app/use-cases/commitments/amend-commitment.server.ts'
import { carryOutRedaction } from '#app/use-cases/redactions/carry-out-redaction.server.ts'
import { proposeRedaction } from '#app/use-cases/redactions/propose-redaction.server.ts'
import { checkLog } from '#tests/support/check-log.ts'
import { checkReplay } from '#tests/support/check-replay.ts'
import { forced } from '#tests/support/forced.ts'
import { interrupted } from '#tests/support/interrupted.ts'
import { namedRecord } from '#tests/support/named-record.ts'
import { again } from '#tests/support/people.ts'
import { countActs, lastAct, lettersOf } from '#tests/support/recorded.ts'
import { everyTable, refusals, refused, unchanged } from '#tests/support/unchanged.ts'
import {
  daysFromNow,
  granted,
  join,
  NOW,
  published,
  world,
  type World,
} from '#tests/support/world.ts'

const NAME = 'Zebulon Quartermain'
const input: RedactionInput = {
  words: [NAME],
  evidenceIds: [],
  basis: 'gdpr-17',
  reason: 'Asked for by a person',
}
const propose = async (w: World, id: string, changes: Partial<RedactionInput> = {}) =>
  granted(await proposeRedaction(w.as(w.coordinator), id, { ...input, ...changes })).redaction.id
const carryOut = (w: World, id: string, now = NOW) =>
  carryOutRedaction(w.as(w.secondCoordinator, now), id)
const page = (w: World, number: string) => recordPage(w.db, number, new URLSearchParams(), NOW)

async function everyRow(w: World): Promise<string> {
  const names = Object.keys(await everyTable(w.db)).filter((name) => name !== 'disclosures')
  const rows = await Promise.all(
    names.map(async (name) => (await w.db.$client.execute(`SELECT * FROM "${name}"`)).rows),
  )
  const opened = await w.db.select({ text: disclosures.disclosure }).from(disclosures)
  return JSON.stringify([
    rows,
    opened.map(({ text }) => Buffer.from(text ?? '', 'base64url').toString()),
  ])
}

it('takes a name out of everything, and says in the log where, on what ground and why', async () => {
  const w = await world()
  const made = await namedRecord(w, NAME)
  const id = await propose(w, made.id, { evidenceIds: [made.file] })
  const before = await countActs(w.db)
  const standing = await w.db.select().from(commitments).where(eq(commitments.id, made.id)).get()
  granted(await carryOut(w, id))

  expect(await everyRow(w)).not.toContain(NAME)
  await checkLog(w.db)
  const gone = await w.db.select().from(disclosures).where(isNotNull(disclosures.redaction))
  const { public: size } = await countActs(w.db)
  expect(gone.every(({ disclosure }) => disclosure === null)).toBe(true)
  const entries = new Set(gone.map(({ idx }) => idx))
  expect(size - before.public).toBe(entries.size)
  expect(entries.size).toBeGreaterThan(6)
  expect(await lastAct(w.db)).toMatchObject({
    kind: 'content.redacted',
    subject: made.id,
    role: 'coordinator',
    userId: w.secondCoordinator.userId,
    entry: size - 1,
    fields: { reason: input.reason },
  })

  const shown = await page(w, made.number)
  expect(shown?.terms.title).toBe('Teachers, trained by █ and others')
  expect(shown?.milestones[0]?.reports[0]?.rounds[0]?.content.happened).toBe(
    '█ told us how each of the courses went.',
  )
  expect(shown?.redactions.map(({ basis, reason, at }) => [basis, reason, at])).toEqual(
    Array.from(entries, () => [input.basis, input.reason, NOW]),
  )
  expect(shown?.redactions.some(({ entry }) => entry === size - 1)).toBe(true)
  const pieces = shown?.milestones[0]?.reports[0]?.evidence
  expect(pieces).toMatchObject([
    { id: made.link, state: 'public', title: 'A page on █' },
    { id: made.file, state: 'withheld', title: '', url: null, sha256: null },
  ])
  expect(pieces?.[1]?.withheldBy?.basis).toBe('gdpr-17')
  expect(shown?.outcome).toBe(standing?.outcome)
  const after = await w.db.select().from(commitments).where(eq(commitments.id, made.id)).get()
  expect([after?.number, after?.outcome, after?.state, after?.version]).toEqual([
    standing?.number,
    standing?.outcome,
    standing?.state,
    standing?.version,
  ])
})

it('leaves other records as they are', async () => {
  const w = await world()
  const made = await namedRecord(w, NAME)
  const text = `${NAME} also stands in a record of its own, rightly.`
  const other = await published(w, { text }, NOW)
  const id = await propose(w, made.id)
  const before = JSON.stringify(await page(w, other.number ?? ''))
  granted(await carryOut(w, id))
  const { record, ...now } = JSON.parse(JSON.stringify(await page(w, other.number ?? '')))
  const { record: was, ...then } = JSON.parse(before)
  expect(now).toEqual(then)
  expect(record.size).toBeGreaterThan(was.size)
})

it('says all that is left, so that the log alone still makes up the record', async () => {
  const w = await world()
  const made = await namedRecord(w, NAME)
  granted(await carryOut(w, await propose(w, made.id, { evidenceIds: [made.file] })))
  expect((await page(w, made.number))?.terms.title).toContain('█')
  await checkReplay(w.db, NOW)
})

it('withholds more of what an earlier redaction left, from the earlier one as well', async () => {
  const w = await world()
  const made = await namedRecord(w, `${NAME} and Ada Lovelace`)
  granted(await carryOut(w, await propose(w, made.id)))
  await checkLog(w.db)
  const reason = 'Asked for by another person'
  granted(await carryOut(w, await propose(w, made.id, { words: ['Ada Lovelace'], reason })))
  expect(await everyRow(w)).not.toContain('Ada Lovelace')
  granted(
    await carryOut(w, await propose(w, made.id, { words: [], evidenceIds: [made.link], reason })),
  )
  await checkLog(w.db)
  await checkReplay(w.db, NOW)
  const pieces = (await page(w, made.number))?.milestones[0]?.reports[0]?.evidence
  expect(pieces?.find(({ id }) => id === made.link)).toMatchObject({
    state: 'withheld',
    withheldBy: { basis: 'gdpr-17', reason },
  })
})

it('takes a name out of an earlier reason, which still says something', async () => {
  const w = await world()
  const made = await namedRecord(w, NAME)
  const reason = 'The court of Ada Lovelace ordered it'
  granted(await carryOut(w, await propose(w, made.id, { reason })))
  granted(await carryOut(w, await propose(w, made.id, { words: ['Ada Lovelace'] })))
  expect(await everyRow(w)).not.toContain('Ada Lovelace')
  const reasons = (await page(w, made.number))?.redactions.map((one) => one.reason)
  expect(reasons).toContain('The court of █ ordered it')
  await checkLog(w.db)
})

it('tells the lead once, by the number of its record', async () => {
  const w = await world()
  const made = await namedRecord(w, NAME)
  const id = await propose(w, made.id)
  const letters = await lettersOf(w.db, () => carryOut(w, id))
  expect(letters.map(({ to, subject }) => [to, subject])).toEqual([
    [w.partner.email, `Something was withheld from your commitment: ${made.number}`],
  ])
})

it('stays out of the log where the words stood in nothing public', async () => {
  const w = await world()
  const { id } = await published(w)
  await w.db.$client.execute({
    sql: `UPDATE parties SET reason = ? WHERE commitment_id = ?`,
    args: [`Said by ${NAME}`, id],
  })
  const before = await countActs(w.db)
  granted(await carryOut(w, await propose(w, id)))
  expect(await everyRow(w)).not.toContain(NAME)
  expect((await countActs(w.db)).public).toBe(before.public)
  expect(await lastAct(w.db)).toMatchObject({ kind: 'redaction.carried-out', entry: null })
})

it('is another coordinator’s, who has no interest in the record, now or lately', async () => {
  const w = await world()
  const { id } = await published(w)
  const redaction = await propose(w, id, { words: ['two weeks each'] })
  const people = [
    ...(['stranger', 'partner', 'otherPartner', 'coordinator', 'conflicted'] as const),
    'administrator' as const,
  ]
  const ask = (acting: Acting) => carryOutRedaction(acting, redaction)
  expect(await refusals(w, people, ask)).toEqual({
    stranger: 'coordinator-only',
    partner: 'coordinator-only',
    otherPartner: 'coordinator-only',
    coordinator: 'same-person',
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
  expect(await refused(w.db, () => ask(w.as(former)))).toBe('conflict-of-interest')
  expect(await refused(w.db, () => carryOut(w, 'rdc_none'))).toBe('redaction-missing')
  await leaves(-740)
  granted(await ask(w.as(await again(w.db, w.conflicted.userId))))
})

it('is done once, however many ask at once', async () => {
  const w = await world()
  const { id } = await published(w)
  const redaction = await propose(w, id, { words: ['two weeks each'] })
  const before = await countActs(w.db)
  const results = await Promise.all(Array.from({ length: 50 }, () => carryOut(w, redaction)))
  expect(results.filter(({ ok }) => ok)).toHaveLength(1)
  expect(new Set(results.flatMap((one) => (one.ok ? [] : one.code)))).toEqual(
    new Set(['redaction-not-proposed']),
  )
  expect(await countActs(w.db)).toEqual({ all: before.all + 1, public: before.public + 1 })
  await checkLog(w.db)
})

it('is done whole or not at all, wherever it fails', async () => {
  const w = await world()
  const made = await namedRecord(w, NAME)
  const id = await propose(w, made.id, { evidenceIds: [made.file] })
  const { statements } = await interrupted(w.db, () => carryOut(w, id))
  expect(statements).toBeGreaterThan(40)
  expect(await everyRow(w)).not.toContain(NAME)
  expect(await w.db.select().from(redactionPass)).toEqual([])
  await checkLog(w.db)
})

it('goes on when a reviewer has since joined the organisation it is about', async () => {
  const w = await world()
  const made = await namedRecord(w, NAME)
  await join(w.db, w.organisationId, w.partner, w.secondCoordinator, 'editor', NOW)
  const id = granted(await proposeRedaction(w.as(w.coordinator), made.id, input)).redaction.id
  const third = await again(w.db, w.conflicted.userId)
  await w.db.delete(members).where(eq(members.userId, third.userId))
  granted(await carryOutRedaction(w.as(await again(w.db, third.userId)), id))
  expect(await everyRow(w)).not.toContain(NAME)
})

it('owes the files of withheld evidence, and forgets their names', async () => {
  const w = await world()
  const made = await namedRecord(w, NAME)
  granted(await carryOut(w, await propose(w, made.id, { words: [], evidenceIds: [made.file] })))
  expect(await w.db.select().from(doomedFiles)).toEqual([
    { storedName: made.storedName, since: NOW },
  ])
  expect(await w.db.select().from(evidence).where(eq(evidence.id, made.file)).get()).toMatchObject({
    state: 'withheld',
    title: '',
    url: null,
    fileName: null,
    storedName: null,
    sha256: null,
    size: null,
    mediaType: null,
  })
  await checkLog(w.db)
})

it('leaves a record that can be amended, its signs kept and none added', async () => {
  const w = await world()
  const { id } = await published(w)
  granted(await carryOut(w, await propose(w, id, { words: ['two weeks each'] })))
  const { terms } = (await w.db.select().from(commitments).where(eq(commitments.id, id)).get())!
  const amend = (changes: object) =>
    amendCommitment(w.as(w.partner), id, {
      reason: 'The last district starts a month later.',
      title: terms.title!,
      text: terms.text!,
      endOn: terms.endOn!,
      milestones: terms.milestones!,
      ...changes,
    })
  expect(terms.text).toContain('█')
  expect(await refused(w.db, () => amend({ text: `${terms.text} █` }))).toBe('withheld-sign')
  granted(await amend({ title: 'Train 12,000 teachers' }))
  await checkLog(w.db)
  await checkReplay(w.db, NOW)
})

it('changes nothing about a proposal of another’s but the words that are gone', async () => {
  const w = await world()
  const made = await namedRecord(w, `${NAME} and Ada Lovelace`)
  const id = await propose(w, made.id)
  await w.db.insert(redactions).values({
    id: 'rdc_other',
    commitmentId: made.id,
    state: 'proposed',
    basis: 'court',
    reason: 'As ordered by a court',
    words: [NAME, `${NAME} and Ada Lovelace`],
    evidenceIds: [],
    proposedBy: w.coordinator.userId,
    proposedAt: NOW,
  })
  granted(await carryOut(w, id))
  const other = await w.db.select().from(redactions).where(eq(redactions.id, 'rdc_other')).get()
  expect(other?.words).toEqual(['█ and Ada Lovelace'])
  granted(await carryOut(w, 'rdc_other'))
  expect(await everyRow(w)).not.toContain('Ada Lovelace')
  await checkLog(w.db)
})

it('is held by the database too', async () => {
  const w = await world()
  const { id } = await published(w)
  const redaction = await propose(w, id, { words: ['two weeks each'] })
  const set = (changes: Partial<typeof redactions.$inferInsert>) =>
    unchanged(w.db, () =>
      forced(w.db.update(redactions).set(changes).where(eq(redactions.id, redaction))),
    )
  const done = { state: 'carried-out' as const, decidedAt: NOW }
  expect(await set({ ...done, decidedBy: w.coordinator.userId })).toBe('same-person')
  expect(await set({ ...done, decidedBy: w.conflicted.userId })).toBe('conflict-of-interest')
  expect(await set(done)).toBe('same-person')
  expect(await set({ proposedBy: w.secondCoordinator.userId })).toBe('same-person')
  expect(await set({ basis: 'safety' })).toBe('append-only')
  expect(await set({ reason: 'Another one altogether' })).toBe('append-only')
  granted(await carryOut(w, redaction))
  expect(await set({ state: 'refused' })).toBe('append-only')
  expect(await set({ decidedBy: w.administrator.userId })).toBe('append-only')
  expect(await set({ refusedReason: 'After all' })).toBe('append-only')
})

it('lets no row of the record be changed without a redaction, and with one its words alone', async () => {
  const w = await world()
  await namedRecord(w, NAME)
  const open = () => w.db.insert(redactionPass).values({ id: 'now' })
  const [opened] = await w.db.select().from(disclosures)
  const tries = {
    disclosure: () => w.db.update(disclosures).set({ disclosure: null, redaction: 1 }),
    reply: () => w.db.update(replies).set({ text: 'Another text' }),
    reasons: () =>
      w.db.update(reviews).set({ reasons: 'Others' }).where(eq(reviews.state, 'decided')),
    act: () => w.db.update(acts).set({ fields: {} }),
  }
  const said = async (ask: () => PromiseLike<unknown>) =>
    unchanged(w.db, () => forced(Promise.resolve(ask())))
  for (const ask of Object.values(tries))
    expect(['append-only', 'finding-stands']).toContain(await said(ask))

  await open()
  const never = {
    finding: () =>
      w.db.update(reviews).set({ finding: 'not-achieved' }).where(eq(reviews.state, 'decided')),
    kind: () => w.db.update(acts).set({ kind: 'reply.made' }).where(eq(acts.entry, 0)),
    entry: () => w.db.update(acts).set({ entry: 900 }).where(eq(acts.entry, 0)),
    swapped: () =>
      w.db
        .update(disclosures)
        .set({ disclosure: 'another', redaction: 1 })
        .where(and(eq(disclosures.idx, opened!.idx), eq(disclosures.digest, opened!.digest))),
    unreasoned: () =>
      w.db.update(disclosures).set({ disclosure: null }).where(eq(disclosures.idx, opened!.idx)),
  }
  for (const ask of Object.values(never))
    expect(['append-only', 'finding-stands']).toContain(await said(ask))
})
