import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, it } from 'vitest'

import {
  csvHeader,
  csvLine,
  csvRow,
  guarded,
  unguarded,
  type Columns,
} from '#app/domain/open-data/csv.ts'

/** Texts of the signs that matter, so that they meet each other often. */
const texts = fc.string({
  unit: fc.constantFrom(...`=+-@＝＋－＠'",;\t\r\n aé中█ع`.split(''), '😀'),
  maxLength: 12,
})

it('puts an apostrophe before whatever a spreadsheet would run', () => {
  const dangers = ['=1+1', '+1', '-1', '@SUM(1)', '\t=1', '\r=1', '＝1', '－1', "'=1", "''@x"]
  for (const text of dangers) expect(guarded(text)).toMatch(/^'/)
  expect(guarded('=HYPERLINK("https://x.example";"y")')).toBe(
    `'=HYPERLINK("https://x.example";"y")`,
  )
  for (const text of ['', 'plain', "l'école", "'quoted'", 'a=b', '2+2', 'e-mail', '中文', '█ a'])
    expect(guarded(text)).toBe(text)
})

it('guards what begins a cell where commas do not part them, or a line of its own', () => {
  expect(guarded('a;=1')).toBe("a;'=1")
  expect(guarded('a\n=1\r\n@b\t-c')).toBe("a\n'=1\r\n'@b\t'-c")
  expect(guarded('a; =1, =2')).toBe('a; =1, =2')
})

it('gives back exactly the text that was guarded, and leaves nothing that could run', () => {
  fc.assert(
    fc.property(texts, (text) => {
      expect(unguarded(guarded(text))).toBe(text)
      expect(guarded(text)).not.toMatch(/^[=+\-@＝＋－＠\t\r\n]|[;\t\r\n][=+\-@＝＋－＠]/)
    }),
    { numRuns: 2000 },
  )
})

it('writes lines that another parser reads as they were', () => {
  const rows = fc.array(fc.array(texts, { minLength: 3, maxLength: 3 }), { minLength: 1 })
  fc.assert(
    fc.property(rows, (cells) => {
      const read = parse(cells.map((row) => csvLine(row)).join(''), { record_delimiter: '\r\n' })
      expect(read.map((row) => row.map(unguarded))).toEqual(cells)
    }),
  )
})

it('writes numbers, truth and nothing as they are', () => {
  expect(csvLine([-5, 0.5, true, false, null, undefined, 'a "b", c', '-5'])).toBe(
    `-5,0.5,true,false,,,"a ""b"", c","'-5"\r\n`,
  )
})

it('makes a header and rows of the same columns', () => {
  const columns: Columns<{ a: string; b: number }> = [
    ['first', (row) => row.a],
    ['second', (row) => row.b],
  ]
  expect(csvHeader(columns) + csvRow(columns, { a: 'é', b: 2 })).toBe('first,second\r\né,2\r\n')
})
