import { count } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'

import type { Database } from '#app/db/client.server.ts'
import { acts } from '#app/db/schema/acts.ts'
import { commitments } from '#app/db/schema/commitments.ts'
import { logEntries } from '#app/db/schema/log.ts'
import { organisations } from '#app/db/schema/organisations.ts'
import type { PublicCommitment } from '#app/domain/open-data/commitment.ts'
import type { PublicOrganisation } from '#app/domain/open-data/organisation.ts'
import { importPackage } from '#app/use-cases/imports/import-package.server.ts'
import { decideOrganisation } from '#app/use-cases/organisations/decide-organisation.server.ts'
import { checkLog } from '#tests/support/check-log.ts'
import { checkReplay } from '#tests/support/check-replay.ts'
import { checkStanding } from '#tests/support/check-standing.ts'
import { exportOf } from '#tests/support/exported.ts'
import { person } from '#tests/support/people.ts'
import { emptyRegister, linesOf, sameRecord } from '#tests/support/round-trip.ts'
import { story } from '#tests/support/story.ts'
import { daysFromNow, granted, published, world, type World } from '#tests/support/world.ts'

const LATER = daysFromNow(20)
type Files = Map<string, string>
type Register = Awaited<ReturnType<typeof emptyRegister>>

const sizes = (db: Database) =>
  Promise.all(
    [acts, logEntries, organisations, commitments].map(
      async (one) => (await db.select({ n: count() }).from(one).get())?.n,
    ),
  )
const bringIn = ({ db, importer }: Register, files: Files, actor = importer) =>
  importPackage({ db, actor, now: LATER }, { files })
const changed = (files: Files, file: string, change: (text: string) => string): Files => {
  const text = files.get(file) ?? ''
  expect([file, change(text)]).not.toEqual([file, text])
  return new Map([...files, [file, change(text)]])
}

describe('a register where everything has happened', () => {
  let w: World
  let exported: Files

  beforeAll(async () => {
    w = await world()
    await story(w, () => Promise.resolve())
    await published(w, {
      title: '=SUM(A1)',
      text: '\'Words; -and\n\t@more of them, "quoted" twice',
    })
    exported = await exportOf(w.db, LATER)
  }, 60_000)

  /** Two orders withhold words of one act: which withheld which is not for an import to guess. */
  const leftOut = ['QD-2026-0001']

  it('is the same public record in an empty one, but for what cannot be told', async () => {
    const second = await emptyRegister()
    const report = granted(await bringIn(second, exported))
    expect(report).toEqual({
      declarations: 2,
      organisations: 3,
      published: 2,
      unchanged: 0,
      differing: [],
      leftOut,
    })
    const imported = await exportOf(second.db, LATER)
    sameRecord(exported, imported, leftOut)
    const [withdrawn, awkward] = linesOf<PublicCommitment>(imported.get('commitments.jsonl'))
    expect(withdrawn).toMatchObject({ state: 'withdrawn', outcome: 'withdrawn' })
    expect(awkward).toMatchObject({ title: '=SUM(A1)', text: expect.stringContaining('\t@more') })
    const suspended = linesOf<PublicOrganisation>(imported.get('organisations.jsonl')).filter(
      ({ state }) => state === 'suspended',
    )
    expect(suspended).toHaveLength(1)
    await checkLog(second.db)
    await checkStanding(second.db, LATER.toISOString().slice(0, 10))
    expect(await checkReplay(second.db, LATER)).toBeGreaterThan(0)
  })

  it('leaves out what has words withheld: the sign for them is never typed', async () => {
    const second = await emptyRegister()
    granted(await bringIn(second, exported))
    const imported = await exportOf(second.db, LATER)
    const marked = [...imported].filter(([, text]) => text.includes('█')).map(([name]) => name)
    // The description of the table of what is withheld explains the sign.
    expect(marked).toEqual(['datapackage.json'])
  })

  it('brought in again changes nothing; what says something else here is named and left', async () => {
    const second = await emptyRegister()
    granted(await bringIn(second, exported))
    const before = await sizes(second.db)
    const again = granted(await bringIn(second, exported))
    expect(again).toMatchObject({ declarations: 0, organisations: 0, published: 0, unchanged: 2 })
    const other = changed(exported, 'commitments.csv', (text) =>
      text.replace('A promise that is taken back', 'A promise that was changed'),
    )
    expect(granted(await bringIn(second, other)).differing).toEqual(['QD-2026-0002'])
    expect(await sizes(second.db)).toEqual(before)
  })

  it('a dry run says the same and writes nothing', async () => {
    const second = await emptyRegister()
    const before = await sizes(second.db)
    const acting = { db: second.db, actor: second.importer, now: LATER }
    const report = granted(await importPackage(acting, { files: exported, dryRun: true }))
    expect(report).toMatchObject({ declarations: 2, organisations: 3, published: 2 })
    expect(await sizes(second.db)).toEqual(before)
  })

  it('is refused to strangers, and to who opens no declarations; nothing is written', async () => {
    const second = await emptyRegister()
    const before = await sizes(second.db)
    for (const [who, code] of [
      ['stranger', 'coordinator-only'],
      ['coordinator', 'administrator-only'],
    ] as const)
      expect(await bringIn(second, exported, second[who])).toEqual({ ok: false, code })
    expect(await sizes(second.db)).toEqual(before)
  })

  it('is refused to a coordinator with an interest in a lead, and under a suspended lead', async () => {
    // The same once more under other numbers and ids: new commitments of leads that are here.
    const before = await sizes(w.db)
    const moved = changed(exported, 'commitments.csv', (text) =>
      text.replaceAll(/cmt_/g, 'cmt_a').replaceAll('QD-2026-', 'QD-2025-'),
    )
    const files = new Map(
      [...moved].map(([name, text]) =>
        name.endsWith('.csv') && name !== 'commitments.csv'
          ? [name, text.replaceAll('QD-2026-', 'QD-2025-').replaceAll(/mls_/g, 'mls_a')]
          : [name, text],
      ) as [string, string][],
    )
    const by = (actor: World['coordinator']) =>
      importPackage({ db: w.db, actor, now: LATER }, { files, dryRun: true })
    expect(await by(w.conflicted)).toEqual({ ok: false, code: 'conflict-of-interest' })
    expect((await by(w.coordinator)).ok).toBe(true)
    granted(
      await decideOrganisation(
        w.as(w.coordinator, LATER),
        w.organisationId,
        'suspend',
        'A test of it.',
      ),
    )
    expect(await by(w.coordinator)).toEqual({ ok: false, code: 'organisation-not-verified' })
    expect(await sizes(w.db)).toEqual(before.map((n, place) => (place < 2 ? (n ?? 0) + 1 : n)))
  })

  it('the next number of a year comes after those that were brought in', async () => {
    const numbers = linesOf<PublicCommitment>(exported.get('commitments.jsonl')).map(
      ({ number }) => number,
    )
    const fresh = await world()
    expect(numbers.at(-1)).toBe('QD-2026-0003')
    const here = await importPackage(
      { db: fresh.db, actor: fresh.coordinator, now: LATER },
      {
        files: changed(exported, 'declarations.json', (text) =>
          text.replace(/,\s*\{\s*"key": "td2020"[^]*$/, ']}'),
        ),
      },
    )
    granted(here)
    const next = await published(fresh, {}, LATER)
    expect(next.number).toBe('QD-2026-0004')
  })

  it('names file, row and column of whatever is wrong, and writes nothing', async () => {
    const second = await emptyRegister()
    const before = await sizes(second.db)
    const problemsOf = async (files: Files) => {
      const answer = await bringIn(second, files)
      if (answer.ok || !('problems' in answer)) throw new Error('nothing was found wrong')
      return answer.problems.map(({ file, row, column, code }) => [file, row, column, code])
    }
    const without = new Map(exported)
    without.delete('milestones.csv')
    expect(await problemsOf(without)).toEqual([['milestones.csv', 0, '', 'missing-file']])
    const cases: [string, (text: string) => string, unknown[]][] = [
      ['datapackage.json', () => '{}', ['datapackage.json', 0, '', 'not-readable']],
      ['commitments.csv', (text) => `${text}"`, ['commitments.csv', 5, '', 'broken-quotes']],
      [
        'commitments.csv',
        (text) => text.replace('2027-09-19', '19/9/2027'),
        ['commitments.csv', 2, 'endOn', 'not-a-date'],
      ],
      [
        'commitments.csv',
        (text) => text.replaceAll('qd2015/quality/2', 'qd2015/quality/9'),
        ['commitments.csv', 2, 'clause', 'unknown-clause'],
      ],
      [
        'milestones.csv',
        (text) => text.replace('QD-2026-0002', 'QD-2026-0009'),
        ['milestones.csv', 4, 'commitment', 'refers-to-nothing'],
      ],
      [
        'places.csv',
        (text) => text.replace('QD-2026-0002,KE', 'QD-2026-0002,XX'),
        ['places.csv', 3, 'place', 'not-on-list'],
      ],
      [
        'changes.csv',
        (text) => text.replace('in two years', 'in three years'),
        ['commitments.csv', 2, 'version', 'history-broken'],
      ],
      [
        'organisations.csv',
        (text) => text.replace(',KE,', ',XX,'),
        ['organisations.csv', 2, 'country', 'not-readable'],
      ],
      [
        'commitments.csv',
        (text) => text.replace('number,', 'No,'),
        ['commitments.csv', 1, 'number', 'missing-column'],
      ],
    ]
    for (const [file, change, wrong] of cases)
      expect(await problemsOf(changed(exported, file, change))).toContainEqual(wrong)
    expect(await sizes(second.db)).toEqual(before)
  })

  it('stops where something else has a number, or another text stands under a declaration', async () => {
    const fresh = await world()
    for (const title of ['One', 'Another']) await published(fresh, { title })
    const actor = await person(fresh.db, 'importer', { administrator: true, coordinator: true })
    const before = await sizes(fresh.db)
    const files = changed(exported, 'declarations.json', (text) =>
      text.replace('"replyWithinDays": 14', '"replyWithinDays": 15'),
    )
    const answer = await importPackage({ db: fresh.db, actor, now: LATER }, { files })
    expect(answer).toMatchObject({ ok: false, code: 'import-problems' })
    const codes = 'problems' in answer ? answer.problems.map(({ code }) => code) : []
    expect(codes.toSorted()).toEqual(['declaration-differs', 'number-taken'])
    expect(await sizes(fresh.db)).toEqual(before)
  })
})
