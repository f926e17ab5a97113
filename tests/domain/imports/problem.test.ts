import { expect, it } from 'vitest'

import { problemAt } from '#app/domain/imports/problem.ts'

const row = { row: 7, cells: { due: 'soon', title: 'x'.repeat(1200) } }

it('names row, column and what stands there', () => {
  expect(problemAt(row, 'due', 'unmapped-deadline')).toEqual({
    row: 7,
    column: 'due',
    value: 'soon',
    code: 'unmapped-deadline',
  })
})

it('names the earlier row when there is one, and cuts long values', () => {
  const problem = problemAt(row, 'title', 'inconsistent-parent', 3)
  expect(problem.otherRow).toBe(3)
  expect(problem.value).toBe(`${'x'.repeat(200)}…`)
})

it('shows nothing for a column the row does not have', () => {
  expect(problemAt(row, 'constructor', 'missing').value).toBe('')
})
