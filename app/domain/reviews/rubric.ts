import { z } from 'zod'

import { maybeWritten } from '../shared/written.ts'

/** Raised whenever a criterion changes; stored with each set of scores. */
export const RUBRIC_VERSION = 1

/** What a reviewer asks of the evidence, each scored 0 to 3. Words stand in the catalogue. */
export const criteria = ['relevance', 'sufficiency', 'reliability', 'measurement'] as const
export type Criterion = (typeof criteria)[number]

const score = z
  .object({
    score: z.coerce
      .number({ error: 'missing' })
      .refine((value) => [0, 1, 2, 3].includes(value), 'missing'),
    note: maybeWritten(1000),
  })
  .refine((given) => given.score >= 2 || given.note !== '', {
    path: ['note'],
    message: 'note-when-low',
  })

const scored = score.prefault({ score: undefined })
export const scoresSchema = z
  .object({
    relevance: scored,
    sufficiency: scored,
    reliability: scored,
    measurement: scored,
  } satisfies Record<Criterion, typeof scored>)
  .prefault({})
export type Scores = z.infer<typeof scoresSchema>
