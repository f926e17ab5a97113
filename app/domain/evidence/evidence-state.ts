/** Every move a piece of evidence can make. A move absent from a row is refused. */
export const evidenceMoves = {
  uploaded: { scan: 'scanned' },
  scanned: { publish: 'public', hold: 'held', withhold: 'withheld' },
  public: { withhold: 'withheld' },
  held: { withhold: 'withheld' },
  withheld: {},
} as const satisfies Record<string, Record<string, string>>

export type EvidenceState = keyof typeof evidenceMoves
export type EvidenceMove = 'scan' | 'publish' | 'hold' | 'withhold'
export const evidenceStates = Object.keys(evidenceMoves) as [EvidenceState, ...EvidenceState[]]

export function nextEvidenceState(
  state: EvidenceState,
  move: EvidenceMove,
): EvidenceState | undefined {
  return (evidenceMoves[state] as Partial<Record<EvidenceMove, EvidenceState>>)[move]
}
