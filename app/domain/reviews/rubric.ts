import { z } from 'zod'

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
    note: z.string().trim().max(1000, 'too-long').default(''),
  })
  .refine((given) => given.score >= 2 || given.note !== '', {
    path: ['note'],
    message: 'note-when-low',
  })

export const scoresSchema = z.object({
  relevance: score,
  sufficiency: score,
  reliability: score,
  measurement: score,
} satisfies Record<Criterion, typeof score>)
export type Scores = z.infer<typeof scoresSchema>
