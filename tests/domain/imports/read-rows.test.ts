import { parse } from 'csv-parse/sync'
import { expect, it } from 'vitest'

import { readTable } from '#app/domain/imports/read-rows.ts'

const read = (csv: string) => readTable(parse(csv, { relax_column_count: true }))

it('names cells by the header and rows as a spreadsheet numbers them', () => {
  expect(read('a,b\n1,2\n\n3,"4\r\n5"\n')).toEqual({
    ok: true,
    columns: ['a', 'b'],
    rows: [
      { row: 2, cells: { a: '1', b: '2' } },
      { row: 4, cells: { a: '3', b: '4\n5' } },
    ],
  })
})

it('takes off a byte order mark, spaces around cells, and rows of commas', () => {
  expect(read('\u{feff}a , b\n 1 ,\t2 \n,\n')).toMatchObject({
    columns: ['a', 'b'],
    rows: [{ row: 2, cells: { a: '1', b: '2' } }],
  })
})

it('keeps columns with the names of object parts apart from objects', () => {
  const table = read('__proto__,constructor\n1,2\n')
  expect(table.ok && Object.entries(table.rows[0]?.cells ?? {})).toEqual([
    ['__proto__', '1'],
    ['constructor', '2'],
  ])
})

it('refuses an empty file and one of a header alone', () => {
  const refused = (code: string) => ({
    ok: false,
    problems: [{ row: 0, column: '', value: '', code }],
  })
  expect(readTable([])).toEqual(refused('empty-file'))
  expect(read('\n')).toEqual(refused('empty-file'))
  expect(read('a,b\n')).toEqual(refused('no-rows'))
  expect(read('a,b\n,\n')).toEqual(refused('no-rows'))
})

it('reports every column without a name, every repeated one and every ragged row', () => {
  expect(read('a,,a\n1,2,3\n1,2\n1,2,3,4\n')).toEqual({
    ok: false,
    problems: [
      { row: 1, column: '', value: '2', code: 'unnamed-column' },
      { row: 1, column: 'a', value: 'a', code: 'duplicate-column' },
      { row: 3, column: '', value: '2', code: 'wrong-cell-count' },
      { row: 4, column: '', value: '4', code: 'wrong-cell-count' },
    ],
  })
})
