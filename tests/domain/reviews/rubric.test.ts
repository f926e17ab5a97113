import { expect, it } from 'vitest'

import { criteria, scoresSchema } from '#app/domain/reviews/rubric.ts'

const scores = (changes: Record<string, unknown> = {}) => ({
  ...Object.fromEntries(criteria.map((criterion) => [criterion, { score: '2', note: '' }])),
  ...changes,
})
const codes = (typed: unknown) =>
  scoresSchema
    .safeParse(typed)
    .error?.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`)

it('scores every criterion from 0 to 3', () => {
  expect(scoresSchema.parse(scores()).relevance).toEqual({ score: 2, note: '' })
  expect(codes(scores({ relevance: { score: '4' } }))).toEqual(['relevance.score missing'])
  expect(codes(scores({ relevance: { score: '1.5', note: 'Half.' } }))).toEqual([
    'relevance.score missing',
  ])
})

it('wants a note on every low score', () => {
  for (const score of ['0', '1'])
    expect(codes(scores({ reliability: { score, note: ' ' } }))).toEqual([
      'reliability.note note-when-low',
    ])
  expect(codes(scores({ reliability: { score: '1', note: 'One source.' } }))).toBeUndefined()
})

it('lets no criterion out, and not all of them', () => {
  expect(codes(scores({ measurement: undefined }))).toEqual(['measurement.score missing'])
  expect(codes({})).toEqual(criteria.map((criterion) => `${criterion}.score missing`))
  expect(codes(undefined)).toEqual(criteria.map((criterion) => `${criterion}.score missing`))
})
