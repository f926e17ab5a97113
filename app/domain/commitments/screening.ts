import { z } from 'zod'

import { reasonInput } from '../organisations/organisation.ts'
import { questionsInput } from './commitment.ts'
import { termStepNames, termSteps } from './terms.ts'

/** What a coordinator decides about a commitment at the door. */
export const screeningInput = z.discriminatedUnion(
  'decision',
  [
    z.object({ decision: z.literal('publish') }),
    questionsInput.extend({ decision: z.literal('return') }),
    reasonInput.extend({ decision: z.literal('decline') }),
  ],
  { error: 'missing' },
)

export type ScreeningInput = z.infer<typeof screeningInput>

/** Every answer a question can be about, in the order the form asks them. */
export const questionFields: readonly string[] = termStepNames.flatMap((step) =>
  Object.keys(termSteps[step].shape),
)
