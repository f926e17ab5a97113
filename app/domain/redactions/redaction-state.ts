/** Every move a redaction can make. A move absent from a row is refused. */
export const redactionMoves = {
  proposed: { 'carry-out': 'carried-out', refuse: 'refused' },
  'carried-out': {},
  refused: {},
} as const satisfies Record<string, Record<string, string>>

export type RedactionState = keyof typeof redactionMoves
export type RedactionMove = 'carry-out' | 'refuse'
export const redactionStates = Object.keys(redactionMoves) as [RedactionState, ...RedactionState[]]

export function nextRedactionState(
  state: RedactionState,
  move: RedactionMove,
): RedactionState | undefined {
  return (redactionMoves[state] as Partial<Record<RedactionMove, RedactionState>>)[move]
}

/** Why something may be withheld: a person's right to erasure, a court's order, somebody's safety. */
export const redactionBases = ['gdpr-17', 'court', 'safety'] as const
export type RedactionBasis = (typeof redactionBases)[number]
