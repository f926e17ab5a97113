import { expect, it } from 'vitest'

import { headerLine, linesOf, numbered, table } from '#app/domain/open-data/table.ts'

const things = table({
  name: 'things',
  title: 'Things',
  says: 'For a test.',
  primaryKey: ['id'],
  imported: true,
  refers: [],
  fields: {
    id: { type: 'string', says: '' },
    count: { type: 'number', says: '' },
    open: { type: 'boolean', says: '' },
    words: { type: 'object', says: '' },
    list: { type: 'array', says: '' },
    value: { type: 'any', says: '' },
  },
  rows: (all: object[]) =>
    all.map((one) => ({
      ...{ id: '', count: null, open: false, words: null, list: null, value: null },
      ...one,
    })),
})

it('writes a header and a line for each row, in the order of the columns', () => {
  expect(headerLine(things)).toBe('id,count,open,words,list,value\r\n')
  const rows = [{ id: 'a', count: -0.5, open: true, words: { en: 'x' }, list: [1], value: 'one' }]
  expect(linesOf(things, rows)).toBe(`a,-0.5,true,"{""en"":""x""}",[1],"""one"""\r\n`)
  expect(linesOf(things, [])).toBe('')
})

it('tells nothing from an empty text, and an empty object from none', () => {
  expect(linesOf(things, [{}])).toBe(',,false,,,null\r\n')
  expect(linesOf(things, [{ words: {}, list: [], value: '' }])).toBe(',,false,{},[],""""""\r\n')
})

it('numbers things in their order, from 1', () => {
  expect(numbered([{ a: 1 }, { a: 2 }])).toEqual([
    { position: 1, a: 1 },
    { position: 2, a: 2 },
  ])
})
