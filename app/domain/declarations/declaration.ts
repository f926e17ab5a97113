import { z } from 'zod'

import { daySchema } from '../shared/dates.ts'

/** The seven groups that declarations address and organisations belong to. */
export const stakeholderGroups = [
  'government',
  'intergovernmental',
  'civil-society',
  'teacher-organisation',
  'private-sector',
  'academia',
  'development-partner',
] as const
export type StakeholderGroup = (typeof stakeholderGroups)[number]

const localText = z.record(z.string().min(2), z.string().min(1))

const clauseShape = z.object({
  key: z.string().regex(/^[a-z0-9]+(?:\/[a-z0-9-]+){1,2}$/),
  summary: localText,
  addressees: z.array(z.enum(stakeholderGroups)).min(1),
  demand: z.enum(['records', 'affirms', 'commits']),
  officialParagraph: z.int().positive().optional(),
})

/** A declaration as its data file writes it: `declarations/*.json`. */
export const declarationSchema = z.object({
  key: z.string().regex(/^[a-z0-9]{2,20}$/),
  code: z.string().regex(/^[A-Z][A-Z0-9]{1,7}$/),
  title: localText,
  motto: localText.optional(),
  adopted: daySchema.optional(),
  place: localText.optional(),
  occasion: localText.optional(),
  convenedBy: z.array(z.string()).default([]),
  source: z.record(z.string(), z.union([z.string(), z.number()])).default({}),
  textNotice: localText.optional(),
  /** What its register's data may be used under; CC BY 4.0 where it does not say (`licenceOf`). */
  licence: z
    .object({ name: z.string().min(1), title: z.string().min(1), url: z.httpUrl() })
    .exactOptional(),
  settings: z.object({
    reportWithinDays: z.int().min(1),
    silentAfterDays: z.int().min(1),
    replyWithinDays: z.int().min(1),
  }),
  preamble: z.array(clauseShape).default([]),
  themes: z
    .array(
      z.object({
        number: z.int().positive(),
        key: z.string(),
        title: localText,
        clauses: z.array(clauseShape).min(1),
      }),
    )
    .min(1)
    // Each theme is a field of the act that opens the declaration: two of a name would be one.
    .refine((themes) => new Set(themes.map(({ key }) => key)).size === themes.length, 'key-twice'),
})
export type Declaration = z.infer<typeof declarationSchema>
export type DeclarationSettings = Declaration['settings']
export type Theme = Declaration['themes'][number]
export type Clause = z.infer<typeof clauseShape>
/** A clause as it is cited: `2.1` is the first clause of the second theme. */
export type CitedClause = Clause & { number: string; theme: Pick<Theme, 'number' | 'title'> }

type Licence = NonNullable<Declaration['licence']>

/** By its SPDX name. Evidence keeps the terms of whoever made it. */
const ordinaryLicence: Licence = {
  name: 'CC-BY-4.0',
  title: 'Creative Commons Attribution 4.0 International',
  url: 'https://creativecommons.org/licenses/by/4.0/',
}

/** Under what terms anybody may use what is registered under a declaration. */
export const licenceOf = ({ licence }: Pick<Declaration, 'licence'>): Licence =>
  licence ?? ordinaryLicence

/** The clauses a commitment can be registered under; the preamble asks nothing of anyone. */
export function clausesOf(declaration: Declaration): CitedClause[] {
  return declaration.themes.flatMap((theme) =>
    theme.clauses.map((clause, position) => ({
      ...clause,
      number: `${theme.number}.${position + 1}`,
      theme: { number: theme.number, title: theme.title },
    })),
  )
}

export const hasClause = ({ themes }: Declaration, key: string): boolean =>
  themes.some(({ clauses }) => clauses.some((clause) => clause.key === key))

export const clauseOf = (declaration: Declaration, key: string): CitedClause | undefined =>
  clausesOf(declaration).find((clause) => clause.key === key)
