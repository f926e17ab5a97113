import { expect, it } from 'vitest'

import { isBlankRow, rowsAfter, rowsOf, withRows } from '#app/http/form-rows.ts'

const formOf = (fields: Record<string, string>) => {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  return form
}

it('reads rows in their order and closes gaps', () => {
  const form = formOf({
    'rows[2].title': 'third',
    'rows[0].title': 'first',
    'rows[0].unit': 'km',
    'rowsy[0].title': 'of another list',
    'rows[x].title': 'of none',
    'rows[9999].title': 'far too many',
  })
  expect(rowsOf(form, 'rows')).toEqual([{ title: 'first', unit: 'km' }, { title: 'third' }])
})

it('writes rows back numbered from 0 and leaves the rest of the form alone', () => {
  const form = withRows(formOf({ 'rows[4].title': 'old', other: 'kept' }), 'rows', [
    { title: 'one' },
    { title: 'two' },
  ])
  expect([...form]).toEqual([
    ['other', 'kept'],
    ['rows[0].title', 'one'],
    ['rows[1].title', 'two'],
  ])
})

it('calls a row blank in which nobody wrote', () => {
  expect(isBlankRow({ id: 'mls_1', title: ' ' })).toBe(true)
  expect(isBlankRow({ title: 'x' })).toBe(false)
})

it('adds and removes what its own buttons name, and nothing on other buttons', () => {
  const rows = [{ title: 'one' }, { title: 'two' }]
  expect(rowsAfter(rows, 'rows', 'add-rows')).toEqual([...rows, {}])
  expect(rowsAfter(rows, 'rows', 'remove-rows-0')).toEqual([{ title: 'two' }])
  expect(rowsAfter(rows, 'rows', 'remove-rows-7')).toEqual(rows)
  expect(rowsAfter(rows, 'rows', 'add-others')).toBeUndefined()
  expect(rowsAfter(rows, 'rows', 'continue')).toBeUndefined()
})
