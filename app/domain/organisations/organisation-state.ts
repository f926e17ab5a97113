/** Every move an organisation can make. A move absent from a row is refused. */
export const organisationMoves = {
  registered: { verify: 'verified', refuse: 'refused' },
  verified: { suspend: 'suspended' },
  refused: {},
  suspended: { reinstate: 'verified' },
} as const satisfies Record<string, Record<string, string>>

export type OrganisationState = keyof typeof organisationMoves
export type OrganisationMove = 'verify' | 'refuse' | 'suspend' | 'reinstate'
export const organisationStates = Object.keys(organisationMoves) as [
  OrganisationState,
  ...OrganisationState[],
]

export function nextOrganisationState(
  state: OrganisationState,
  move: OrganisationMove,
): OrganisationState | undefined {
  return (organisationMoves[state] as Partial<Record<OrganisationMove, OrganisationState>>)[move]
}
