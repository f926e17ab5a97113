import { expect, it } from 'vitest'

import { splitCsv } from '#app/adapters/tables/csv.server.ts'

it('keeps every record, blank and ragged ones too, so that rows can be counted', () => {
  expect(splitCsv('a,b\n\n1\n1,"2\n3"\n')).toEqual({
    ok: true,
    records: [['a', 'b'], [''], ['1'], ['1', '2\n3']],
  })
})

it('parts cells by what parts the heads', () => {
  expect(splitCsv('a;b\n1,5;2')).toEqual({
    ok: true,
    records: [
      ['a', 'b'],
      ['1,5', '2'],
    ],
  })
  expect(splitCsv('a\tb\n1;5\t2')).toEqual({
    ok: true,
    records: [
      ['a', 'b'],
      ['1;5', '2'],
    ],
  })
  expect(splitCsv('a\n1;5')).toEqual({ ok: true, records: [['a'], ['1;5']] })
})

it('leaves the byte order mark out and has no records for nothing', () => {
  expect(splitCsv('\u{feff}a,b')).toEqual({ ok: true, records: [['a', 'b']] })
  expect(splitCsv('')).toEqual({ ok: true, records: [] })
})

it('says at which row quotation marks break', () => {
  expect(splitCsv('a,b\n1,2\n3,"4')).toEqual({ ok: false, row: 3 })
  expect(splitCsv('a,b\n1,2"x"')).toEqual({ ok: false, row: 2 })
})

it('keeps no NUL', () => {
  expect(splitCsv('a\n"1\0 2"')).toEqual({ ok: true, records: [['a'], ['1\ufffd 2']] })
})
