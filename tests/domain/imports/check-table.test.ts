import { expect, it } from 'vitest'

import { checkTable, contradictionsIn } from '#app/domain/imports/check-table.ts'
import type { ImportRow } from '#app/domain/imports/read-rows.ts'

import { declarationFrom, mappingFrom, rowsFrom } from './files.ts'

const nap6 = declarationFrom('canada-nap6.json')
const qingdao = declarationFrom('qingdao-2015.json')
const canada = mappingFrom('canada-nap6/mapping.json')
const plain = mappingFrom('examples/plain.mapping.json')
const canadaRows = rowsFrom('canada-nap6/commitments.csv')
const plainRows = rowsFrom('examples/plain.csv')

const changed = (rows: ImportRow[], row: number, cells: Record<string, string>): ImportRow[] =>
  rows.map((one) => (one.row === row ? { row, cells: { ...one.cells, ...cells } } : one))

it('finds nothing wrong with the tables that come with the register', () => {
  expect(checkTable(canada, nap6, canadaRows)).toEqual([])
  expect(checkTable(plain, qingdao, plainRows)).toEqual([])
  expect(contradictionsIn(canada, canadaRows)).toEqual([])
  expect(contradictionsIn(plain, plainRows)).toEqual([])
})

it('refuses a mapping made for another declaration', () => {
  expect(checkTable(canada, qingdao, canadaRows)).toEqual([
    { row: 0, column: '', value: 'nap6', code: 'wrong-declaration' },
  ])
})

it('refuses a fixed clause that the declaration does not have', () => {
  const { commitment } = plain.levels
  const fixed = (key: string) => ({
    ...plain,
    levels: { ...plain.levels, commitment: { ...commitment, clause: { key } } },
  })
  expect(checkTable(fixed('qd2015/oer/1'), qingdao, plainRows)).toEqual([])
  expect(checkTable(fixed('qd2015/oer/9'), qingdao, plainRows)).toEqual([
    { row: 0, column: '', value: 'qd2015/oer/9', code: 'unknown-clause' },
  ])
})

it('names each column the mapping wants and the table lacks, once, at the header', () => {
  const wanted =
    'in words,clause,start,end,organisation,milestone,what will be done,who,due,unit,baseline,target'
  const lacking = [{ row: 2, cells: { commitment: 'X', title: 'Y' } }]
  expect(checkTable(plain, qingdao, lacking)).toEqual(
    wanted.split(',').map((column) => ({ row: 1, column, value: '', code: 'missing-column' })),
  )
  expect(checkTable(plain, qingdao, [])).toEqual([
    { row: 0, column: '', value: '', code: 'no-rows' },
  ])
})

it('names rows that say something else of a commitment than the first, and that row', () => {
  const rows = changed(plainRows, 3, { title: 'Another title', end: '2029-12-31' })
  expect(contradictionsIn(plain, rows)).toEqual([
    { row: 3, column: 'title', value: 'Another title', code: 'inconsistent-parent', otherRow: 2 },
    { row: 3, column: 'end', value: '2029-12-31', code: 'inconsistent-parent', otherRow: 2 },
  ])
})

it('names rows that say something else of a milestone, or put it under another commitment', () => {
  expect(contradictionsIn(canada, changed(canadaRows, 4, { milestone_fr: 'Autre' }))).toEqual([
    { row: 4, column: 'milestone_fr', value: 'Autre', code: 'inconsistent-parent', otherRow: 2 },
  ])
  const { commitment_en = '', commitment_fr = '' } =
    canadaRows.find(({ cells }) => cells['commitment_code'] === 'C02')?.cells ?? {}
  const moved = { commitment_code: 'C02', commitment_en, commitment_fr }
  expect(contradictionsIn(canada, changed(canadaRows, 4, moved))).toEqual([
    { row: 4, column: 'commitment_code', value: 'C02', code: 'inconsistent-parent', otherRow: 2 },
  ])
})

it('names rows that repeat the code of an indicator, or of a milestone without indicators', () => {
  expect(contradictionsIn(canada, changed(canadaRows, 4, { indicator_code: 'C01.1.1' }))).toEqual([
    { row: 4, column: 'indicator_code', value: 'C01.1.1', code: 'duplicate-code', otherRow: 2 },
  ])
  expect(contradictionsIn(plain, changed(plainRows, 4, { milestone: 'EX-1.2' }))).toEqual([
    { row: 4, column: 'milestone', value: 'EX-1.2', code: 'duplicate-code', otherRow: 3 },
  ])
})

it('blames the later row, however the rows are ordered', () => {
  const rows = changed(canadaRows, 4, { indicator_code: 'C01.1.1' })
  expect(contradictionsIn(canada, rows.toReversed())).toEqual(contradictionsIn(canada, rows))
})

it('names the first row of a commitment that has one milestone too many', () => {
  const [first] = plainRows
  const rows = (commitments: number, milestones: number): ImportRow[] =>
    Array.from({ length: commitments * milestones }, (_, at) => {
      const commitment = `EX-${Math.floor(at / milestones)}`
      const cells = { ...first?.cells, commitment, milestone: `${commitment}.${at % milestones}` }
      return { row: at + 2, cells }
    })
  expect(contradictionsIn(plain, rows(3, 60))).toEqual([])
  expect(contradictionsIn(plain, rows(2, 62))).toMatchObject([
    { row: 62, column: 'milestone', value: 'EX-0.60', code: 'too-many-milestones' },
    { row: 124, column: 'milestone', value: 'EX-1.60', code: 'too-many-milestones' },
  ])
})
