import { fileKinds } from '../evidence/evidence.ts'
import { reportStates } from '../milestones/report-state.ts'
import {
  evidenceShape,
  findingShape,
  roundShape,
  type EvidenceShape,
  type FindingShape,
} from '../open-data/commitment.ts'
import type { ReportFacts, RoundFacts } from '../open-data/public-commitment.ts'
import { languageSchema } from '../shared/language.ts'
import { grouped, type PackageRow, type RowGroups, type Wrong } from './package-rows.ts'
import { httpUrl } from './package-source.ts'

/** Reports by their milestone; their evidence and findings by the report. */
export type ReportParts = Readonly<Record<'reports' | 'evidence' | 'findings', RowGroups>>

/** A report as a package tells it, with the row of its newest round. */
export type PackagedReport = ReportFacts & { row: PackageRow }

const mediaTypes: readonly string[] = Object.values(fileKinds).flat()
const isIdOf = (kind: string, id = '') => new RegExp(`^${kind}_[a-z0-9]{1,40}$`).test(id)

/** What was reported on one milestone, in the order of the rows; what cannot be is noted. */
export function reportsIn(milestoneId: string, parts: ReportParts, wrong: Wrong): PackagedReport[] {
  const rows = parts.reports.get(milestoneId) ?? []
  return [...grouped(rows, 'report')].flatMap(([id, own]) => {
    const [first] = own
    const row = own.at(-1)
    if (!first || !row) return []
    if (!isIdOf('rpt', id)) wrong(first, 'report', 'not-readable')
    const state = reportStates.find((one) => one === row.cells['state']) ?? 'reported'
    const rounds = own.flatMap((one) => roundIn(one, wrong))
    const evidence = (parts.evidence.get(id) ?? []).flatMap((one) => evidenceIn(one, wrong))
    const findings = (parts.findings.get(id) ?? []).flatMap((one) => findingIn(one, wrong))
    const reportedAt = rounds[0]?.at ?? ''
    const returnedAt = rounds.findLast(({ returned }) => returned)?.returned?.at ?? null
    return { id, milestoneId, state, reportedAt, returnedAt, rounds, evidence, findings, row }
  })
}

function roundIn(row: PackageRow, wrong: Wrong): RoundFacts[] {
  const { report: _, milestone: __, state: ___, ...values } = row.values
  const { returnedAt, returnedReview, questions, ...said } = values
  const returned =
    returnedAt === null ? null : { review: returnedReview, at: returnedAt, questions }
  const read = roundShape.safeParse({ ...said, returned })
  if (!read.success) return [wrong(row, columnOf(read, 'questions'), 'not-readable') ?? []].flat()
  if (!languageSchema.safeParse(read.data.lang).success) wrong(row, 'lang', 'not-on-list')
  if (read.data.returned && !isIdOf('rvw', read.data.returned.review))
    wrong(row, 'returnedReview', 'not-readable')
  const { round, at, returned: sentBack, ...content } = read.data
  return [{ round, at, content, returned: sentBack }]
}

/** Cells that say nothing where there is nothing to say. */
const orNull = (text: unknown) => (text === '' ? null : text)

function evidenceIn(row: PackageRow, wrong: Wrong): EvidenceShape[] {
  const { report: _, ...said } = row.values
  const { title, heldReason, url, mediaType, sha256 } = said
  const read = evidenceShape.safeParse({
    ...said,
    ...{ title: orNull(title), heldReason: orNull(heldReason), url: orNull(url) },
    ...{ mediaType: orNull(mediaType), sha256: orNull(sha256) },
  })
  if (!read.success) return [wrong(row, columnOf(read), 'not-readable') ?? []].flat()
  const piece = read.data
  const wants = (column: keyof EvidenceShape, holds: boolean) =>
    holds || wrong(row, column, piece[column] === null ? 'missing' : 'not-readable')
  wants('id', isIdOf('evd', piece.id))
  wants('lang', languageSchema.safeParse(piece.lang).success)
  if (piece.withheld) return [piece]
  wants('title', piece.title !== null)
  wants('heldReason', (piece.heldReason !== null) === (piece.access === 'held'))
  // Of a held link the public was never told where it leads.
  const leads = piece.kind !== 'file' && piece.access === 'public'
  wants('url', leads ? httpUrl.safeParse(piece.url).success : piece.url === null)
  const isFile = piece.kind === 'file'
  wants('sha256', isFile ? /^[0-9a-f]{64}$/.test(piece.sha256 ?? '') : piece.sha256 === null)
  wants('size', isFile ? (piece.size ?? 0) > 0 : piece.size === null)
  wants('mediaType', isFile ? mediaTypes.includes(piece.mediaType ?? '') : !piece.mediaType)
  return [piece]
}

function findingIn(row: PackageRow, wrong: Wrong): FindingShape[] {
  const { report: _, replyStance, replyLang, replyText, replyAt, ...said } = row.values
  const reply =
    replyStance === ''
      ? null
      : { stance: replyStance, lang: replyLang, text: replyText, at: replyAt }
  const read = findingShape.safeParse({ ...said, reply })
  if (!read.success) return [wrong(row, columnOf(read, 'replyText'), 'not-readable') ?? []].flat()
  if (!isIdOf('rvw', read.data.review)) wrong(row, 'review', 'not-readable')
  if (read.data.reply && !languageSchema.safeParse(read.data.reply.lang).success)
    wrong(row, 'replyLang', 'not-on-list')
  return [read.data]
}

/** The column that a shape could not read; of what several columns make, the one named. */
function columnOf(
  { error }: { error: { issues: readonly { path: readonly PropertyKey[] }[] } },
  ofSeveral = '',
): string {
  const name = String(error.issues[0]?.path[0] ?? '')
  return ['returned', 'reply'].includes(name) ? ofSeveral : name
}
