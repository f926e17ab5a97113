import { expect, it } from 'vitest'

import { termStepNames, termSteps } from '#app/domain/commitments/terms.ts'
import { answerOfField, questionsOfStep, stepOfField } from '#app/ui/commitments/question-place.ts'

it('finds the step of every answer, and of every step by its own name', () => {
  for (const step of termStepNames) {
    expect(stepOfField(step)).toBe(step)
    for (const field of Object.keys(termSteps[step].shape)) expect(stepOfField(field)).toBe(step)
  }
})

it('finds milestones by place and by id', () => {
  expect(stepOfField('milestones[12].dueOn')).toBe('milestones')
  expect(stepOfField('milestone.mls_1.dueOn')).toBe('milestones')
})

it('knows nothing of fields that are none', () => {
  expect(stepOfField('constructor')).toBeUndefined()
  expect(stepOfField('')).toBeUndefined()
  expect(answerOfField('toString')).toBeUndefined()
})

it('tells an answer from a whole step', () => {
  expect(answerOfField('title')).toBe('title')
  expect(answerOfField('words')).toBeUndefined()
})

it('sorts questions to their steps', () => {
  const questions = ['title', 'words', 'endOn'].map((field) => ({ field, text: field }))
  expect(questionsOfStep(questions, 'words').map(({ field }) => field)).toEqual(['title', 'words'])
})
