import { expect, it } from 'vitest'

import { importProblemCodes } from '#app/domain/imports/problem.ts'
import { sayMappingProblem, sayProblem } from '#app/i18n/import-problems.ts'
import { speak } from '#app/i18n/speech.ts'

const speech = speak('en')

it('has a sentence of its own for everything that can be wrong with a table', () => {
  const said = importProblemCodes.map((code) =>
    sayProblem(speech, { row: 3, column: 'due', value: 'soon', code, otherRow: 2 }),
  )
  expect(new Set(said).size).toBe(importProblemCodes.length)
  expect(said.filter((sentence) => !sentence.endsWith('.'))).toEqual([])
})

it('names the other row where there is one', () => {
  const problem = {
    row: 9,
    column: 'code',
    value: 'X',
    code: 'duplicate-code',
    otherRow: 4,
  } as const
  expect(sayProblem(speech, problem)).toContain('Row 4')
})

it('says what is wrong with a mapping, and something true of codes it does not know', () => {
  expect(sayMappingProblem(speech, { path: '', code: 'not-json' })).toBe('This is not a JSON file.')
  expect(sayMappingProblem(speech, { path: 'levels', code: 'surprise' })).toBe(
    'This value cannot stand here.',
  )
})
