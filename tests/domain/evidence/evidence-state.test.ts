import { expect, it } from 'vitest'

import {
  evidenceStates,
  nextEvidenceState,
  type EvidenceMove,
} from '#app/domain/evidence/evidence-state.ts'
import { each } from '#tests/support/facts.ts'

const moves = ['scan', 'publish', 'hold', 'withhold'] as const satisfies readonly EvidenceMove[]

// uploaded → scanned → public | held | withheld; what is shown or held can be redacted later.
const table: Record<string, Partial<Record<EvidenceMove, string>>> = {
  uploaded: { scan: 'scanned' },
  scanned: { publish: 'public', hold: 'held', withhold: 'withheld' },
  public: { withhold: 'withheld' },
  held: { withhold: 'withheld' },
  withheld: {},
}

it('knows these states and no others', () => {
  expect([...evidenceStates].toSorted()).toEqual(Object.keys(table).toSorted())
})

it.each(evidenceStates)('allows from %s what the table says and refuses the rest', (state) => {
  expect(each(moves, (move) => nextEvidenceState(state, move))).toEqual(
    each(moves, (move) => table[state]?.[move]),
  )
})

it('publishes nothing that was not scanned', () => {
  const before = evidenceStates.filter((state) => nextEvidenceState(state, 'publish'))
  expect(before).toEqual(['scanned'])
})
