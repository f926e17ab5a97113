import { z } from 'zod'

import {
  organisationMoves,
  type OrganisationMove,
  type OrganisationState,
} from './organisation-state.ts'
import { reasonInput } from './organisation.ts'

/** What a coordinator decides about an organisation; all but verifying need a reason. */
export const organisationDecisionInput = z.discriminatedUnion(
  'move',
  [
    z.object({ move: z.literal('verify') }),
    reasonInput.extend({ move: z.literal('refuse') }),
    reasonInput.extend({ move: z.literal('suspend') }),
    reasonInput.extend({ move: z.literal('reinstate') }),
  ],
  { error: 'missing' },
)

/** The moves its state allows, in the order of the table. */
export const movesOf = (state: OrganisationState) =>
  Object.keys(organisationMoves[state]) as OrganisationMove[]
