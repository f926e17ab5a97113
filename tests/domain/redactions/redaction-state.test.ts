import { expect, it } from 'vitest'

import {
  nextRedactionState,
  redactionBases,
  redactionMoves,
  redactionStates,
  type RedactionMove,
} from '#app/domain/redactions/redaction-state.ts'

const moves: RedactionMove[] = ['carry-out', 'refuse']

// Proposed, then decided once: every move that is not here is refused.
const allowed: Record<string, Partial<Record<RedactionMove, string>>> = {
  proposed: { 'carry-out': 'carried-out', refuse: 'refused' },
  'carried-out': {},
  refused: {},
}

it.each(redactionStates.flatMap((state) => moves.map((move) => [state, move] as const)))(
  'from %s by %s',
  (state, move) => {
    expect(nextRedactionState(state, move)).toBe(allowed[state]?.[move])
  },
)

it('knows no state and no ground but these', () => {
  expect(Object.keys(redactionMoves)).toEqual(Object.keys(allowed))
  expect(redactionBases).toEqual(['gdpr-17', 'court', 'safety'])
})
