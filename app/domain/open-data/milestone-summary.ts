import { z } from 'zod'

import { dueStates } from '../browsing/due-index.ts'
import { stakeholderGroups } from '../declarations/declaration.ts'
import { milestoneTermsShape } from './commitment.ts'
import type { Columns } from './csv.ts'

const { id, dueOn, indicator, unit, baseline, target } = milestoneTermsShape.shape

/**
 * What one row of a list of milestones says: the same in CSV and JSON. Its reports, evidence and
 * findings stand in the record, at `/api/v1/commitments/<number>`. Withheld words read `█`.
 */
export const milestoneSummaryShape = z.strictObject({
  id,
  commitment: z.string().describe('The number of its commitment.'),
  url: z.url().describe("That record's permanent address."),
  declaration: z.string(),
  title: z.string(),
  lang: z.string(),
  translations: z.record(z.string(), z.string()),
  dueOn,
  state: z.enum(dueStates).describe('Where it stands on the day of the answer.'),
  indicator,
  unit,
  baseline,
  target,
  claimed: z
    .number()
    .nullable()
    .describe('In its unit, as the newest report says; null without one, or where it cannot say.'),
  reviewed: z
    .number()
    .nullable()
    .describe('In its unit, as the newest finding says; never merged with what was claimed.'),
  lead: z.string(),
  leadName: z.string(),
  group: z.enum(stakeholderGroups),
  invented: z.boolean(),
})
export type MilestoneSummary = z.infer<typeof milestoneSummaryShape>

/** The same row in a table; of the translations only those in the register's six languages. */
export const milestoneColumns: Columns<MilestoneSummary> = [
  ['id', (row) => row.id],
  ['commitment', (row) => row.commitment],
  ['url', (row) => row.url],
  ['declaration', (row) => row.declaration],
  ['title', (row) => row.title],
  ['lang', (row) => row.lang],
  ...(['ar', 'en', 'es', 'fr', 'ru', 'zh'] as const).map(
    (lang) => [`title_${lang}`, (row: MilestoneSummary) => row.translations[lang]] as const,
  ),
  ['due_on', (row) => row.dueOn],
  ['state', (row) => row.state],
  ['indicator', (row) => row.indicator],
  ['unit', (row) => row.unit],
  ['baseline', (row) => row.baseline],
  ['target', (row) => row.target],
  ['claimed', (row) => row.claimed],
  ['reviewed', (row) => row.reviewed],
  ['lead', (row) => row.lead],
  ['lead_name', (row) => row.leadName],
  ['group', (row) => row.group],
  ['invented', (row) => row.invented],
]
