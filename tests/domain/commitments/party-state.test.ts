import { expect, it } from 'vitest'

import { nextPartyState, partyStates, type PartyMove } from '#app/domain/commitments/party-state.ts'
import { each } from '#tests/support/facts.ts'

const moves = ['accept', 'refuse', 'leave'] as const satisfies readonly PartyMove[]

// invited → accepted | refused; accepted → left.
const table: Record<string, Partial<Record<PartyMove, string>>> = {
  invited: { accept: 'accepted', refuse: 'refused' },
  accepted: { leave: 'left' },
  refused: {},
  left: {},
}

it('knows these states and no others', () => {
  expect([...partyStates].toSorted()).toEqual(Object.keys(table).toSorted())
})

it.each(partyStates)('allows from %s what the table says and refuses the rest', (state) => {
  expect(each(moves, (move) => nextPartyState(state, move))).toEqual(
    each(moves, (move) => table[state]?.[move]),
  )
})
