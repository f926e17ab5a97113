import { z } from 'zod'

import { daySchema } from '../shared/dates.ts'
import { languageSchema, type LocalText } from '../shared/language.ts'
import { rewritten, typed } from '../shared/written.ts'

export const resourceKinds = ['financial', 'in-kind', 'technical', 'staff'] as const
export const sdgTargets = [
  ...['4.1', '4.2', '4.3', '4.4', '4.5', '4.6', '4.7', '4.a', '4.b', '4.c'],
  ...['5.b', '8.6', '9.c', '10.2', '16.10', '17.6', '17.8', '17.16', '17.17', '17.18'],
] as const

export const limits = {
  title: 300,
  text: 6000,
  problem: 3000,
  line: 300,
  milestones: 60,
  resources: 12,
  places: 60,
} as const

const line = (max: number = limits.line) => typed().trim().min(1, 'missing').max(max, 'too-long')
const optionalLine = (max: number = limits.line) => typed().trim().max(max, 'too-long').default('')
/** Numbers as people type them: `12 000`, `12,000` and `0.5` are read, `1,5` is not guessed at. */
export const typedNumber = z
  .union([z.number(), z.string()], { error: 'missing' })
  .transform((given, context) => {
    if (typeof given === 'number') return given
    const text = given.trim().replaceAll(/[\s\u00a0\u202f]/g, '')
    if (text === '') {
      context.addIssue({ code: 'custom', message: 'missing' })
      return z.NEVER
    }
    const plain = /^-?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(text) ? text.replaceAll(',', '') : text
    if (!/^-?\d+(?:\.\d+)?$/.test(plain)) {
      context.addIssue({ code: 'custom', message: 'not-a-number' })
      return z.NEVER
    }
    return Number(plain)
  })
  .refine((value) => Math.abs(value) <= 1e12, 'number-out-of-range')
/** A number that may be left out: null. */
export const optionalNumber = z
  .union([z.literal('').transform(() => null), z.null(), typedNumber], { error: 'not-a-number' })
  .default(null)

export const indicatorShape = z.object({
  code: z.string(),
  words: z.record(z.string(), z.string()),
  dueOn: daySchema,
  /** The deadline as its authors wrote it, and how the register reads it. */
  dueWords: z.record(z.string(), z.string()),
  reading: z.record(z.string(), z.string()).default({}),
})
export type Indicator = z.infer<typeof indicatorShape>

export const milestoneInput = z.object({
  id: z
    .string()
    .regex(/^mls_[a-z0-9]+$/)
    .optional(),
  title: line(1000),
  dueOn: daySchema,
  indicator: optionalLine(1000),
  unit: line(120),
  baseline: optionalNumber,
  target: typedNumber,
  evidenceExpected: optionalLine(1000),
  responsible: optionalLine(),
  /** What an import calls it; how a later import finds it again. */
  code: z.string().default(''),
  indicators: z.array(indicatorShape).default([]),
  translations: z.record(z.string(), z.string()).default({}),
})
export type MilestoneTerms = Omit<z.infer<typeof milestoneInput>, 'id'> & { id: string }

const resource = z.object({
  kind: z.enum(resourceKinds, { error: 'missing' }),
  amount: optionalNumber,
  currency: z
    .string()
    .trim()
    .toUpperCase()
    .refine((code) => code === '' || /^[A-Z]{3}$/.test(code), 'not-a-currency')
    .default(''),
  source: optionalLine(),
})
export type Resource = z.infer<typeof resource>

/** Each step of the registration form, in the order they are asked. */
export const wordsStep = z.object({
  lang: languageSchema,
  title: line(limits.title),
  text: rewritten(40, limits.text),
  problem: optionalLine(limits.problem),
})
export const clausesStep = z.object({
  clause: z.string({ error: 'missing' }).min(1, 'missing'),
  furtherClauses: z.array(z.string()).default([]),
})
export const placesStep = z
  .object({
    scope: z.enum(['worldwide', 'places'], { error: 'missing' }),
    places: z.array(z.string()).max(limits.places, 'too-many').default([]),
    beneficiaries: line(),
    beneficiaryCount: optionalNumber,
  })
  .refine((step) => step.scope === 'worldwide' || step.places.length > 0, {
    path: ['places'],
    message: 'missing',
  })
export const datesStep = z
  .object({ startOn: daySchema, endOn: daySchema })
  .refine((step) => step.endOn >= step.startOn, { path: ['endOn'], message: 'end-before-start' })
export const milestonesStep = z.object({
  milestones: z
    .array(milestoneInput, { error: 'milestone-needed' })
    .min(1, 'milestone-needed')
    .max(limits.milestones, 'too-many'),
})
export const resourcesStep = z.object({
  resources: z.array(resource).max(limits.resources, 'too-many').default([]),
  responsible: optionalLine(),
  contactRole: line(),
  sdgTargets: z.array(z.enum(sdgTargets, { error: 'not-allowed' })).default([]),
})

export const termSteps = {
  words: wordsStep,
  clauses: clausesStep,
  places: placesStep,
  dates: datesStep,
  milestones: milestonesStep,
  resources: resourcesStep,
} as const
export type TermStep = keyof typeof termSteps
export const termStepNames = Object.keys(termSteps) as [TermStep, ...TermStep[]]

/** What a commitment says, complete: one version of it. */
export type Terms = z.infer<typeof wordsStep> &
  z.infer<typeof clausesStep> &
  z.infer<typeof placesStep> &
  z.infer<typeof datesStep> & { milestones: MilestoneTerms[] } & z.infer<typeof resourcesStep> & {
    /** Official or marked translations of title and text, keyed by language. */
    translations: Record<string, { title: string; text: string }>
  }
/** What has been answered so far. */
export type DraftTerms = Partial<Terms>

/** One thing that keeps a draft from being handed in, and the step that mends it. */
export type Lack = { step: TermStep; field: string; code: string }

/** Every answer still missing or wrong, in the order of the steps. Empty means it can be handed in. */
export function lacksOf(draft: DraftTerms): Lack[] {
  const lacks: Lack[] = []
  for (const step of termStepNames) {
    const parsed = termSteps[step].safeParse(draft)
    if (parsed.success) continue
    for (const issue of parsed.error.issues)
      lacks.push({ step, field: fieldName(issue.path), code: issue.message })
  }
  if (lacks.length > 0) return lacks

  const { startOn, endOn, milestones } = draft as Terms
  milestones.forEach((milestone, index) => {
    if (milestone.dueOn < startOn || milestone.dueOn > endOn)
      lacks.push({
        step: 'milestones',
        field: `milestones[${index}].dueOn`,
        code: 'milestone-outside-dates',
      })
  })
  return lacks
}

/** `['milestones', 0, 'dueOn']` as forms name it: `milestones[0].dueOn`. */
export const fieldName = (path: readonly PropertyKey[]): string =>
  path.reduce<string>(
    (name, part) =>
      typeof part === 'number'
        ? `${name}[${part}]`
        : name
          ? `${name}.${String(part)}`
          : String(part),
    '',
  )

export const isComplete = (draft: DraftTerms): draft is Terms => lacksOf(draft).length === 0

/** Title and text in the reader's language where a translation stands, else as registered. */
export function termsWords(terms: Pick<Terms, 'lang' | 'title' | 'text' | 'translations'>): {
  title: LocalText
  text: LocalText
} {
  const title: Record<string, string> = { [terms.lang]: terms.title }
  const text: Record<string, string> = { [terms.lang]: terms.text }
  for (const [lang, words] of Object.entries(terms.translations)) {
    title[lang] = words.title
    text[lang] = words.text
  }
  return { title, text }
}
