import { actIn, type OpenedAct } from '../accountability/opened-act.ts'
import { commitmentFromActs } from '../accountability/replay-commitment.ts'
import type { Json, PublicKind } from '../acts/act.ts'
import { toldField, type ToldFrom } from '../acts/told.ts'
import { amendmentFields } from '../commitments/amendment.ts'
import { clausesOfTerms, commitmentFields, type PublishingLead } from '../commitments/commitment.ts'
import type { EvidenceShape } from '../open-data/commitment.ts'
import { differencesBetween } from '../open-data/differences.ts'
import type { PackagedCommitment } from './package-commitment.ts'
import type { PackagedReport } from './package-reports.ts'
import type { PackageRow } from './package-rows.ts'

/** One thing that was done in the register a record comes from, as an act here can say it. */
export type Saying = {
  kind: PublicKind
  subject: string
  /** Null for what is done here, today: a review that was under way is begun anew. */
  at: string | null
  clauses: readonly string[]
  fields: Record<string, Json>
  /** Where the package says it. */
  row: PackageRow
}

/** What comes first of things done in the same second: each rests on those before it. */
const ranks: readonly PublicKind[] = [
  ...(['commitment.published', 'commitment.amended', 'milestone.reported'] as const),
  ...(['review.returned', 'review.decided', 'reply.made', 'correction.made'] as const),
  ...(['commitment.closed', 'commitment.withdrawn', 'review.opened'] as const),
]
const LAST = '9999-12-31T23:59:59Z'

/** Everything that was done to a record in the register it comes from, in the order it was done. */
export function sayingsOf(packaged: PackagedCommitment, lead: PublishingLead): Saying[] {
  const { versions, reports } = packaged
  const clauses = clausesOfTerms(versions.at(-1)?.terms ?? {})
  const told = reports.map((report) =>
    reportSayings(report, clauses, dueOn(packaged, report.milestoneId)),
  )
  return inOrder([promiseSayings(packaged, lead), ...told])
}

const plain = (value: unknown) => JSON.parse(JSON.stringify(value)) as Json
const withoutNulls = (value: object): Record<string, Json> =>
  Object.fromEntries(
    Object.entries(value).flatMap(([name, one]) => (one === null ? [] : [[name, plain(one)]])),
  )

function promiseSayings(packaged: PackagedCommitment, lead: PublishingLead): Saying[] {
  const { id, number, row, versions, partners, withdrawal, closedAt } = packaged
  const [first, ...later] = versions
  if (!first) throw new Error(`${number} has no version`)
  const of = { subject: id, row, clauses: clausesOfTerms(first.terms) }
  const parties = partners.map(({ organisation: organisationId, role, share }) => ({
    ...{ id: '', commitmentId: id, organisationId, role, share },
    ...({ kind: 'partner', state: 'accepted' } as const),
  }))
  const last = { ...of, clauses: clausesOfTerms(versions.at(-1)?.terms ?? {}) }
  return [
    {
      ...of,
      kind: 'commitment.published',
      at: first.at,
      fields: commitmentFields(number, lead, first.terms, { ...packaged, parties }),
    },
    ...later.map(({ at, reason, changes, terms }, place): Saying => ({
      ...of,
      kind: 'commitment.amended',
      at,
      clauses: clausesOfTerms(terms),
      fields: amendmentFields(place + 2, reason, changes, terms.milestones),
    })),
    ...(closedAt === null
      ? []
      : [{ ...last, kind: 'commitment.closed' as const, at: closedAt, fields: { closed: true } }]),
    ...(withdrawal
      ? [
          {
            ...last,
            kind: 'commitment.withdrawn' as const,
            at: withdrawal.at,
            fields: { reason: withdrawal.reason },
          },
        ]
      : []),
  ]
}

/** When a milestone was due by the terms that were in force at an instant. */
const dueOn =
  ({ versions }: PackagedCommitment, milestoneId: string) =>
  (at: string) =>
    versions
      .findLast((version) => version.at <= at)
      ?.terms.milestones.find(({ id }) => id === milestoneId)?.dueOn ?? ''

function reportSayings(
  report: PackagedReport,
  clauses: readonly string[],
  due: (at: string) => string,
): Saying[] {
  const { id, milestoneId: subject, state, rounds, evidence, findings, row } = report
  const of = { subject, clauses, row }
  const sayings = rounds.flatMap(({ round, at, content, returned }): Saying[] => [
    {
      ...of,
      kind: 'milestone.reported',
      at,
      fields: {
        ...{ report: id, round },
        ...(plain(content) as Record<string, Json>),
        late: round === 1 && at.slice(0, 10) > due(at),
        ...pieceFields(evidence.filter((piece) => piece.round <= round)),
      },
    },
    ...(returned
      ? [
          {
            ...of,
            kind: 'review.returned' as const,
            at: returned.at,
            fields: {
              report: id,
              round,
              review: returned.review,
              questions: plain(returned.questions),
            },
          },
        ]
      : []),
  ])
  for (const { kind, at, people, reply, ...found } of findings) {
    sayings.push({
      ...of,
      kind: kind === 'correction' ? 'correction.made' : 'review.decided',
      at,
      fields: { report: id, ...withoutNulls(found), decidedBy: people },
    })
    if (reply) {
      const { at: repliedAt, ...words } = reply
      const fields = { report: id, review: found.review, ...words }
      sayings.push({ ...of, kind: 'reply.made', at: repliedAt, fields })
    }
  }
  if (state === 'under-review') {
    const review = `rvw_${id.slice('rpt_'.length)}`
    const fields = { report: id, review, round: rounds.length }
    sayings.push({ ...of, kind: 'review.opened', at: null, fields })
  }
  return sayings
}

const pieceFields = (pieces: readonly EvidenceShape[]): Record<string, Json> =>
  Object.fromEntries(
    pieces.map((piece) => {
      const { id, round: _, withheld, ...said } = piece
      return [`evidence.${id}`, { ...withoutNulls(said), ...(withheld ? { withheld } : {}) }]
    }),
  )

/** Several orders of things made one: by time, and nothing before what it follows. */
function inOrder(chains: readonly (readonly Saying[])[]): Saying[] {
  const left = chains.map((chain) => [...chain])
  const key = ({ at, kind }: Saying) => `${at ?? LAST} ${ranks.indexOf(kind)}`
  const ordered: Saying[] = []
  for (;;) {
    const heads = left.filter((chain) => chain.length > 0)
    const next = heads.reduce<Saying[] | undefined>(
      (first, chain) => (first && key(first[0]!) <= key(chain[0]!) ? first : chain),
      undefined,
    )
    const saying = next?.shift()
    if (!saying) return ordered
    ordered.push(saying)
  }
}

/** A saying as an act here says it: with when and where it was done, unless it is done today. */
export const saidHere = ({ fields, at }: Pick<Saying, 'fields' | 'at'>, from: ToldFrom) =>
  at === null ? fields : { ...fields, ...toldField(from, at) }

/**
 * Where what is told of a record does not follow from one thing to the next, by the very rules that
 * rebuild a record from its log; undefined where the sayings make exactly what the package says.
 */
export function brokenAt(
  packaged: PackagedCommitment,
  sayings: readonly Saying[],
  from: ToldFrom,
): PackageRow | undefined {
  // Orders made one are out of time only where one of them was.
  const back = sayings.find(({ at }, place) => (at ?? LAST) < (sayings[place - 1]?.at ?? ''))
  if (back) return back.row
  const made = commitmentFromActs(sayings.map((saying, index) => openedFrom(saying, index, from)))
  if (!made.ok) return sayings[made.problem.index]?.row ?? packaged.row
  const { facts } = made.value
  for (const { row, ...told } of packaged.reports) {
    const follows = facts.reports.find(({ id }) => id === told.id)
    const pieces = ({ evidence }: { evidence: readonly EvidenceShape[] }) =>
      evidence.toSorted((a, b) => (a.id < b.id ? -1 : 1))
    const isTold =
      follows &&
      differencesBetween(
        { ...told, evidence: pieces(told) },
        { ...follows, evidence: pieces(follows) },
      ).length === 0
    if (!isTold) return row
  }
  const { state, publishedAt } = packaged
  return facts.state === state && facts.publishedAt === publishedAt ? undefined : packaged.row
}

function openedFrom(saying: Saying, index: number, from: ToldFrom): OpenedAct {
  const { kind, subject, clauses, at } = saying
  const entry = {
    ...{ act: kind, subject, clauses: [...clauses], at: at ?? LAST, id: `act_${index}` },
    ...{ actor: { role: 'coordinator' }, d: [], v: 1 as const },
  }
  return actIn(index, entry, new Uint8Array(32), new Map(Object.entries(saidHere(saying, from))))
}
