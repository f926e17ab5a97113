import { expect, it } from 'vitest'

import {
  nextOrganisationState,
  organisationStates,
  type OrganisationMove,
} from '#app/domain/organisations/organisation-state.ts'
import { each } from '#tests/support/facts.ts'

const moves = [
  'verify',
  'refuse',
  'suspend',
  'reinstate',
] as const satisfies readonly OrganisationMove[]

// registered → verified | refused; verified ⇄ suspended.
const table: Record<string, Partial<Record<OrganisationMove, string>>> = {
  registered: { verify: 'verified', refuse: 'refused' },
  verified: { suspend: 'suspended' },
  suspended: { reinstate: 'verified' },
  refused: {},
}

it('knows these states and no others', () => {
  expect([...organisationStates].toSorted()).toEqual(Object.keys(table).toSorted())
})

it.each(organisationStates)('allows from %s what the table says and refuses the rest', (state) => {
  expect(each(moves, (move) => nextOrganisationState(state, move))).toEqual(
    each(moves, (move) => table[state]?.[move]),
  )
})
