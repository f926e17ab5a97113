import fc from 'fast-check'
import { expect, it } from 'vitest'

import { planImport, type ImportPlan } from '#app/domain/imports/plan-import.ts'
import { importProblemCodes, type ImportProblemCode } from '#app/domain/imports/problem.ts'
import type { ImportRow } from '#app/domain/imports/read-rows.ts'
import type { LocalText } from '#app/domain/shared/language.ts'

import { declarationFrom, mappingFrom, rowsFrom } from './files.ts'

const nap6 = declarationFrom('canada-nap6.json')
const qingdao = declarationFrom('qingdao-2015.json')
const canada = mappingFrom('canada-nap6/mapping.json')
const plain = mappingFrom('examples/plain.mapping.json')
const canadaRows = rowsFrom('canada-nap6/commitments.csv')
const plainRows = rowsFrom('examples/plain.csv')

function planned(answer: ReturnType<typeof planImport>): ImportPlan {
  if (!answer.ok) throw new Error(JSON.stringify(answer.problems))
  return answer.plan
}
function refused(answer: ReturnType<typeof planImport>) {
  return answer.ok ? [] : answer.problems
}
const broken = (rows: ImportRow[], changes: Record<number, Record<string, string>>): ImportRow[] =>
  rows.map(({ row, cells }) => ({ row, cells: { ...cells, ...changes[row] } }))

const plan = planned(planImport(canada, nap6, canadaRows))
const milestones = plan.commitments.flatMap((commitment) => commitment.milestones)
const indicators = milestones.flatMap((milestone) => milestone.indicators)
const milestone = (code: string) => milestones.find((one) => one.code === code)

it("maps Canada's plan whole: 4 commitments, 19 milestones, 65 indicators", () => {
  expect(plan.counts).toEqual({ commitments: 4, milestones: 19, indicators: 65 })
  expect([plan.commitments.length, milestones.length, indicators.length]).toEqual([4, 19, 65])
  expect(plan.commitments.map(({ externalId, clause }) => [externalId, clause])).toEqual([
    ['canada-nap6/C01', 'nap6/c01/1'],
    ['canada-nap6/C02', 'nap6/c02/1'],
    ['canada-nap6/C03', 'nap6/c03/1'],
    ['canada-nap6/C04', 'nap6/c04/1'],
  ])
  expect(new Set(indicators.map((indicator) => indicator.code)).size).toBe(65)
})

it('gives every text of that plan in English and in French', () => {
  const texts: (LocalText | null)[] = [
    ...plan.commitments.flatMap(({ title, text, lead }) => [title, text, lead.names]),
    ...milestones.flatMap(({ title, unit, responsible }) => [title, unit, responsible]),
    ...indicators.flatMap(({ words, dueWords, reading }) => [words, dueWords, reading]),
    plan.source.title,
    plan.source.publisher,
  ]
  const lacking = texts.filter((text) => !text?.['en'] || !text['fr'])
  expect(lacking).toEqual([])
})

it('names who leads and where the plan comes from', () => {
  expect(plan.organisations).toEqual([
    {
      externalId: 'canada-nap6/government-of-canada',
      names: { en: 'Government of Canada', fr: 'Gouvernement du Canada' },
      group: 'government',
      country: 'CA',
      site: 'https://www.canada.ca',
    },
  ])
  for (const commitment of plan.commitments) {
    expect(commitment).toMatchObject({ lang: 'en', places: ['CA'], lead: plan.organisations[0] })
    expect(commitment.source).toMatchObject({ licence: 'MIT' })
    expect(commitment.source.notice).toContain('fb4263fb')
  }
})

it('measures a milestone by its indicators and lets the latest say when it is due', () => {
  expect(milestone('C01.1')).toMatchObject({
    externalId: 'canada-nap6/C01.1',
    dueOn: '2028-12-20',
    dueWords: null,
    unit: { en: 'indicators met', fr: 'indicateurs atteints' },
    baseline: 0,
    target: 5,
  })
  for (const one of milestones) {
    expect(one.target).toBe(one.indicators.length)
    expect(one.dueOn).toBe(
      one.indicators
        .map(({ dueOn }) => dueOn)
        .toSorted()
        .at(-1),
    )
  }
})

it('keeps the words of every deadline as their authors typed them', () => {
  const typed = canadaRows.map(({ cells }) => [
    cells['indicator_code'],
    cells['deadline_en'],
    cells['deadline_fr'],
  ])
  const kept = indicators.map(({ code, dueWords }) => [code, dueWords['en'], dueWords['fr']])
  expect(kept).toEqual(typed)
})

it('reads deadlines in words as the mapping says', () => {
  const due = Object.fromEntries(indicators.map(({ code, dueOn }) => [code, dueOn]))
  expect(due).toMatchObject({
    'C01.1.1': '2027-12-20', // Fall 2027
    'C01.1.2': '2025-03-20', // By winter 2025
    'C01.1.3': '2025-09-22', // By summer 2025
    'C01.2.2': '2029-12-31', // Ongoing
    'C01.4.2': '2027-03-31', // 2026-27, a fiscal year
    'C01.6.1': '2026-03-31', // By March 2026
    'C01.7.3': '2029-03-31', // Annually, by March 31
    'C02.2.2': '2026-06-20', // By spring 2026
    'C02.2.4': '2026-12-31', // By 2026
    'C02.3.1': '2028-12-31', // 2025 to 2028
    'C03.3.3': '2026-03-31', // By early 2026
    'C04.3.1': '2029-12-31', // Biannually until 2029
    'C04.5.3': '2027-11-30', // two years of promoting the Index, November 2027
  })
  const winter = indicators.find(({ code }) => code === 'C01.1.2')
  expect(winter?.reading).toMatchObject({
    en: 'The winter that ends in 2025; its last day, taken as 20 March 2025.',
  })
})

it('spells out the departments responsible, each once', () => {
  expect(milestone('C01.5')?.responsible).toEqual({
    en: 'Public Services and Procurement Canada; Health Canada',
    fr: 'Services publics et Approvisionnement Canada; Santé Canada',
  })
  expect(milestone('C01.1')?.responsible?.['en']).toBe('Royal Canadian Mounted Police')
})

it('makes the same plan of the same rows in any order', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray(canadaRows, { minLength: canadaRows.length }), (shuffled) => {
      expect(planned(planImport(canada, nap6, shuffled))).toEqual(plan)
    }),
    { numRuns: 25 },
  )
})

it('counts tens after nines when it puts milestones in order', () => {
  const [first] = plainRows
  const rows = [10, 9, 1].map((at) => ({
    row: at,
    cells: { ...first?.cells, milestone: `EX-1.${at}` },
  }))
  const [commitment] = planned(planImport(plain, qingdao, rows)).commitments
  expect(commitment?.milestones.map(({ code }) => code)).toEqual(['EX-1.1', 'EX-1.9', 'EX-1.10'])
})

it('takes a plain spreadsheet of one row per milestone', () => {
  const spreadsheet = planned(planImport(plain, qingdao, plainRows))
  expect(spreadsheet.counts).toEqual({ commitments: 2, milestones: 3, indicators: 0 })
  expect(spreadsheet.organisations.map(({ group }) => group)).toEqual([
    'government',
    'civil-society',
  ])
  const [textbooks, devices] = spreadsheet.commitments
  expect(textbooks?.milestones[1]).toEqual({
    externalId: 'plain-example/EX-1.2',
    code: 'EX-1.2',
    title: { en: 'Invented example: teachers trained to adapt open textbooks' },
    dueOn: '2028-12-31',
    dueWords: { en: 'By end of 2028' },
    reading: { en: 'The last day of the year: 31 December 2028.' },
    unit: { en: 'teachers' },
    baseline: 150,
    target: 6000,
    responsible: { en: 'Curriculum Office' },
    indicators: [],
  })
  expect(devices?.milestones[0]).toMatchObject({ baseline: null, responsible: null, reading: null })
})

it('marks the example as invented on every commitment', () => {
  for (const { title, text, lead } of planned(planImport(plain, qingdao, plainRows)).commitments)
    for (const words of [title, text, lead.names]) expect(words['en']).toMatch(/invented/i)
})

it('reports an unmapped deadline by row, column and words', () => {
  const rows = broken(canadaRows, { 12: { deadline_en: 'When resources allow' } })
  expect(refused(planImport(canada, nap6, rows))).toEqual([
    { row: 12, column: 'deadline_en', value: 'When resources allow', code: 'unmapped-deadline' },
  ])
})

it('names the problems of all rows in one report, in the order of the rows', () => {
  const rows = broken(canadaRows, {
    3: { indicator_fr: '' },
    9: { lead_dept: 'nobody', deadline_en: 'Soon' },
    20: { indicator_code: 'C01.1.1' },
    40: { milestone_en: 'Something else' },
    66: { indicator_en: 'x'.repeat(1001) },
  })
  const report = refused(planImport(canada, nap6, rows.toReversed()))
  expect(report.map(({ row, column, code, otherRow }) => [row, column, code, otherRow])).toEqual([
    [3, 'indicator_fr', 'one-language-only', undefined],
    [9, 'lead_dept', 'unknown-department', undefined],
    [9, 'deadline_en', 'unmapped-deadline', undefined],
    [20, 'indicator_code', 'duplicate-code', 2],
    [40, 'milestone_en', 'inconsistent-parent', expect.any(Number)],
    [66, 'indicator_en', 'too-long', undefined],
  ])
})

/** For each fault a row can have: a cell of row 3 of the plain table that has it. */
const faultyCells: Partial<Record<ImportProblemCode, [column: string, value: string]>> = {
  missing: ['milestone', ''],
  'too-long': ['unit', 'x'.repeat(121)],
  'unknown-clause': ['clause', 'qd2015/none/1'],
  'unknown-organisation': ['organisation', 'nobody'],
  'unmapped-deadline': ['due', 'In good time'],
  'not-a-date': ['start', '1 January 2027'],
  'date-out-of-range': ['end', '2205-12-31'],
  'end-before-start': ['end', '2026-01-01'],
  'milestone-outside-dates': ['due', '2035-01-01'],
  'not-a-number': ['target', 'many'],
  'number-out-of-range': ['target', '9'.repeat(13)],
  'duplicate-code': ['milestone', 'EX-1.1'],
  'inconsistent-parent': ['in words', 'Other words'],
}
it.each(Object.entries(faultyCells))('names row and column of %s', (code, [column, value]) => {
  const report = refused(planImport(plain, qingdao, broken(plainRows, { 3: { [column]: value } })))
  expect(report).toContainEqual(expect.objectContaining({ row: 3, column, code }))
  expect(report.every((problem) => problem.row === 3)).toBe(true)
})

it('has a test for every code there is', () => {
  const ofTheTable = 'empty-file no-rows unnamed-column duplicate-column missing-column'.split(' ')
  const elsewhere = 'wrong-cell-count wrong-declaration one-language-only unknown-department'
  const onRecord =
    'lead-changed commitment-not-open milestone-dropped milestone-already-reported withheld-sign'
  const others = `${elsewhere} broken-quotes too-many-milestones ${onRecord}`
  const ofPackages = [
    ...['missing-file', 'not-readable', 'not-on-list', 'refers-to-nothing', 'history-broken'],
    ...['account-broken', 'number-taken', 'declaration-differs'],
  ]
  const tried = [...ofPackages, ...Object.keys(faultyCells), ...ofTheTable, ...others.split(' ')]
  expect(tried.toSorted()).toEqual(importProblemCodes.toSorted())
})

it('refuses a table, or a mapping, that does not belong', () => {
  expect(refused(planImport(canada, qingdao, canadaRows))).toMatchObject([
    { row: 0, code: 'wrong-declaration' },
  ])
  expect(refused(planImport(plain, qingdao, canadaRows))).toContainEqual({
    row: 1,
    column: 'milestone',
    value: '',
    code: 'missing-column',
  })
  expect(refused(planImport(plain, qingdao, []))).toMatchObject([{ code: 'no-rows' }])
})
