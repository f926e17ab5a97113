import { readFileSync } from 'node:fs'

import { asc, count, eq } from 'drizzle-orm'
import { expect, it } from 'vitest'

import type { Database } from '#app/db/client.server.ts'
import { acts } from '#app/db/schema/acts.ts'
import { commitments, commitmentVersions, screenings } from '#app/db/schema/commitments.ts'
import { logEntries } from '#app/db/schema/log.ts'
import { milestones } from '#app/db/schema/milestones.ts'
import { members, organisations } from '#app/db/schema/organisations.ts'
import type { Terms } from '#app/domain/commitments/terms.ts'
import { declarationSchema } from '#app/domain/declarations/declaration.ts'
import { parseMapping, type ImportMapping } from '#app/domain/imports/mapping.ts'
import type { ImportRow } from '#app/domain/imports/read-rows.ts'
import { withdrawCommitment } from '#app/use-cases/commitments/withdraw-commitment.server.ts'
import { openDeclaration } from '#app/use-cases/declarations/open-declaration.server.ts'
import { importCommitments } from '#app/use-cases/imports/import-commitments.server.ts'
import { importFiles } from '#app/use-cases/imports/import-files.server.ts'
import { decideOrganisation } from '#app/use-cases/organisations/decide-organisation.server.ts'
import { rowsFrom } from '#tests/domain/imports/files.ts'
import { checkLog } from '#tests/support/check-log.ts'
import { checkStanding } from '#tests/support/check-standing.ts'
import { again } from '#tests/support/people.ts'
import { daysFromNow, granted, NOW, TODAY, world, type World } from '#tests/support/world.ts'

const read = (file: string) => readFileSync(`declarations/${file}`, 'utf8')
const nap6 = declarationSchema.parse(JSON.parse(read('canada-nap6.json')))
const files = {
  table: read('canada-nap6/commitments.csv'),
  mapping: read('canada-nap6/mapping.json'),
}
const mappingOf = (text: string): ImportMapping => {
  const parsed = parseMapping(text)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  return parsed.mapping
}
const canada = mappingOf(files.mapping)
const rows = rowsFrom('canada-nap6/commitments.csv')
const changed = (row: number, cells: Record<string, string>): ImportRow[] =>
  rows.map((one) => (one.row === row ? { row, cells: { ...one.cells, ...cells } } : one))

/** A register with Canada's declaration open and nothing in it. */
async function opened(): Promise<World> {
  const w = await world()
  granted(await openDeclaration(w.as(w.administrator, daysFromNow(-2)), nap6))
  return w
}
const bringIn = (w: World, actor = w.coordinator, order = {}) =>
  importCommitments(w.as(actor), { mapping: canada, rows, ...order })

const ofCanada = (db: Database) =>
  db
    .select()
    .from(commitments)
    .where(eq(commitments.declaration, 'nap6'))
    .orderBy(asc(commitments.number))
const sizes = async (db: Database) => ({
  acts: (await db.select({ n: count() }).from(acts).get())?.n,
  entries: (await db.select({ n: count() }).from(logEntries).get())?.n,
  organisations: (await db.select({ n: count() }).from(organisations).get())?.n,
  commitments: (await db.select({ n: count() }).from(commitments).get())?.n,
})

it('brings the whole plan of Canada in: 4 commitments, 19 milestones, 65 indicators, in both languages', async () => {
  const w = await opened()
  const report = granted(await importFiles(w.as(w.coordinator), files))
  expect(report).toEqual({
    declaration: 'nap6',
    opensDeclaration: false,
    counts: { commitments: 4, milestones: 19, indicators: 65 },
    newOrganisations: 1,
    differingOrganisations: [],
    published: 4,
    amended: 0,
    unchanged: 0,
  })

  const plan = await ofCanada(w.db)
  expect(plan.map(({ number, state, externalId }) => [number, state, externalId])).toEqual([
    ['NAP6-2026-0001', 'published', 'canada-nap6/C01'],
    ['NAP6-2026-0002', 'published', 'canada-nap6/C02'],
    ['NAP6-2026-0003', 'published', 'canada-nap6/C03'],
    ['NAP6-2026-0004', 'published', 'canada-nap6/C04'],
  ])
  const terms = plan.map((one) => one.terms as Terms)
  const dated = terms.flatMap((one) => one.milestones)
  const indicators = dated.flatMap((one) => one.indicators)
  expect([dated.length, indicators.length]).toEqual([19, 65])
  expect(terms.every((one) => Boolean(one.translations['fr']?.title))).toBe(true)
  expect(dated.every((one) => Boolean(one.translations['fr']))).toBe(true)
  expect(indicators.every((one) => one.words['fr'] && one.dueWords['fr'])).toBe(true)
  expect(await w.db.select().from(milestones)).toHaveLength(19)
  expect(plan.every((one) => one.provenance?.licence === 'MIT')).toBe(true)
  await checkLog(w.db)
  await checkStanding(w.db, TODAY)
})

it('brings its organisation in as verified by the coordinator, and records who published', async () => {
  const w = await opened()
  granted(await bringIn(w))
  const lead = await w.db
    .select()
    .from(organisations)
    .where(eq(organisations.externalId, 'canada-nap6/government-of-canada'))
    .get()
  expect(lead).toMatchObject({
    state: 'verified',
    joinedAt: NOW,
    group: 'government',
    country: 'CA',
  })
  const kinds = await w.db
    .select({ kind: acts.kind, by: acts.userId })
    .from(acts)
    .where(eq(acts.at, NOW))
  expect(kinds.map(({ kind }) => kind).toSorted()).toEqual([
    ...Array.from({ length: 4 }, () => 'commitment.published'),
    'org.registered',
    'org.verified',
  ])
  expect(new Set(kinds.map(({ by }) => by))).toEqual(new Set([w.coordinator.userId]))
  expect(await w.db.select().from(screenings)).toHaveLength(4)
})

it('does nothing at all when the same table comes again', async () => {
  const w = await opened()
  granted(await bringIn(w))
  const before = await sizes(w.db)
  expect(granted(await bringIn(w, w.secondCoordinator))).toMatchObject({
    newOrganisations: 0,
    published: 0,
    amended: 0,
    unchanged: 4,
  })
  expect(await sizes(w.db)).toEqual(before)
})

it('makes one new version of the one commitment a changed row belongs to', async () => {
  const w = await opened()
  granted(await bringIn(w))
  const before = await sizes(w.db)
  const later = changed(2, { deadline_en: 'Fall 2028', deadline_fr: 'Automne 2028' })
  const now = daysFromNow(1)
  const report = granted(
    await importCommitments({ ...w.as(w.coordinator), now }, { mapping: canada, rows: later }),
  )
  expect(report).toMatchObject({ published: 0, amended: 1, unchanged: 3 })
  const after = await sizes(w.db)
  expect([after.acts! - before.acts!, after.entries! - before.entries!]).toEqual([1, 1])
  const versions = await w.db
    .select()
    .from(commitmentVersions)
    .where(eq(commitmentVersions.version, 2))
  expect(versions).toHaveLength(1)
  expect(versions[0]!.reason).toContain('Imported again from')
  const [first] = await ofCanada(w.db)
  expect(first).toMatchObject({ version: 2, number: 'NAP6-2026-0001' })
  expect((first!.terms as Terms).milestones[0]).toMatchObject({
    code: 'C01.1',
    dueOn: '2028-12-20',
  })
  await checkLog(w.db)
  await checkStanding(w.db, TODAY)
})

it('names a broken row by its row and column, and writes nothing', async () => {
  const w = await opened()
  const before = await sizes(w.db)
  const broken = changed(40, { deadline_en: 'Sometime' })
  expect(await bringIn(w, w.coordinator, { rows: broken })).toMatchObject({
    ok: false,
    code: 'import-problems',
    problems: [{ row: 40, column: 'deadline_en', value: 'Sometime', code: 'unmapped-deadline' }],
  })
  expect(await sizes(w.db)).toEqual(before)
})

it('writes nothing of a table in which one commitment can no longer change', async () => {
  const w = await opened()
  granted(await bringIn(w))
  const [first] = await ofCanada(w.db)
  // Nobody belongs to an imported organisation: a member is put in to make the withdrawal.
  await w.db.insert(members).values({
    id: 'mbr_canada',
    organisationId: first!.leadId,
    userId: w.otherPartner.userId,
    role: 'focal-point',
    since: daysFromNow(-1),
  })
  const partner = await again(w.db, w.otherPartner.userId)
  granted(await withdrawCommitment(w.as(partner), first!.id, 'The plan was given up.'))
  const before = await sizes(w.db)
  const retitled = rows.map((one) => ({
    ...one,
    cells: { ...one.cells, commitment_en: `New: ${one.cells['commitment_en']}` },
  }))
  expect(await bringIn(w, w.coordinator, { rows: retitled })).toMatchObject({
    problems: [{ row: 0, value: 'C01', code: 'commitment-not-open' }],
  })
  expect(await sizes(w.db)).toEqual(before)
})

it('says what a dry run would do, problems too, and writes nothing', async () => {
  const w = await opened()
  const before = await sizes(w.db)
  expect(granted(await bringIn(w, w.coordinator, { dryRun: true }))).toMatchObject({ published: 4 })
  expect(await sizes(w.db)).toEqual(before)
  const broken = changed(3, { lead_dept: 'nobody' })
  expect(await bringIn(w, w.coordinator, { dryRun: true, rows: broken })).toMatchObject({
    problems: [{ row: 3, column: 'lead_dept' }],
  })
})

it('leaves the register untouched when writing fails in the middle', async () => {
  const w = await opened()
  const before = await sizes(w.db)
  await w.db.$client.execute(
    "CREATE TRIGGER full BEFORE INSERT ON milestones WHEN (SELECT count(*) FROM milestones) > 10 BEGIN SELECT RAISE(ABORT, 'disk'); END",
  )
  await expect(bringIn(w)).rejects.toThrow()
  expect(await sizes(w.db)).toEqual(before)
  await w.db.$client.execute('DROP TRIGGER full')
  expect(granted(await bringIn(w))).toMatchObject({ published: 4 })
  expect((await ofCanada(w.db))[0]?.number).toBe('NAP6-2026-0001')
})

it('is done by coordinators only, and not by one who belongs to a party', async () => {
  const w = await opened()
  const before = await sizes(w.db)
  for (const actor of [w.partner, w.stranger, w.administrator])
    expect(await bringIn(w, actor)).toEqual({ ok: false, code: 'coordinator-only' })
  expect(await sizes(w.db)).toEqual(before)

  granted(await bringIn(w))
  const [first] = await ofCanada(w.db)
  await w.db.insert(members).values({
    id: 'mbr_former',
    organisationId: first!.leadId,
    userId: w.secondCoordinator.userId,
    role: 'editor',
    since: daysFromNow(-400),
    until: daysFromNow(-100),
  })
  const conflicted = await again(w.db, w.secondCoordinator.userId)
  const later = changed(2, { deadline_en: 'Fall 2028', deadline_fr: 'Automne 2028' })
  for (const order of [{ rows: later }, {}, { dryRun: true }])
    expect(await bringIn(w, conflicted, order)).toEqual({ ok: false, code: 'conflict-of-interest' })
})

it('brings nothing in for an organisation that is suspended', async () => {
  const w = await opened()
  granted(await bringIn(w))
  const [first] = await ofCanada(w.db)
  granted(
    await decideOrganisation(w.as(w.coordinator), first!.leadId, 'suspend', 'It does not exist.'),
  )
  expect(await bringIn(w)).toEqual({ ok: false, code: 'organisation-not-verified' })
})

it('keeps what the record says of an organisation, and says where the mapping differs', async () => {
  const w = await opened()
  granted(await bringIn(w))
  const renamed = mappingOf(
    files.mapping
      .replace('"en": "Government of Canada"\n', '"en": "Canada"\n')
      .replaceAll('"country": "CA"', '"country": null'),
  )
  const report = granted(await bringIn(w, w.coordinator, { mapping: renamed }))
  expect(report.differingOrganisations).toHaveLength(1)
  expect(report.unchanged).toBe(4)
})

it('opens the declaration with the table where an administrator imports, and only then', async () => {
  const w = await world()
  const before = await sizes(w.db)
  const order = { mapping: canada, rows, declaration: nap6 }
  expect(await importCommitments(w.as(w.coordinator), { mapping: canada, rows })).toEqual({
    ok: false,
    code: 'declaration-not-open',
  })
  expect(await importCommitments(w.as(w.coordinator), order)).toEqual({
    ok: false,
    code: 'administrator-only',
  })
  const both = { ...w.coordinator, administrator: true }
  expect(granted(await importCommitments(w.as(both), { ...order, dryRun: true }))).toMatchObject({
    opensDeclaration: true,
  })
  expect(await sizes(w.db)).toEqual(before)
  expect(granted(await importCommitments(w.as(both), order))).toMatchObject({
    opensDeclaration: true,
    published: 4,
  })
  await checkLog(w.db)
})

it('numbers on where the year has numbers already, across many commitments', async () => {
  const w = await world()
  const mapping = read('examples/plain.mapping.json')
  const [head = '', one = ''] = read('examples/plain.csv').split('\n')
  const table = (from: number, to: number) =>
    [
      head,
      ...Array.from({ length: to - from }, (_, at) => one.replaceAll('EX-1', `EX-${from + at}`)),
    ].join('\n')
  const seen: string[] = []
  const onProgress = (done: number, all: number) => void seen.push(`${done}/${all}`)
  granted(await importFiles(w.as(w.coordinator), { mapping, table: table(1, 121) }, { onProgress }))
  expect(seen).toEqual(['0/120', '50/120', '100/120', '120/120'])
  granted(await importFiles(w.as(w.coordinator), { mapping, table: table(121, 124) }))
  const numbers = (await w.db.select({ number: commitments.number }).from(commitments)).map(
    (row) => row.number,
  )
  expect(numbers.toSorted().at(-1)).toBe('QD-2026-0123')
  expect(new Set(numbers).size).toBe(123)
  await checkLog(w.db)
})

it('is done once by two who import the same table at the same time', async () => {
  const w = await opened()
  const both = await Promise.all([bringIn(w), bringIn(w, w.secondCoordinator)])
  expect(both.map((one) => granted(one).published)).toEqual([4, 0])
  expect(await ofCanada(w.db)).toHaveLength(4)
})
