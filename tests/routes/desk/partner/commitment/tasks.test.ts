import { expect, it } from 'vitest'

import { checkState, stepState } from '#app/routes/desk/partner/commitment/tasks.ts'
import { dayFromNow, terms } from '#tests/support/world.ts'

const full = { ...terms(), translations: {} }

it('goes from to do over in progress to completed', () => {
  expect(stepState({}, [], 'words')).toBe('to-do')
  expect(stepState({ title: 'A title' }, [], 'words')).toBe('in-progress')
  expect(stepState(full, [], 'words')).toBe('completed')
})

it('waits with milestones until the dates stand', () => {
  expect(stepState({}, [], 'milestones')).toBe('blocked')
  expect(stepState({ startOn: '2027-01-01', endOn: '2027-12-31' }, [], 'milestones')).toBe('to-do')
})

it('is not finished where a coordinator asked', () => {
  expect(stepState(full, [{ field: 'endOn', text: 'Why?' }], 'dates')).toBe('in-progress')
  expect(stepState(full, [{ field: 'endOn', text: 'Why?' }], 'words')).toBe('completed')
})

it('does not call milestones outside the dates finished', () => {
  expect(stepState({ ...full, endOn: dayFromNow(-20) }, [], 'milestones')).toBe('in-progress')
})

it('opens the signature once nothing is missing', () => {
  expect(checkState(full)).toBe('to-do')
  expect(checkState({ ...full, contactRole: '' })).toBe('blocked')
})
