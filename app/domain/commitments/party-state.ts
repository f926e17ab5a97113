/** Every move a partner can make about its own part. A move absent from a row is refused. */
export const partyMoves = {
  invited: { accept: 'accepted', refuse: 'refused' },
  accepted: { leave: 'left' },
  refused: {},
  left: {},
} as const satisfies Record<string, Record<string, string>>

export type PartyState = keyof typeof partyMoves
export type PartyMove = 'accept' | 'refuse' | 'leave'
export const partyStates = Object.keys(partyMoves) as [PartyState, ...PartyState[]]

export function nextPartyState(state: PartyState, move: PartyMove): PartyState | undefined {
  return (partyMoves[state] as Partial<Record<PartyMove, PartyState>>)[move]
}
