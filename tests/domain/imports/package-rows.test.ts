import { expect, it } from 'vitest'

import { problemIn, readPackageTable } from '#app/domain/imports/package-rows.ts'
import type { ImportProblem } from '#app/domain/imports/problem.ts'
import type { Field } from '#app/domain/open-data/table.ts'

const field = (type: Field['type'], more: Partial<Field> = {}): Field => ({
  type,
  says: '',
  ...more,
})
const table = {
  name: 'things',
  primaryKey: ['id'],
  fields: {
    id: field('string', { required: true }),
    n: field('number'),
    whole: field('integer'),
    open: field('boolean'),
    day: field('date'),
    words: field('object'),
    list: field('array'),
    any: field('any'),
    kind: field('string', { oneOf: ['a', 'b'] }),
    shown: field('string', { derived: true }),
  },
}
const header = ['id', 'n', 'whole', 'open', 'day', 'words', 'list', 'any', 'kind']
const full = ['x', '-1.5', '2', 'true', '2026-01-31', '{"a":1}', '[1]', '"t"', 'a']
function read(...records: string[][]) {
  const problems: ImportProblem[] = []
  const rows = readPackageTable(table, records, (problem) => void problems.push(problem))
  return { rows, problems: problems.map(({ row, column, code }) => [row, column, code]) }
}

it('reads each cell as its column’s type, and passes over what follows from others', () => {
  const { rows, problems } = read([...header, 'unknown'], [...full, 'whatever'])
  expect(problems).toEqual([])
  expect(rows[0]).toMatchObject({
    file: 'things.csv',
    row: 2,
    values: {
      ...{ id: 'x', n: -1.5, whole: 2, open: true, day: '2026-01-31', kind: 'a' },
      ...{ words: { a: 1 }, list: [1], any: 't' },
    },
  })
  expect(rows[0]?.values).not.toHaveProperty('shown')
})

it('an empty cell is an empty text, and nothing at all in every other type', () => {
  const { rows } = read(header, ['x', '', '', '', '', '', '', '', ''])
  expect(rows[0]?.values).toEqual({
    ...{ id: 'x', n: null, whole: null, open: null, day: null, words: null, list: null, any: null },
    kind: '',
  })
})

it('takes the guard off a text that a spreadsheet would run', () => {
  const { rows } = read(header, ["'=1+1", ...full.slice(1)])
  expect(rows[0]?.values['id']).toBe('=1+1')
})

it.each([
  ['id', '', 'missing'],
  ['n', '1,5', 'not-a-number'],
  ['n', '1e13', 'number-out-of-range'],
  ['whole', '1.5', 'not-a-number'],
  ['open', 'yes', 'not-on-list'],
  ['day', '31/01/2026', 'not-a-date'],
  ['words', '[1]', 'not-readable'],
  ['list', '{"a":1}', 'not-readable'],
  ['any', 'text', 'not-readable'],
  ['kind', 'c', 'not-on-list'],
  ['id', 'x'.repeat(6001), 'too-long'],
] as const)('%s cannot be %s: %s', (column, text, code) => {
  const record = full.with(header.indexOf(column), text)
  expect(read(header, record)).toEqual({ rows: [], problems: [[2, column, code]] })
})

it('names columns that are missing, ragged rows, and keys that stand twice', () => {
  expect(read(header.slice(1), full.slice(1))).toEqual({
    rows: [],
    problems: [[1, 'id', 'missing-column']],
  })
  const { rows, problems } = read(header, full, [''], full.slice(1), full)
  expect(rows).toHaveLength(1)
  expect(problems).toEqual([
    [4, '', 'wrong-cell-count'],
    [5, 'id', 'duplicate-code'],
  ])
})

it('a problem names the file', () => {
  const row = { file: 'things.csv', row: 3, cells: { id: 'x' } }
  expect(problemIn(row, 'id', 'missing')).toEqual({
    ...{ file: 'things.csv', row: 3, column: 'id', value: 'x', code: 'missing' },
  })
})
