import { expect, it } from 'vitest'

import { questionFields, screeningInput } from '#app/domain/commitments/screening.ts'

const says = (typed: object) => {
  const parsed = screeningInput.safeParse(typed)
  return parsed.success ? 'ok' : parsed.error.issues.map(({ message }) => message)
}

it('asks a question for a return, a reason for declining, and nothing for publishing', () => {
  expect(says({ decision: 'publish' })).toBe('ok')
  expect(says({ decision: 'return', questions: [] })).toEqual(['question-needed'])
  expect(says({ decision: 'return', questions: [{ field: '', text: '' }] })).toEqual([
    'missing',
    'missing',
  ])
  expect(
    says({ decision: 'return', questions: [{ field: 'title', text: 'Which schools?' }] }),
  ).toBe('ok')
  expect(says({ decision: 'decline', reason: '' })).toEqual(['missing'])
  expect(says({ decision: 'decline', reason: 'It promises nothing.' })).toBe('ok')
  expect(says({ decision: 'approve' })).toEqual(['missing'])
})

it('lets a question be about any answer of the form', () => {
  expect(questionFields).toEqual(
    expect.arrayContaining(['title', 'clause', 'endOn', 'milestones', 'resources']),
  )
  expect(new Set(questionFields).size).toBe(questionFields.length)
})
