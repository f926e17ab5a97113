import { z } from 'zod'

import { refusalOf } from '../access/access.ts'
import { actForOrganisation, type Json } from '../acts/act.ts'
import { nextReportState } from '../milestones/report-state.ts'
import type { Milestone, Report } from '../milestones/report.ts'
import type { Actor } from '../shared/actor.ts'
import { dayOf } from '../shared/dates.ts'
import { languageSchema } from '../shared/language.ts'
import { ok, refuse } from '../shared/result.ts'
import {
  bearsNoSign,
  maybeWritten,
  SIGN_TYPED,
  typed,
  withoutNul,
  written,
} from '../shared/written.ts'
import { nextEvidenceState, type EvidenceState } from './evidence-state.ts'
import { scanResults, type ScanResult } from './scan.ts'

export const MAX_FILE_BYTES = 10 * 1024 * 1024
export const MAX_EVIDENCE_ITEMS = 20
/** What the files of one report may weigh together. */
export const MAX_REPORT_BYTES = 100 * 1024 * 1024
/** What the files of one organisation may weigh together, unless the register says otherwise. */
export const QUOTA_BYTES = 500 * 1024 * 1024

/** Kinds of file the register takes: extension and the media types its bytes may show. */
export const fileKinds = {
  pdf: ['application/pdf'],
  png: ['image/png'],
  jpg: ['image/jpeg'],
  jpeg: ['image/jpeg'],
  webp: ['image/webp'],
  csv: ['text/csv'],
  txt: ['text/plain'],
  docx: ['application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  xlsx: ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  odt: ['application/vnd.oasis.opendocument.text'],
  ods: ['application/vnd.oasis.opendocument.spreadsheet'],
} as const satisfies Record<string, readonly string[]>

const officeKinds: ReadonlySet<string> = new Set(['docx', 'xlsx', 'odt', 'ods'])
const endingOf = (fileName: string) => /\.([a-z0-9]+)$/i.exec(fileName)?.[1]?.toLowerCase() ?? ''

/** A document that can carry much besides words; it is taken only where a scanner looks at it. */
export const isOffice = (fileName: string): boolean => officeKinds.has(endingOf(fileName))

/** The endings of what is taken, with a virus scanner or without. */
export const endingsTaken = (scanned: boolean): string[] =>
  Object.keys(fileKinds).filter((ending) => scanned || !officeKinds.has(ending))

const described = {
  title: written(3, 300),
  lang: languageSchema,
  access: z.enum(['public', 'held'], { error: 'missing' }).default('public'),
  heldReason: maybeWritten(1000),
}
const heldNeedsReason = (item: { access: 'public' | 'held'; heldReason: string }) =>
  item.access === 'public' || item.heldReason !== ''
const heldProblem = { path: ['heldReason'], message: 'reason-when-held' }

export const linkInput = z
  .object({
    ...described,
    kind: z.enum(['link', 'dataset'], { error: 'missing' }),
    url: z
      .url({ protocol: /^https?$/, hostname: z.regexes.domain, error: 'not-a-url' })
      .max(2000, 'too-long')
      .overwrite(withoutNul)
      .refine(bearsNoSign, SIGN_TYPED),
  })
  .refine(heldNeedsReason, heldProblem)
export type LinkInput = z.infer<typeof linkInput>

export const fileInput = z
  .object({
    ...described,
    fileName: typed().trim().min(1, 'missing').max(255, 'too-long').refine(bearsNoSign, SIGN_TYPED),
    storedName: z.string().regex(/^[a-z0-9]{16,64}$/),
    mediaType: z.string(),
    size: z.int().positive('file-empty').max(MAX_FILE_BYTES, 'file-too-large'),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    scan: z.enum(scanResults),
  })
  .refine(heldNeedsReason, heldProblem)
export type FileInput = z.infer<typeof fileInput>

export type Evidence = {
  id: string
  reportId: string
  kind: 'file' | 'link' | 'dataset'
  title: string
  lang: string
  access: 'public' | 'held'
  heldReason: string
  state: EvidenceState
  url: string | null
  fileName: string | null
  storedName: string | null
  mediaType: string | null
  size: number | null
  sha256: string | null
  /** Null for links, and for files whose scan the register no longer knows. */
  scan: ScanResult | null
  /** The round of the report it was first handed in with; null while still a draft's. */
  round: number | null
}

/** Whether the name's ending and what the bytes show agree on a kind the register takes. */
export function fileKindProblem(fileName: string, mediaType: string | undefined) {
  const ending = endingOf(fileName)
  // `hasOwn`: a file called x.constructor is no kind of ours either.
  if (!Object.hasOwn(fileKinds, ending)) return 'file-type-not-taken'
  const expected: readonly string[] = fileKinds[ending as keyof typeof fileKinds]
  return mediaType !== undefined && expected.includes(mediaType)
    ? undefined
    : 'file-not-what-it-says'
}

/** What there is already, in pieces and bytes, and what the organisation may have in all. */
export type Stock = {
  pieces: number
  reportBytes: number
  organisationBytes: number
  quotaBytes: number
}

/** Adds evidence to a report that is still in its organisation's hands. */
export function attachEvidence(
  id: string,
  report: Report,
  milestone: Milestone,
  already: Stock,
  actor: Actor,
  input: FileInput | LinkInput,
  now: Date,
) {
  const refused = refusalOf(actor, 'attach-evidence', { organisationId: milestone.leadId }, now)
  if (refused) return refuse(refused)
  if (!nextReportState(report.state, 'edit')) return refuse('report-not-editable')
  if (already.pieces >= MAX_EVIDENCE_ITEMS) return refuse('too-much-evidence')
  const isFile = 'storedName' in input
  if (isFile) {
    const problem = fileKindProblem(input.fileName, input.mediaType)
    if (problem) return refuse(problem)
    if (isOffice(input.fileName) && input.scan !== 'clean') return refuse('file-needs-scanner')
    if (already.reportBytes + input.size > MAX_REPORT_BYTES) return refuse('report-quota-full')
    if (already.organisationBytes + input.size > already.quotaBytes)
      return refuse('organisation-quota-full')
  }
  const evidence: Evidence = {
    id,
    reportId: report.id,
    kind: isFile ? 'file' : input.kind,
    title: input.title,
    lang: input.lang,
    access: input.access,
    heldReason: input.heldReason,
    state: nextEvidenceState('uploaded', 'scan') ?? 'uploaded',
    url: isFile ? null : input.url,
    fileName: isFile ? input.fileName : null,
    storedName: isFile ? input.storedName : null,
    mediaType: isFile ? input.mediaType : null,
    size: isFile ? input.size : null,
    sha256: isFile ? input.sha256 : null,
    scan: isFile ? input.scan : null,
    round: null,
  }
  const act = actForOrganisation('evidence.attached', report.id, actor, milestone.leadId, now, {
    commitmentId: milestone.commitmentId,
    fields: { evidence: id },
  })
  return ok({ evidence, act })
}

/** Takes back a piece that was never handed in. What was public once stays. */
export function removeEvidence(
  evidence: Evidence,
  report: Report,
  milestone: Milestone,
  actor: Actor,
  now: Date,
) {
  const refused = refusalOf(actor, 'attach-evidence', { organisationId: milestone.leadId }, now)
  if (refused) return refuse(refused)
  if (!nextReportState(report.state, 'edit') || evidence.round !== null)
    return refuse('evidence-handed-in')
  const act = actForOrganisation('evidence.removed', report.id, actor, milestone.leadId, now, {
    commitmentId: milestone.commitmentId,
    fields: { evidence: evidence.id },
  })
  return ok({ evidenceId: evidence.id, storedName: evidence.storedName, act })
}

/** What the log says of evidence: a held piece shows that it exists, why it is held, and its hash. */
export const evidenceFields = (
  items: readonly (Evidence & { addedAt: Date })[],
): Record<string, Json> =>
  Object.fromEntries(
    items.map((item) => [
      `evidence.${item.id}`,
      {
        kind: item.kind,
        lang: item.lang,
        access: item.access,
        addedOn: dayOf(item.addedAt),
        ...(item.state === 'withheld' ? { withheld: true } : whatItSays(item)),
      } satisfies Record<string, Json>,
    ]),
  )

const whatItSays = (item: Evidence): Record<string, Json> => ({
  title: item.title,
  ...(item.access === 'held' ? { heldReason: item.heldReason } : {}),
  ...(item.access === 'public' && item.url ? { url: item.url } : {}),
  ...(item.sha256 ? { sha256: item.sha256, size: item.size, mediaType: item.mediaType } : {}),
})
