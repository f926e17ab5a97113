import { z } from 'zod'

import { assurances } from '../accountability/assurance.ts'
import { outcomes } from '../accountability/outcome.ts'
import { publicCommitmentStates } from '../commitments/commitment-state.ts'
import { stakeholderGroups } from '../declarations/declaration.ts'
import { findings, reportStates } from '../milestones/report-state.ts'
import { reachedAnswers } from '../milestones/report.ts'
import { timelinesses } from '../milestones/timeliness.ts'
import { redactionBases } from '../redactions/redaction-state.ts'
import { stancesOnFinding } from '../reviews/reply.ts'

/** Says which shapes an answer follows; raised whenever one of them changes its meaning. */
export const FORMAT = 'kept/1'

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
export const instantShape = z.iso.datetime({ precision: 0 })
const index = z.int().min(0)
const words = z.record(z.string(), z.string())

/** What a commitment promises, in its own language (`lang`); amounts in `currency` as registered. */
export const termsShape = z.strictObject({
  lang: z.string(),
  title: z.string(),
  text: z.string(),
  problem: z.string(),
  translations: z.record(z.string(), z.strictObject({ title: z.string(), text: z.string() })),
  clause: z.string(),
  furtherClauses: z.array(z.string()),
  scope: z.enum(['worldwide', 'places']),
  places: z.array(z.string()),
  beneficiaries: z.string(),
  beneficiaryCount: z.number().nullable(),
  startOn: day,
  endOn: day,
  resources: z.array(
    z.strictObject({
      kind: z.string(),
      amount: z.number().nullable(),
      currency: z.string(),
      source: z.string(),
    }),
  ),
  responsible: z.string(),
  contactRole: z.string(),
  sdgTargets: z.array(z.string()),
})
export type TermsShape = z.infer<typeof termsShape>

/** A dated step: `baseline` and `target` count in `unit`; `code` is an import's name for it. */
export const milestoneTermsShape = z.strictObject({
  id: z.string(),
  title: z.string(),
  translations: words,
  dueOn: day,
  indicator: z.string(),
  unit: z.string(),
  baseline: z.number().nullable(),
  target: z.number(),
  evidenceExpected: z.string(),
  responsible: z.string(),
  code: z.string(),
  indicators: z.array(
    z.strictObject({ code: z.string(), words, dueOn: day, dueWords: words, reading: words }),
  ),
})
export type MilestoneTermsShape = z.infer<typeof milestoneTermsShape>

/** What was claimed in one handing in. `value` counts in the milestone's unit; null: cannot say. */
export const reportContentShape = z.strictObject({
  reached: z.enum(reachedAnswers),
  value: z.number().nullable(),
  measuredOn: day,
  lang: z.string(),
  happened: z.string(),
  behindReason: z.string(),
  next: z.string(),
})
export type ReportContentShape = z.infer<typeof reportContentShape>

export const questionsShape = z.array(z.strictObject({ field: z.string(), text: z.string() }))

export const roundShape = z.strictObject({
  round: z.int().min(1),
  at: instantShape,
  ...reportContentShape.shape,
  /** Set when a coordinator sent this round back. */
  returned: z
    .strictObject({ review: z.string(), at: instantShape, questions: questionsShape })
    .nullable(),
})

/**
 * What backs a report. A held piece shows that it exists, why it is held, and its hash; of a
 * withheld one only kind, language, access and day are left. `sha256` is hex, of a file's bytes,
 * `size` in bytes; a public file is served under `/files/<id>`.
 */
export const evidenceShape = z.strictObject({
  id: z.string(),
  kind: z.enum(['file', 'link', 'dataset']),
  lang: z.string(),
  access: z.enum(['public', 'held']),
  withheld: z.boolean(),
  addedOn: day,
  /** The round it was first handed in with. */
  round: z.int().min(1),
  title: z.string().nullable(),
  heldReason: z.string().nullable(),
  url: z.string().nullable(),
  mediaType: z.string().nullable(),
  size: z.number().nullable(),
  sha256: z.string().nullable(),
})
export type EvidenceShape = z.infer<typeof evidenceShape>

export const scoresShape = z
  .record(z.string(), z.strictObject({ score: z.number(), note: z.string() }))
  .nullable()

/** What coordinators decided; `people` says how many, never who. `correction` overrides. */
export const findingShape = z.strictObject({
  review: z.string(),
  kind: z.enum(['review', 'correction']),
  round: z.int().min(1),
  at: instantShape,
  finding: z.enum(findings),
  reviewedValue: z.number().nullable(),
  reasons: z.string(),
  scores: scoresShape,
  rubricVersion: z.int(),
  people: z.union([z.literal(1), z.literal(2)]),
  reply: z
    .strictObject({
      stance: z.enum(stancesOnFinding),
      lang: z.string(),
      text: z.string(),
      at: instantShape,
    })
    .nullable(),
})
export type FindingShape = z.infer<typeof findingShape>

const report = z.strictObject({
  id: z.string(),
  state: z.enum(reportStates),
  /** Oldest first, as are `findings`. */
  rounds: z.array(roundShape).min(1),
  evidence: z.array(evidenceShape),
  findings: z.array(findingShape),
})

const milestone = z.strictObject({
  ...milestoneTermsShape.shape,
  timeliness: z.enum(timelinesses),
  /** From the due day to the first report, or to today while there is none; never negative. */
  daysLate: z.int().min(0),
  finding: z.enum(findings).nullable(),
  reports: z.array(report),
})

const json = z.json()
/** One field's old and new value; `slippageDays` where a deadline moved, positive for later. */
export const changeShape = z.strictObject({
  field: z.string(),
  from: json,
  to: json,
  slippageDays: z.int().exactOptional(),
})
export type ChangeShape = z.infer<typeof changeShape>

/** Where an imported commitment was first published, and under what terms. */
export const provenanceShape = z.strictObject({
  title: z.string(),
  publisher: z.string(),
  licence: z.string(),
  notice: z.string(),
  url: z.string().exactOptional(),
})
export type ProvenanceShape = z.infer<typeof provenanceShape>

export const partnerShape = z.strictObject({
  organisation: z.string(),
  role: z.string(),
  share: z.string(),
})

/** An entry of the public log: `leafHash` is RFC 6962's, in base64 as checkpoints write hashes. */
export const entryShape = z.strictObject({
  index,
  act: z.string(),
  subject: z.string(),
  at: instantShape,
  leafHash: z.string(),
})
export type EntryShape = z.infer<typeof entryShape>

/** Entry `entry` ordered content of entry `of` withheld. Withheld words read `█`. */
const withheld = z.strictObject({
  entry: index,
  of: index,
  at: instantShape,
  basis: z.enum(redactionBases),
  reason: z.string(),
})
export type WithheldShape = z.infer<typeof withheld>

/**
 * The public record of one commitment, format `kept/1`. Instants are UTC to the second, days are
 * calendar days, organisations stand as ids (`/api/v1/organisations/<id>`), languages as BCP 47
 * tags, places as ISO 3166-1 alpha-2 or three-digit UN M49 codes. Everything is listed here by
 * name: what is not on the list is not public. Lists are in a fixed order, named beside each.
 */
export const publicCommitmentShape = z.strictObject({
  number: z.string().describe('What people know it by.'),
  id: z.string(),
  declaration: z.string().describe('The key of its declaration.'),
  state: z.enum(publicCommitmentStates),
  version: z.int().min(1),
  outcome: z.enum(outcomes).nullable().describe('Derived, as of today of the answer.'),
  assurance: z.enum(assurances).nullable(),
  nextDueOn: day.nullable(),
  publishedAt: instantShape,
  withdrawal: z.strictObject({ at: instantShape, reason: z.string() }).nullable(),
  closedAt: instantShape.nullable(),
  /** `furtherClauses` and `places` sorted, each once. */
  ...termsShape.shape,
  lead: z.string().describe('The id of the organisation that answers for it.'),
  group: z.enum(stakeholderGroups),
  partners: z
    .array(partnerShape)
    .describe('Those that have accepted their own part, by organisation id.'),
  milestones: z.array(milestone).describe('In the order they were promised in.'),
  /** Oldest first; `changes` by field name. */
  versions: z.array(
    z.strictObject({
      version: z.int().min(1),
      at: instantShape,
      reason: z.string(),
      changes: z.array(changeShape),
    }),
  ),
  externalId: z.string().nullable(),
  provenance: provenanceShape.nullable(),
  /** True of a demonstration: neither it nor its organisation exists. */
  invented: z.boolean(),
  withheld: z.array(withheld).describe('What was withheld, by what order and why.'),
  entries: z.array(entryShape).describe('Its entries in the public log, oldest first.'),
})
export type PublicCommitment = z.infer<typeof publicCommitmentShape>
