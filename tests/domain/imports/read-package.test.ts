import { readFileSync } from 'node:fs'

import { parse } from 'csv-parse/sync'
import { expect, it } from 'vitest'

import { importedTables, readPackage } from '#app/domain/imports/read-package.ts'
import { dataPackage } from '#app/domain/open-data/data-package.ts'
import { headerLine } from '#app/domain/open-data/table.ts'

const declaration = {
  ...(JSON.parse(readFileSync('declarations/qingdao-2015.json', 'utf8')) as object),
  openedAt: '2026-01-01T00:00:00Z',
}
const TODAY = '2026-11-23'
const descriptor = dataPackage({
  origin: 'https://first.example',
  title: 'Kept',
  says: 'Everything.',
  declarations: [],
  log: { size: 7, root: 'cm9vdA==' },
  created: new Date(0),
})

type Cells = Readonly<Record<string, string>>
const organisation: Cells = {
  ...{ id: 'org_a', name: 'M', names: '{"en":"M"}', lang: 'en', group: 'government' },
  ...{ country: 'KE', invented: 'false', state: 'verified', joinedAt: '2026-01-01T00:00:00Z' },
}
const commitment: Cells = {
  ...{ number: 'QD-2026-0001', id: 'cmt_a', declaration: 'qd2015', lang: 'en', title: 'T' },
  ...{ text: 'We do.', translations: '{}', clause: 'qd2015/oer/1', scope: 'places' },
  ...{ startOn: '2026-01-01', endOn: '2027-01-01', lead: 'org_a', group: 'government' },
  ...{ invented: 'false', state: 'published', version: '1' },
  publishedAt: '2026-01-02T00:00:00Z',
}
const milestone: Cells = {
  ...{ id: 'mls_a', commitment: 'QD-2026-0001', position: '1', title: 'M', translations: '{}' },
  ...{ dueOn: '2026-06-01', unit: 'schools', target: '5' },
}
const version: Cells = {
  ...{ commitment: 'QD-2026-0001', version: '1', reason: '', at: '2026-01-02T00:00:00Z' },
}
const place: Cells = { commitment: 'QD-2026-0001', place: 'KE' }

/** A package of these rows; what a row does not say is an empty cell. */
function packageOf(rows: Readonly<Record<string, readonly Cells[]>>, more: object = {}) {
  const tables = new Map(
    importedTables.map((table) => {
      const columns = (parse(headerLine(table)) as string[][])[0] ?? []
      const body = (rows[table.name] ?? []).map((row) => columns.map((name) => row[name] ?? ''))
      return [table.name, [columns, ...body]] as const
    }),
  )
  const declarations = { declarations: [declaration] }
  return readPackage({ descriptor, declarations, tables, ...more }, TODAY)
}
const whole = {
  organisations: [organisation],
  commitments: [commitment],
  milestones: [milestone],
  versions: [version],
  places: [place],
}
const problemsOf = (rows: Parameters<typeof packageOf>[0], more = {}) => {
  const read = packageOf({ ...whole, ...rows }, more)
  return read.ok ? [] : read.problems.map(({ file, column, code }) => [file, column, code])
}

it('reads what a package would bring in', () => {
  const read = packageOf(whole)
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  const { commitments, organisations, declarations, leftOut, provenance } = read.plan
  expect(declarations.map((one) => [one.declaration.key, one.openedAt])).toEqual([
    ['qd2015', '2026-01-01T00:00:00Z'],
  ])
  expect(organisations.map((one) => one.organisation.id)).toEqual(['org_a'])
  expect(leftOut).toEqual([])
  expect(provenance.publisher).toBe('first.example')
  expect(commitments).toHaveLength(1)
  expect(commitments[0]).toMatchObject({
    number: 'QD-2026-0001',
    leadId: 'org_a',
    externalId: null,
    withdrawal: null,
    provenance: { url: 'https://first.example/r/QD-2026-0001' },
  })
  expect(commitments[0]?.versions[0]?.terms).toMatchObject({
    places: ['KE'],
    furtherClauses: [],
    milestones: [{ id: 'mls_a', target: 5, baseline: null }],
  })
})

it('keeps the provenance that an imported one has already', () => {
  const said = { provenanceTitle: 'Plan', provenancePublisher: 'P', provenanceLicence: 'MIT' }
  const read = packageOf({ ...whole, commitments: [{ ...commitment, ...said }] })
  expect(read.ok && read.plan.commitments[0]?.provenance).toEqual({
    ...{ title: 'Plan', publisher: 'P', licence: 'MIT', notice: '' },
  })
})

it('leaves out, by number, what has words withheld', () => {
  const read = packageOf({ ...whole, commitments: [{ ...commitment, text: 'We █.' }] })
  expect(read.ok && [read.plan.commitments, read.plan.leftOut]).toEqual([[], ['QD-2026-0001']])
})

it('names whatever does not fit together', () => {
  const one = (changes: Cells) => ({ commitments: [{ ...commitment, ...changes }] })
  const step = (changes: Cells) => ({ milestones: [{ ...milestone, ...changes }] })
  const c = 'commitments.csv'
  const m = 'milestones.csv'
  expect(problemsOf(whole)).toEqual([])
  expect(problemsOf(one({ number: 'XX-2026-0001' })).length).toBeGreaterThan(0)
  expect(problemsOf(one({ id: 'org_a' }))).toEqual([[c, 'id', 'not-readable']])
  expect(problemsOf(one({ lang: 'xx' }))).toContainEqual([c, 'lang', 'not-on-list'])
  expect(problemsOf(one({ lead: 'org_b' }))).toEqual([[c, 'lead', 'refers-to-nothing']])
  expect(problemsOf(one({ declaration: 'x' }))).toEqual([[c, 'declaration', 'refers-to-nothing']])
  expect(problemsOf(one({ clause: 'qd2015/no/1' }))).toEqual([[c, 'clause', 'unknown-clause']])
  expect(problemsOf(one({ endOn: '2025-01-01' }))).toContainEqual([c, 'endOn', 'end-before-start'])
  expect(problemsOf(one({ provenanceUrl: 'javascript:1' }))).toEqual([
    [c, 'provenanceUrl', 'not-readable'],
  ])
  expect(problemsOf(one({ state: 'withdrawn' }))).toEqual([
    [c, 'withdrawalReason', 'missing'],
    [c, 'withdrawnAt', 'missing'],
  ])
  expect(problemsOf(one({ state: 'closed' }))).toEqual([[c, 'closedAt', 'missing']])
  expect(problemsOf(one({ publishedAt: '2026-11-24T00:00:00Z' }))).toEqual([
    [c, 'publishedAt', 'date-out-of-range'],
  ])
  expect(problemsOf(one({ publishedAt: '1900-01-01T00:00:00Z' }))).toEqual([
    [c, 'publishedAt', 'date-out-of-range'],
  ])
  expect(problemsOf(one({ publishedAt: 'yesterday' }))).toEqual([[c, 'publishedAt', 'not-a-date']])
  expect(problemsOf(step({ id: 'x' }))).toEqual([[m, 'id', 'not-readable']])
  expect(problemsOf(step({ dueOn: '2028-01-01' }))).toEqual([
    [m, 'dueOn', 'milestone-outside-dates'],
  ])
  expect(problemsOf(step({ translations: '{"fr":1}' }))).toEqual([
    [m, 'translations', 'not-readable'],
  ])
  expect(problemsOf({ milestones: [] })).toEqual([[c, '', 'missing']])
  expect(problemsOf({ versions: [] })).toEqual([[c, 'version', 'history-broken']])
  expect(problemsOf({ places: [{ ...place, place: 'ZZ' }] })).toEqual([
    ['places.csv', 'place', 'not-on-list'],
  ])
  const crowd = Array.from({ length: 61 }, (_, n) => ({ ...milestone, id: `mls_${n}` }))
  expect(problemsOf({ milestones: crowd })).toEqual([[m, 'id', 'too-many-milestones']])
  expect(problemsOf({}, { descriptor: {}, declarations: 1, tables: new Map() })).toHaveLength(
    2 + importedTables.length,
  )
})

it('takes no review twice, whatever it is said to have looked at', () => {
  const report: Cells = {
    ...{ report: 'rpt_a', round: '1', milestone: 'mls_a', state: 'achieved', reached: 'yes' },
    ...{ at: '2026-02-01T00:00:00Z', value: '5', measuredOn: '2026-01-30', lang: 'en' },
    happened: 'All of it.',
  }
  const finding: Cells = {
    ...{ review: 'rvw_a', report: 'rpt_a', round: '1', kind: 'review', finding: 'achieved' },
    ...{ at: '2026-02-02T00:00:00Z', reasons: 'Seen.', rubricVersion: '1', people: '1' },
  }
  const asked = {
    ...{ returnedAt: '2026-02-01T12:00:00Z', questions: '[]', returnedReview: 'rvw_a' },
  }
  const rounds = [
    { ...report, ...asked },
    { ...report, round: '2', at: '2026-02-01T13:00:00Z' },
  ]
  const once = { reports: rounds, findings: [{ ...finding, review: 'rvw_b', round: '2' }] }
  expect(problemsOf(once)).toEqual([])
  expect(problemsOf({ reports: rounds, findings: [{ ...finding, round: '2' }] })).toEqual([
    ['reports.csv', 'state', 'account-broken'],
  ])
})
