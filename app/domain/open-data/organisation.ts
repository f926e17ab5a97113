import { z } from 'zod'

import { stakeholderGroups } from '../declarations/declaration.ts'
import { entryShape } from './commitment.ts'

/** What is told of an organisation when it is verified. */
export const organisationTermsShape = z.strictObject({
  /** By language; `lang` is the one it registered in. */
  names: z.record(z.string(), z.string()),
  lang: z.string(),
  group: z.enum(stakeholderGroups),
  /** ISO 3166-1 alpha-2, or `worldwide`. */
  country: z.string(),
  website: z.string(),
  /** `scheme:identifier`; schemes are org-id, ror and lei. */
  identifier: z.string().nullable(),
  /** What an import calls it. */
  externalId: z.string().nullable(),
  /** True of a demonstration: this body does not exist. */
  invented: z.boolean(),
})

/** The public record of one organisation, format `kept/1`: only those verified at some time. */
export const publicOrganisationShape = z.strictObject({
  id: z.string(),
  state: z.enum(['verified', 'suspended']),
  ...organisationTermsShape.shape,
  /** When it was first verified. */
  joinedAt: z.iso.datetime({ precision: 0 }),
  /** Why it was suspended, while it is. */
  suspendedReason: z.string().nullable(),
  /** Oldest first. */
  entries: z.array(entryShape),
})
export type PublicOrganisation = z.infer<typeof publicOrganisationShape>
