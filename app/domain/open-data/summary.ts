import { z } from 'zod'

import { assurances } from '../accountability/assurance.ts'
import { outcomes } from '../accountability/outcome.ts'
import { stakeholderGroups } from '../declarations/declaration.ts'
import type { Columns } from './csv.ts'

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
const instant = z.iso.datetime({ precision: 0 })
/** The same words in other languages than the one they were written in, by BCP 47 tag. */
const translations = z.record(z.string(), z.string())

/**
 * What one row of a list of commitments says: the same in CSV, JSON, Atom and the API. The whole
 * record stands at `/api/v1/commitments/<number>`. Words are in the language they were registered
 * in, `lang`, with their translations beside them; withheld words read `█`.
 *
 * Days are calendar days, instants UTC to the second; clauses are keys, the primary one first;
 * places are ISO 3166-1 alpha-2 or three-digit UN M49 codes, sorted, none where it is worldwide.
 */
export const commitmentSummaryShape = z.strictObject({
  number: z.string().describe('What people know it by.'),
  url: z.url().describe('Its permanent address, in no language.'),
  declaration: z.string().describe('The key of its declaration.'),
  version: z.int().min(1).describe('Rises with each amendment.'),
  title: z.string(),
  lang: z.string().describe('The language of the title, a BCP 47 tag.'),
  translations: translations.describe('The title in other languages, by BCP 47 tag.'),
  lead: z
    .strictObject({
      id: z.string(),
      name: z.string(),
      lang: z.string(),
      translations,
      group: z.enum(stakeholderGroups),
      country: z.string().describe('ISO 3166-1 alpha-2, or worldwide.'),
    })
    .describe('The organisation that answers for it.'),
  clauses: z.array(z.string()).min(1).describe('The keys of its clauses, the primary one first.'),
  worldwide: z.boolean(),
  places: z.array(z.string()).describe('ISO 3166-1 alpha-2 or three-digit UN M49, sorted.'),
  startOn: day.nullable(),
  endOn: day.nullable(),
  nextDueOn: day.nullable().describe('When the next report is due; null when none is.'),
  outcome: z.enum(outcomes).nullable().describe('Derived, as of the day of the answer.'),
  assurance: z.enum(assurances).nullable(),
  milestones: z.int().min(0).describe('How many its current version has.'),
  publishedAt: instant,
  updatedAt: instant.describe('When the newest entry of the public log about it was made.'),
  invented: z.boolean().describe('True of a demonstration: it does not exist.'),
  imported: z.boolean().describe('True where it was published elsewhere first.'),
})
export type CommitmentSummary = z.infer<typeof commitmentSummaryShape>

/** The six languages of the register have a column each; of others the JSON tells. */
const spoken = ['ar', 'en', 'es', 'fr', 'ru', 'zh'] as const

/**
 * The same row in a table. `title` and `lead_name` are in the language they were registered in,
 * `title_<language>` where there is a translation. Codes in one cell are parted by a space.
 */
export const commitmentColumns: Columns<CommitmentSummary> = [
  ['number', (row) => row.number],
  ['url', (row) => row.url],
  ['declaration', (row) => row.declaration],
  ['version', (row) => row.version],
  ['title', (row) => row.title],
  ['lang', (row) => row.lang],
  ...spoken.map(
    (lang) => [`title_${lang}`, (row: CommitmentSummary) => row.translations[lang]] as const,
  ),
  ['lead', (row) => row.lead.id],
  ['lead_name', (row) => row.lead.name],
  ['lead_lang', (row) => row.lead.lang],
  ['lead_name_en', (row) => row.lead.translations['en']],
  ['group', (row) => row.lead.group],
  ['country', (row) => row.lead.country],
  ['clauses', (row) => row.clauses.join(' ')],
  ['worldwide', (row) => row.worldwide],
  ['places', (row) => row.places.join(' ')],
  ['start_on', (row) => row.startOn],
  ['end_on', (row) => row.endOn],
  ['next_due_on', (row) => row.nextDueOn],
  ['outcome', (row) => row.outcome],
  ['assurance', (row) => row.assurance],
  ['milestones', (row) => row.milestones],
  ['published_at', (row) => row.publishedAt],
  ['updated_at', (row) => row.updatedAt],
  ['invented', (row) => row.invented],
  ['imported', (row) => row.imported],
]
