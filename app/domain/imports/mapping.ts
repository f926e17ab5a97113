import { z } from 'zod'

import { stakeholderGroups } from '../declarations/declaration.ts'
import { isCountry, isPlace } from '../places/m49.ts'
import { daySchema } from '../shared/dates.ts'
import { languageSchema } from '../shared/language.ts'
import { parsedJson } from '../shared/written.ts'
import { deadlineRule } from './deadline.ts'

const text = z.string({ error: 'missing' }).trim().min(1, 'missing')
const column = text
const fromColumn = z.strictObject({ column })
/** Words the mapping itself supplies, and the column that holds them, in each of its languages. */
const words = z.record(z.string(), text)
const columns = z.record(z.string(), column)
const key = z.string({ error: 'missing' }).regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'not-a-key')

const organisation = z.strictObject({
  names: words,
  group: z.enum(stakeholderGroups, { error: 'not-allowed' }),
  /** ISO alpha-2; null for one that belongs to no country. */
  country: z.string().refine(isCountry, 'not-a-country').nullable(),
  site: z.httpUrl('not-a-url').optional(),
})

/** One column for all languages, or one for each. */
const dueColumns = z.union([column, columns])
/** Codes spelled out by the mapping, or the words themselves. */
const responsible = z.union([
  z.strictObject({ column, separator: z.string().min(1).optional(), names: z.record(text, words) }),
  z.strictObject({ columns }),
])

const commitmentLevel = z.strictObject({
  code: column,
  title: columns,
  /** Without it the title is all the words there are. */
  text: columns.optional(),
  clause: z.union([
    z.strictObject({ column, keys: z.record(text, text).optional() }),
    z.strictObject({ key: text }),
  ]),
  startOn: z.union([daySchema, fromColumn]),
  endOn: z.union([daySchema, fromColumn]),
  lead: z.union([z.strictObject({ organisation: key }), fromColumn]),
  /** Countries and M49 regions; none means worldwide. */
  places: z.array(z.string().refine(isPlace, 'not-a-place')).default([]),
})
const milestoneLevel = z.strictObject({
  code: column,
  title: columns,
  responsible: responsible.optional(),
  /** Only where milestones are the smallest things in the table. */
  due: dueColumns.optional(),
  unit: columns.optional(),
  baseline: column.optional(),
  target: column.optional(),
})
/** A milestone of several indicators is measured by how many of them are met. */
const indicatorLevel = z.strictObject({
  code: column,
  words: columns,
  due: dueColumns,
  unit: words,
})

/** How the columns of one table are read into commitments. Kept in a file beside the table. */
const mappingSchema = z
  .strictObject({
    /** Stands before every external id, so that two tables cannot mean the same commitment. */
    key,
    declaration: z.string({ error: 'missing' }).min(1, 'missing'),
    /** The first is the one the record is kept in; every text must exist in all. */
    languages: z.array(languageSchema).min(1, 'missing'),
    source: z.strictObject({
      title: words,
      publisher: words,
      url: z.httpUrl('not-a-url').optional(),
      licence: text,
      notice: text,
    }),
    organisations: z.record(key, organisation),
    levels: z.strictObject({
      commitment: commitmentLevel,
      milestone: milestoneLevel,
      indicator: indicatorLevel.optional(),
    }),
    deadlines: z.array(deadlineRule).default([]),
  })
  .superRefine((mapping, context) => {
    const complain = (path: (string | number)[], message: string) =>
      context.addIssue({ code: 'custom', path, message })
    const inAll = (path: (string | number)[], texts: Record<string, string> | undefined) => {
      if (texts === undefined) return
      for (const language of mapping.languages)
        if (!Object.hasOwn(texts, language)) complain([...path, language], 'missing')
      for (const language of Object.keys(texts))
        if (!mapping.languages.some((one) => one === language))
          complain([...path, language], 'language-not-listed')
    }
    const { commitment, milestone, indicator } = mapping.levels

    inAll(['source', 'title'], mapping.source.title)
    inAll(['source', 'publisher'], mapping.source.publisher)
    for (const [name, { names }] of Object.entries(mapping.organisations))
      inAll(['organisations', name, 'names'], names)
    mapping.deadlines.forEach((rule, at) => inAll(['deadlines', at, 'reading'], rule.reading))
    inAll(['levels', 'commitment', 'title'], commitment.title)
    inAll(['levels', 'commitment', 'text'], commitment.text)
    inAll(['levels', 'milestone', 'title'], milestone.title)
    inAll(['levels', 'milestone', 'unit'], milestone.unit)
    if (typeof milestone.due === 'object') inAll(['levels', 'milestone', 'due'], milestone.due)
    if (milestone.responsible !== undefined) {
      const path = ['levels', 'milestone', 'responsible']
      if ('columns' in milestone.responsible)
        inAll([...path, 'columns'], milestone.responsible.columns)
      else
        for (const [code, names] of Object.entries(milestone.responsible.names))
          inAll([...path, 'names', code], names)
    }

    if ('organisation' in commitment.lead)
      if (!Object.hasOwn(mapping.organisations, commitment.lead.organisation))
        complain(['levels', 'commitment', 'lead', 'organisation'], 'unknown-organisation')

    const { startOn, endOn } = commitment
    if (typeof startOn === 'string' && typeof endOn === 'string' && endOn < startOn)
      complain(['levels', 'commitment', 'endOn'], 'end-before-start')

    const measures = ['due', 'unit', 'target'] as const
    if (indicator === undefined) {
      for (const measure of measures)
        if (milestone[measure] === undefined) complain(['levels', 'milestone', measure], 'missing')
      return
    }
    inAll(['levels', 'indicator', 'words'], indicator.words)
    inAll(['levels', 'indicator', 'unit'], indicator.unit)
    if (typeof indicator.due === 'object') inAll(['levels', 'indicator', 'due'], indicator.due)
    for (const measure of [...measures, 'baseline'] as const)
      if (milestone[measure] !== undefined)
        complain(['levels', 'milestone', measure], 'counted-by-indicators')
  })
export type ImportMapping = z.infer<typeof mappingSchema>

/** Where in a mapping file something is wrong, `levels.milestone.due`, and a code for what. */
export type MappingProblem = { path: string; code: string }
export type ParsedMapping =
  | { ok: true; mapping: ImportMapping }
  | { ok: false; problems: MappingProblem[] }

const zodCodes: Readonly<Record<string, string>> = {
  unrecognized_keys: 'unknown-field',
  invalid_union: 'not-allowed',
  invalid_value: 'not-allowed',
  invalid_type: 'wrong-type',
  invalid_key: 'not-a-key',
}
const isCode = (message: string) => /^[a-z]+(?:-[a-z]+)*$/.test(message)

/** A mapping file's text, checked. */
export function parseMapping(file: string): ParsedMapping {
  let json: unknown
  try {
    json = parsedJson(file)
  } catch {
    return { ok: false, problems: [{ path: '', code: 'not-json' }] }
  }
  const parsed = mappingSchema.safeParse(json)
  if (parsed.success) return { ok: true, mapping: parsed.data }
  const problems = parsed.error.issues.flatMap((issue) => {
    const named = issue.code === 'unrecognized_keys' ? issue.keys : [undefined]
    const code = isCode(issue.message) ? issue.message : (zodCodes[issue.code] ?? 'not-allowed')
    return named.map((field) => ({
      path: [...issue.path, ...(field === undefined ? [] : [field])].map(String).join('.'),
      code,
    }))
  })
  return { ok: false, problems }
}
