import type { z } from 'zod'

import { standingOf } from '../accountability/standing.ts'
import type { DeclarationSettings } from '../declarations/declaration.ts'
import { findings, type ReportState } from '../milestones/report-state.ts'
import { daysLate, timelinessOf } from '../milestones/timeliness.ts'
import type { Day } from '../shared/dates.ts'
import type {
  ChangeShape,
  EntryShape,
  EvidenceShape,
  FindingShape,
  MilestoneTermsShape,
  ProvenanceShape,
  PublicCommitment,
  questionsShape,
  ReportContentShape,
  TermsShape,
} from './commitment.ts'

export type RoundFacts = {
  round: number
  at: string
  content: ReportContentShape
  returned: { review: string; at: string; questions: z.infer<typeof questionsShape> } | null
}

/** A report that was handed in at least once. */
export type ReportFacts = {
  id: string
  milestoneId: string
  state: ReportState
  reportedAt: string
  returnedAt: string | null
  rounds: readonly RoundFacts[]
  evidence: readonly EvidenceShape[]
  /** In the order they were decided. */
  findings: readonly FindingShape[]
}

/**
 * Everything a commitment's public record is made of, from the register's tables or from the acts
 * in its log: the same facts give the same record.
 */
export type CommitmentFacts = Pick<
  PublicCommitment,
  | 'number'
  | 'id'
  | 'declaration'
  | 'state'
  | 'version'
  | 'publishedAt'
  | 'withdrawal'
  | 'closedAt'
  | 'lead'
  | 'group'
  | 'partners'
  | 'versions'
  | 'externalId'
  | 'provenance'
  | 'invented'
  | 'withheld'
  | 'entries'
> & {
  terms: TermsShape
  milestones: readonly MilestoneTermsShape[]
  /** Of one milestone: in the order they were opened. */
  reports: readonly ReportFacts[]
}

/** The status that stands over a record, as derived or as the register keeps it. */
export type Shown = Pick<PublicCommitment, 'outcome' | 'assurance' | 'nextDueOn'>

/** The status that follows from the facts, by the rules that the register itself derives it by. */
export function shownOf(facts: CommitmentFacts, today: Day, settings: DeclarationSettings): Shown {
  const standing = standingOf(
    {
      state: facts.state,
      startOn: facts.terms.startOn,
      milestones: facts.milestones.map(({ id, dueOn }) => ({
        id,
        dueOn,
        reports: facts.reports
          .filter(({ milestoneId }) => milestoneId === id)
          .map((report) => ({
            ...timesOf(report),
            disputed: report.findings.at(-1)?.reply?.stance === 'disputes',
          })),
      })),
    },
    today,
    settings,
  )
  return {
    outcome: standing.outcome,
    assurance: standing.assurance ?? null,
    nextDueOn: standing.nextDueOn,
  }
}

/**
 * The public record made of its facts.
 * @param today the day timeliness is told for
 * @param settings the declaration's
 */
export function publicCommitment(
  facts: CommitmentFacts,
  shown: Shown,
  today: Day,
  settings: DeclarationSettings,
): PublicCommitment {
  const { terms, reports } = facts
  // Each by its name: whatever else the facts were read with stays behind.
  return {
    number: facts.number,
    id: facts.id,
    declaration: facts.declaration,
    state: facts.state,
    version: facts.version,
    outcome: shown.outcome,
    assurance: shown.assurance,
    nextDueOn: shown.nextDueOn,
    publishedAt: facts.publishedAt,
    withdrawal: facts.withdrawal && { at: facts.withdrawal.at, reason: facts.withdrawal.reason },
    closedAt: facts.closedAt,
    ...termsIn(terms),
    furtherClauses: once(terms.furtherClauses).filter((key) => key !== terms.clause),
    places: terms.scope === 'worldwide' ? [] : once(terms.places),
    lead: facts.lead,
    group: facts.group,
    partners: facts.partners
      .map(({ organisation, role, share }) => ({ organisation, role, share }))
      .toSorted(by(({ organisation }) => organisation)),
    milestones: facts.milestones.map((one) => {
      const own = reports.filter((made) => made.milestoneId === one.id)
      return { ...milestoneTermsIn(one), ...milestoneStanding(one, own, today, settings) }
    }),
    versions: facts.versions.map(({ version, at, reason, changes }) => ({
      version,
      at,
      reason,
      changes: changes.map(changeIn).toSorted(by(({ field }) => field)),
    })),
    externalId: facts.externalId,
    provenance: facts.provenance && provenanceIn(facts.provenance),
    invented: facts.invented,
    withheld: facts.withheld.map(({ entry, of, at, basis, reason }) => ({
      entry,
      of,
      at,
      basis,
      reason,
    })),
    entries: facts.entries.map(entryIn),
  }
}

function milestoneStanding(
  { dueOn }: MilestoneTermsShape,
  reports: readonly ReportFacts[],
  today: Day,
  settings: DeclarationSettings,
) {
  const times = reports.map(timesOf)
  return {
    timeliness: timelinessOf(dueOn, times, today, settings),
    daysLate: daysLate(dueOn, times, today),
    finding:
      reports
        .map(({ state }) => findings.find((found) => found === state))
        .findLast((found) => found !== undefined) ?? null,
    reports: reports.map(({ id, state, rounds, evidence: pieces, findings: found }) => ({
      id,
      state,
      rounds: rounds.map(roundIn).toSorted((a, b) => a.round - b.round),
      evidence: pieces.map(evidenceIn).toSorted(by((piece) => piece.id)),
      findings: found.map(findingIn),
    })),
  }
}

/** Terms with nothing but what is public of them, by its name. */
export const termsIn = (terms: TermsShape): TermsShape => ({
  lang: terms.lang,
  title: terms.title,
  text: terms.text,
  problem: terms.problem,
  translations: Object.fromEntries(
    Object.entries(terms.translations).map(([lang, { title, text }]) => [lang, { title, text }]),
  ),
  clause: terms.clause,
  furtherClauses: terms.furtherClauses,
  scope: terms.scope,
  places: terms.places,
  beneficiaries: terms.beneficiaries,
  beneficiaryCount: terms.beneficiaryCount,
  startOn: terms.startOn,
  endOn: terms.endOn,
  resources: terms.resources.map(({ kind, amount, currency, source }) => ({
    kind,
    amount,
    currency,
    source,
  })),
  responsible: terms.responsible,
  contactRole: terms.contactRole,
  sdgTargets: terms.sdgTargets,
})

export const milestoneTermsIn = (one: MilestoneTermsShape): MilestoneTermsShape => ({
  id: one.id,
  title: one.title,
  translations: one.translations,
  dueOn: one.dueOn,
  indicator: one.indicator,
  unit: one.unit,
  baseline: one.baseline,
  target: one.target,
  evidenceExpected: one.evidenceExpected,
  responsible: one.responsible,
  code: one.code,
  indicators: one.indicators.map(({ code, words: said, dueOn, dueWords, reading }) => ({
    code,
    words: said,
    dueOn,
    dueWords,
    reading,
  })),
})

const roundIn = ({ round: number, at, content, returned }: RoundFacts) => ({
  round: number,
  at,
  reached: content.reached,
  value: content.value,
  measuredOn: content.measuredOn,
  lang: content.lang,
  happened: content.happened,
  behindReason: content.behindReason,
  next: content.next,
  returned: returned && {
    review: returned.review,
    at: returned.at,
    questions: returned.questions.map(({ field, text }) => ({ field, text })),
  },
})

/** Of a withheld piece nothing is told but that it was there. */
const evidenceIn = (piece: EvidenceShape): EvidenceShape => {
  const told = <value>(value: value) => (piece.withheld ? null : value)
  return {
    id: piece.id,
    kind: piece.kind,
    lang: piece.lang,
    access: piece.access,
    withheld: piece.withheld,
    addedOn: piece.addedOn,
    round: piece.round,
    title: told(piece.title),
    heldReason: piece.access === 'held' ? told(piece.heldReason) : null,
    url: piece.access === 'public' ? told(piece.url) : null,
    mediaType: told(piece.mediaType),
    size: told(piece.size),
    sha256: told(piece.sha256),
  }
}

const findingIn = (found: FindingShape): FindingShape => ({
  review: found.review,
  kind: found.kind,
  round: found.round,
  at: found.at,
  finding: found.finding,
  reviewedValue: found.reviewedValue,
  reasons: found.reasons,
  scores:
    found.scores &&
    Object.fromEntries(
      Object.entries(found.scores).map(([criterion, { score, note }]) => [
        criterion,
        { score, note },
      ]),
    ),
  rubricVersion: found.rubricVersion,
  people: found.people,
  reply: found.reply && {
    stance: found.reply.stance,
    lang: found.reply.lang,
    text: found.reply.text,
    at: found.reply.at,
  },
})

const changeIn = ({ field, from, to, slippageDays }: ChangeShape): ChangeShape => ({
  field,
  from,
  to,
  ...(slippageDays === undefined ? {} : { slippageDays }),
})

const provenanceIn = ({ title, publisher, licence, notice, url }: ProvenanceShape) => ({
  title,
  publisher,
  licence,
  notice,
  ...(url === undefined ? {} : { url }),
})

/** An entry as the record lists it. */
export const entryIn = ({ index: number, act, subject, at, leafHash }: EntryShape): EntryShape => ({
  index: number,
  act,
  subject,
  at,
  leafHash,
})

/** What timeliness asks of a report. */
const timesOf = ({ state, reportedAt, returnedAt }: ReportFacts) => ({
  state,
  reportedOn: dayIn(reportedAt),
  returnedOn: returnedAt === null ? null : dayIn(returnedAt),
})

/** The UTC day of an instant as the record writes it. */
const dayIn = (at: string): Day => at.slice(0, 10)

/** An instant as the record and the log write it: UTC, to the second. */
export const instantOf = (at: Date): string => `${at.toISOString().slice(0, 19)}Z`

const once = (some: readonly string[]) => [...new Set(some)].toSorted()

/** By plain code units, so that every machine sorts alike. */
const by =
  <one>(key: (one: one) => string) =>
  (a: one, b: one): number =>
    key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0
