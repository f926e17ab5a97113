import { z } from 'zod'

import type { Columns } from './csv.ts'
import { organisationTermsShape } from './organisation.ts'

const { lang, group, country, website, identifier, invented } = organisationTermsShape.shape
const instant = z.iso.datetime({ precision: 0 })

/**
 * What one row of a list of organisations says: the same in CSV, JSON and Atom. The whole record
 * stands at `/api/v1/organisations/<id>`.
 */
export const organisationSummaryShape = z.strictObject({
  id: z.string(),
  /** Its page, in the language the list was asked for in. */
  url: z.url(),
  state: z.enum(['verified', 'suspended']),
  /** In `lang`, the language it registered in; in others by BCP 47 tag. */
  name: z.string(),
  lang,
  translations: z.record(z.string(), z.string()),
  group,
  country,
  website,
  identifier,
  /** How many public commitments it leads. */
  commitments: z.int().min(0),
  /** When it was first verified. */
  joinedAt: instant,
  /** When the newest entry of the public log that is about it was made. */
  updatedAt: instant,
  invented,
})
export type OrganisationSummary = z.infer<typeof organisationSummaryShape>

/** The same row in a table; `name_en` where it has a name in English beside its own. */
export const organisationColumns: Columns<OrganisationSummary> = [
  ['id', (row) => row.id],
  ['url', (row) => row.url],
  ['state', (row) => row.state],
  ['name', (row) => row.name],
  ['lang', (row) => row.lang],
  ['name_en', (row) => row.translations['en']],
  ['group', (row) => row.group],
  ['country', (row) => row.country],
  ['website', (row) => row.website],
  ['identifier', (row) => row.identifier],
  ['commitments', (row) => row.commitments],
  ['joined_at', (row) => row.joinedAt],
  ['updated_at', (row) => row.updatedAt],
  ['invented', (row) => row.invented],
]
