import { z } from 'zod'

import type { PublicKind } from '../acts/act.ts'
import {
  findings,
  isFinding,
  nextReportState,
  type ReportMove,
} from '../milestones/report-state.ts'
import {
  questionsShape,
  reportContentShape,
  scoresShape,
  type EvidenceShape,
  type FindingShape,
} from '../open-data/commitment.ts'
import type { ReportFacts, RoundFacts } from '../open-data/public-commitment.ts'
import { stancesOnFinding } from '../reviews/reply.ts'
import { doneAt, readAs, said, toldOf, unreplayable, type OpenedAct } from './opened-act.ts'

type Report = Omit<ReportFacts, 'rounds' | 'evidence' | 'findings'> & {
  rounds: RoundFacts[]
  evidence: Map<string, EvidenceShape>
  findings: FindingShape[]
}

/** A record's reports while its acts are read. */
export type FoldingReports = {
  reports: Map<string, Report>
  milestones: ReadonlyMap<string, unknown>
}

type ReportKind = Extract<
  PublicKind,
  'milestone.reported' | `review.${string}` | 'correction.made' | 'reply.made'
>

const id = z.string()
const about = z.object({ report: id })
const returned = z.object({ review: id, questions: questionsShape })
const handedIn = z.object({ report: id, round: z.int(), ...reportContentShape.shape })
const reply = z.object({
  review: id,
  stance: z.enum(stancesOnFinding),
  lang: z.string(),
  text: z.string(),
})
const decided = z.object({
  review: id,
  round: z.int(),
  finding: z.enum(findings),
  reviewedValue: z.number().nullable().default(null),
  reasons: z.string(),
  scores: scoresShape.default(null),
  rubricVersion: z.int(),
  decidedBy: z.union([z.literal(1), z.literal(2)]),
})
const piece = z.object({
  kind: z.enum(['file', 'link', 'dataset']),
  lang: z.string(),
  access: z.enum(['public', 'held']),
  addedOn: z.string(),
  withheld: z.boolean().default(false),
  title: z.string().nullable().default(null),
  heldReason: z.string().nullable().default(null),
  url: z.string().nullable().default(null),
  mediaType: z.string().nullable().default(null),
  size: z.number().nullable().default(null),
  sha256: z.string().nullable().default(null),
})
const EVIDENCE = 'evidence.'

/** What each act about a report does to it, by the same table of moves as the desk follows. */
export const followsReports: Record<ReportKind, (record: FoldingReports, act: OpenedAct) => void> =
  {
    'milestone.reported': reported,
    'review.opened': (record, act) => move(reportOf(record, act), act, 'take'),
    'review.returned': (record, act) => {
      const report = reportOf(record, act)
      beginIfTold(report, act)
      move(report, act, 'return')
      const at = doneAt(act)
      report.returnedAt = at
      const last = report.rounds.at(-1)
      if (last) last.returned = { ...said(act, returned), at }
    },
    'review.decided': (record, act) => {
      const report = reportOf(record, act)
      const found = findingIn(act, 'review')
      beginIfTold(report, act)
      move(report, act, `find-${found.finding}`)
      report.findings.push(found)
    },
    'correction.made': (record, act) => {
      const report = reportOf(record, act)
      if (!isFinding(report.state)) unreplayable('act-out-of-order', act, 'report')
      const found = findingIn(act, 'correction')
      report.state = found.finding
      report.findings.push(found)
    },
    'reply.made': (record, act) => {
      const { review, ...words } = said(act, reply)
      const found = reportOf(record, act).findings.find((one) => one.review === review)
      if (!found || found.reply) return unreplayable('act-out-of-order', act, 'review')
      found.reply = { ...words, at: doneAt(act) }
    },
  }

function reported(record: FoldingReports, act: OpenedAct) {
  const { report: reportId, round, ...content } = said(act, handedIn)
  const { subject } = act.entry
  const at = doneAt(act)
  if (!record.milestones.has(subject)) unreplayable('subject-unknown', act, subject)
  const report: Report = record.reports.get(reportId) ?? {
    id: reportId,
    milestoneId: subject,
    state: 'drafted',
    reportedAt: at,
    returnedAt: null,
    rounds: [],
    evidence: new Map(),
    findings: [],
  }
  if (report.milestoneId !== subject || round !== report.rounds.length + 1)
    unreplayable('act-out-of-order', act, 'round')
  move(report, act, 'submit')
  report.rounds.push({ round, at, content, returned: null })
  for (const [field, value] of act.fields) {
    if (!field.startsWith(EVIDENCE)) continue
    const key = field.slice(EVIDENCE.length)
    const first = report.evidence.get(key)?.round ?? round
    report.evidence.set(key, { id: key, ...readAs(act, piece, value, field), round: first })
  }
  record.reports.set(reportId, report)
}

function findingIn(act: OpenedAct, kind: FindingShape['kind']): FindingShape {
  const { decidedBy, ...found } = said(act, decided)
  return { ...found, kind, people: decidedBy, at: doneAt(act), reply: null }
}

/** The report an act is about; it must be one on the milestone the entry names. */
function reportOf(record: FoldingReports, act: OpenedAct): Report {
  const report = record.reports.get(said(act, about).report)
  if (report?.milestoneId !== act.entry.subject)
    return unreplayable('act-out-of-order', act, 'report')
  return report
}

/** Of a review in another register only its result is told: that it was begun goes without saying. */
function beginIfTold(report: Report, act: OpenedAct) {
  if (toldOf(act)) move(report, act, 'take')
}

function move(report: Report, act: OpenedAct, by: ReportMove) {
  report.state =
    nextReportState(report.state, by) ?? unreplayable('act-out-of-order', act, 'report')
}

export const reportFacts = ({ reports }: FoldingReports): ReportFacts[] =>
  [...reports.values()].map((report) => ({ ...report, evidence: [...report.evidence.values()] }))
