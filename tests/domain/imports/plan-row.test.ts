import { expect, it } from 'vitest'

import type { ImportMapping } from '#app/domain/imports/mapping.ts'
import { planRow } from '#app/domain/imports/plan-row.ts'
import type { ImportProblem } from '#app/domain/imports/problem.ts'

import { declarationFrom, mappingFrom, rowsFrom } from './files.ts'

const nap6 = declarationFrom('canada-nap6.json')
const qingdao = declarationFrom('qingdao-2015.json')
const canada = mappingFrom('canada-nap6/mapping.json')
const plain = mappingFrom('examples/plain.mapping.json')
const [ofCanada, ofPlain] = [
  rowsFrom('canada-nap6/commitments.csv')[0],
  rowsFrom('examples/plain.csv')[1],
]

function read(mapping: ImportMapping, cells: Record<string, string> = {}) {
  const base = mapping === canada ? ofCanada : ofPlain
  const problems: ImportProblem[] = []
  const row = { row: base?.row ?? 0, cells: { ...base?.cells, ...cells } }
  const declaration = mapping.declaration === 'nap6' ? nap6 : qingdao
  const planned = planRow(row, mapping, declaration, (problem) => problems.push(problem))
  return { planned, said: problems.map(({ column, code }) => `${column}: ${code}`), problems }
}

it('reads a row of indicators at all three levels', () => {
  const { planned, said } = read(canada)
  expect(said).toEqual([])
  expect(planned?.commitment).toMatchObject({
    code: 'C01',
    clause: 'nap6/c01/1',
    startOn: '2025-01-01',
    endOn: '2029-12-31',
    lead: 'government-of-canada',
  })
  expect(planned?.milestone.responsible).toEqual([
    { en: 'Royal Canadian Mounted Police', fr: 'Gendarmerie royale du Canada' },
  ])
  expect(planned?.leaf).toMatchObject({
    kind: 'indicator',
    code: 'C01.1.1',
    due: { due: '2027-12-20', words: { en: 'Fall 2027', fr: 'Automne 2027' } },
  })
})

it('takes the title for the text where the table has no text', () => {
  const { planned } = read(canada)
  expect(planned?.commitment.text).toEqual(planned?.commitment.title)
  const written = read(plain).planned?.commitment
  expect(written?.text['en']).toMatch(/^Invented for this example/)
  const blank = read(plain, { 'in words': '' }).planned?.commitment
  expect(blank?.text).toEqual(blank?.title)
})

it('reads a row of a plain table', () => {
  expect(read(plain).planned?.leaf).toEqual({
    kind: 'milestone',
    due: {
      due: '2028-12-31',
      reading: { en: 'The last day of the year: 31 December 2028.' },
      words: { en: 'By end of 2028' },
    },
    unit: { en: 'teachers' },
    baseline: 150,
    target: 6000,
  })
})

it('leaves the baseline and the unit responsible open where nothing stands', () => {
  const { planned } = read(plain, { baseline: '', who: '' })
  expect(planned?.leaf).toMatchObject({ baseline: null })
  expect(planned?.milestone.responsible).toEqual([])
})

it('reads several departments in one cell and refuses one it does not know', () => {
  expect(read(canada, { lead_dept: 'jus | hc-sc' }).planned?.milestone.responsible).toHaveLength(2)
  expect(read(canada, { lead_dept: 'jus|mystery' }).said).toEqual(['lead_dept: unknown-department'])
  expect(read(canada, { lead_dept: 'constructor' }).said).toEqual(['lead_dept: unknown-department'])
})

it('names every faulty cell of a row at once', () => {
  const { planned, said } = read(plain, {
    title: '',
    clause: 'qd2015/oer/9',
    start: 'soon',
    end: '1999-01-01',
    organisation: 'nobody',
    'what will be done': 'x'.repeat(1001),
    due: 'One day',
    unit: '',
    baseline: 'none',
    target: '1,5',
  })
  expect(planned).toBeUndefined()
  expect(said).toEqual([
    'title: missing',
    'clause: unknown-clause',
    'start: not-a-date',
    'end: date-out-of-range',
    'organisation: unknown-organisation',
    'what will be done: too-long',
    'due: unmapped-deadline',
    'unit: missing',
    'target: not-a-number',
    'baseline: not-a-number',
  ])
})

it('refuses an end before the start, and a due date outside both', () => {
  expect(read(plain, { end: '2026-12-31' }).said).toEqual(['end: end-before-start'])
  expect(read(plain, { due: '2026-12-31' }).said).toEqual(['due: milestone-outside-dates'])
  expect(read(plain, { due: '2029-01-01' }).said).toEqual(['due: milestone-outside-dates'])
  expect(read(canada, { deadline_en: 'Fall 2030' }).said).toEqual([
    'deadline_en: milestone-outside-dates',
  ])
  expect(read(plain, { due: '2028-12-31' }).said).toEqual([])
})

it('refuses a code that the table of clauses does not list, and one that is no clause', () => {
  expect(read(canada, { commitment_code: 'C09' }).said).toEqual(['commitment_code: unknown-clause'])
  expect(read(canada, { commitment_code: '' }).said).toEqual(['commitment_code: missing'])
  // The preamble asks nothing of anyone, so nothing is promised under it.
  expect(read(plain, { clause: 'qd2015/preamble/1' }).said).toEqual(['clause: unknown-clause'])
})
