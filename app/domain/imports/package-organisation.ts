import { z } from 'zod'

import { stakeholderGroups } from '../declarations/declaration.ts'
import { isOrganisationId, type Organisation } from '../organisations/organisation.ts'
import { isCountry } from '../places/m49.ts'
import { languageSchema } from '../shared/language.ts'
import { problemIn, type PackageRow } from './package-rows.ts'
import { httpUrl, originOf, type PackageSource } from './package-source.ts'
import type { ImportProblemCode, NoteProblem } from './problem.ts'

export type PackagedOrganisation = {
  organisation: Organisation
  externalId: string | null
  /** When it was verified there first. */
  joinedAt: string
  /** Why its own register suspended it, while that holds. */
  suspended: string | null
}
const shape = z.object({
  id: z.string().refine(isOrganisationId),
  names: z.record(
    z.string().refine((lang) => languageSchema.safeParse(lang).success),
    z.string().min(1).max(300),
  ),
  lang: languageSchema,
  group: z.enum(stakeholderGroups),
  country: z.string().refine((code) => code === 'worldwide' || isCountry(code)),
  website: httpUrl.or(z.literal('')),
  identifier: z
    .string()
    .regex(/^(?:org-id|ror|lei):./)
    .or(z.literal('')),
  externalId: z.string(),
  invented: z.boolean(),
})

/** The organisation in a row of a package; what is wrong with it is noted. */
export function organisationIn(
  row: PackageRow,
  source: PackageSource,
  note: NoteProblem,
): PackagedOrganisation[] {
  const wrong = (column: string, code: ImportProblemCode) => note(problemIn(row, column, code))
  const read = shape.safeParse(row.values)
  if (!read.success) {
    for (const { path } of read.error.issues) wrong(String(path[0] ?? ''), 'not-readable')
    return []
  }
  const { externalId, country, identifier, ...said } = read.data
  if (!Object.hasOwn(said.names, said.lang)) wrong('names', 'not-readable')
  const { state, suspendedReason = '' } = row.cells
  if (state === 'suspended' && suspendedReason.trim() === '') wrong('suspendedReason', 'missing')
  return [
    {
      organisation: {
        ...said,
        state: 'registered',
        country: country === 'worldwide' ? null : country,
        identifier: identifier === '' ? null : identifier,
        identityCheck: `${source.title}, ${originOf(source)}`,
      },
      externalId: externalId === '' ? null : externalId,
      joinedAt: row.cells['joinedAt'] ?? '',
      // Nobody is whitewashed by a move.
      suspended: state === 'suspended' ? suspendedReason : null,
    },
  ]
}
