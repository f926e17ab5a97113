import { z } from 'zod'

/** What the open data answers when it cannot answer: the statuses there are, by name. */
export const problemTitles = {
  400: 'Bad request',
  404: 'Not found',
  405: 'Method not allowed',
  429: 'Too many requests',
  500: 'Internal error',
  503: 'Not available for the moment',
} as const
export type ProblemStatus = keyof typeof problemTitles

/** A problem as RFC 9457 says it. */
export const problemShape = z.strictObject({
  type: z.literal('about:blank'),
  title: z.enum(problemTitles).describe('What the status means.'),
  status: z.int().min(400).max(599).describe('The status of the answer.'),
  detail: z.string().describe('What is wrong with this very request, in English.'),
  parameter: z.string().exactOptional().describe('The parameter that is wrong, where one is.'),
})
