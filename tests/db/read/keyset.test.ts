import fc from 'fast-check'
import { expect, it } from 'vitest'

import { readCursor, shownOf, writeCursor } from '#app/db/read/keyset.server.ts'

const search = (query: Record<string, string>) => new URLSearchParams(query)

it('reads back every cursor it writes', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.integer(), fc.string({ unit: 'grapheme', maxLength: 60 }), fc.constant(null)),
      fc.string({ maxLength: 30 }),
      (key, id) => {
        const written = writeCursor(key, id)
        expect(readCursor(search({ after: written }))).toEqual({ direction: 'after', key, id })
        expect(readCursor(search({ before: written }))?.direction).toBe('before')
      },
    ),
  )
})

it('takes anything else for no cursor at all', () => {
  fc.assert(fc.property(fc.string(), (text) => readCursor(search({ after: text })) === undefined))
  for (const value of ['{}', '[1]', '[[],"id"]', '[1,2]', '"text"', 'null'])
    expect(readCursor(search({ after: Buffer.from(value).toString('base64url') }))).toBeUndefined()
  expect(readCursor(search({ after: writeCursor('x'.repeat(2000), 'id') }))).toBeUndefined()
})

it('says which rows of how many are shown, and where the pages beside them begin', () => {
  const rows = Array.from({ length: 25 }, (_, place) => ({ key: place, id: `id${place}` }))
  const cursor = { key: 0, id: 'x' }
  expect(shownOf(rows, 60, undefined, 0)).toMatchObject({
    from: 1,
    to: 25,
    page: 1,
    previous: undefined,
  })
  const second = shownOf(rows, 60, { direction: 'after', ...cursor }, 35)
  expect(second).toMatchObject({ from: 26, to: 50, page: 2 })
  expect(second.next).toBe(writeCursor(24, 'id24'))
  expect(shownOf(rows.slice(0, 10), 60, { direction: 'after', ...cursor }, 10)).toMatchObject({
    from: 51,
    to: 60,
    next: undefined,
  })
  expect(shownOf(rows, 60, { direction: 'before', ...cursor }, 50)).toMatchObject({
    from: 26,
    to: 50,
  })
  expect(shownOf([], 0, undefined, 0)).toMatchObject({ total: 0, next: undefined })
})
