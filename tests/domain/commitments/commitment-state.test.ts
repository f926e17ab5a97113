import { expect, it } from 'vitest'

import {
  commitmentStates,
  isPublicCommitment,
  nextCommitmentState,
  type CommitmentMove,
} from '#app/domain/commitments/commitment-state.ts'
import { each } from '#tests/support/facts.ts'

const moves = [
  'edit',
  'submit',
  'return',
  'decline',
  'publish',
  'amend',
  'withdraw',
  'close',
] as const satisfies readonly CommitmentMove[]

// draft → submitted → returned → submitted …; submitted → declined | published;
// published → published (amended) | withdrawn; published → closed.
const table: Record<string, Partial<Record<CommitmentMove, string>>> = {
  draft: { edit: 'draft', submit: 'submitted' },
  submitted: { return: 'returned', decline: 'declined', publish: 'published' },
  returned: { edit: 'returned', submit: 'submitted' },
  declined: {},
  published: { amend: 'published', withdraw: 'withdrawn', close: 'closed' },
  withdrawn: {},
  closed: {},
}

it('knows these states and no others', () => {
  expect([...commitmentStates].toSorted()).toEqual(Object.keys(table).toSorted())
})

it.each(commitmentStates)('allows from %s what the table says and refuses the rest', (state) => {
  expect(each(moves, (move) => nextCommitmentState(state, move))).toEqual(
    each(moves, (move) => table[state]?.[move]),
  )
})

it('shows the public nothing before publication, and everything after it', () => {
  expect(commitmentStates.filter((state) => isPublicCommitment(state))).toEqual([
    'published',
    'withdrawn',
    'closed',
  ])
})

it('never leaves the public record again', () => {
  for (const state of commitmentStates.filter(isPublicCommitment))
    for (const move of moves) {
      const next = nextCommitmentState(state, move)
      expect(next === undefined || isPublicCommitment(next)).toBe(true)
    }
})
