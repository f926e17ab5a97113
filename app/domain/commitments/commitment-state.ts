/** Every move a commitment can make. A move absent from a row is refused. */
export const commitmentMoves = {
  draft: { edit: 'draft', submit: 'submitted' },
  submitted: { return: 'returned', decline: 'declined', publish: 'published' },
  returned: { edit: 'returned', submit: 'submitted' },
  declined: {},
  published: { amend: 'published', withdraw: 'withdrawn', close: 'closed' },
  withdrawn: {},
  closed: {},
} as const satisfies Record<string, Record<string, string>>

export type CommitmentState = keyof typeof commitmentMoves
export type CommitmentMove =
  | 'edit'
  | 'submit'
  | 'return'
  | 'decline'
  | 'publish'
  | 'amend'
  | 'withdraw'
  | 'close'
export const commitmentStates = Object.keys(commitmentMoves) as [
  CommitmentState,
  ...CommitmentState[],
]

export function nextCommitmentState(
  state: CommitmentState,
  move: CommitmentMove,
): CommitmentState | undefined {
  return (commitmentMoves[state] as Partial<Record<CommitmentMove, CommitmentState>>)[move]
}

/** What the public may see; everything else does not exist for outsiders. */
export const publicCommitmentStates = ['published', 'withdrawn', 'closed'] as const
export const isPublicCommitment = (state: CommitmentState): boolean =>
  publicCommitmentStates.some((one) => one === state)
