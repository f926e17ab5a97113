import { z } from 'zod'

import type { Json, PublicKind } from '../acts/act.ts'
import { nextCommitmentState, type CommitmentMove } from '../commitments/commitment-state.ts'
import { stakeholderGroups } from '../declarations/declaration.ts'
import {
  changeShape,
  milestoneTermsShape,
  partnerShape,
  provenanceShape,
  termsShape,
  type ChangeShape,
  type MilestoneTermsShape,
  type TermsShape,
} from '../open-data/commitment.ts'
import type { CommitmentFacts } from '../open-data/public-commitment.ts'
import { redactionBases } from '../redactions/redaction-state.ts'
import {
  doneAt,
  entryOfAct,
  readAs,
  replaying,
  said,
  unreplayable,
  type OpenedAct,
  type Replayed,
} from './opened-act.ts'
import { withRemains } from './remains.ts'
import { followsReports, reportFacts, type FoldingReports } from './replay-reports.ts'

/** What a commitment was in one version: its terms and its milestones in order. */
export type VersionTerms = { terms: TermsShape; milestones: readonly MilestoneTermsShape[] }

export type ReplayedCommitment = {
  facts: CommitmentFacts
  /** By version, the first one first. */
  versions: readonly VersionTerms[]
}

/**
 * Rebuilds one commitment from its acts in the log, and from nothing else.
 * @param acts every act of its record, by index
 */
export const commitmentFromActs = (acts: readonly OpenedAct[]): Replayed<ReplayedCommitment> =>
  replaying(() => {
    const whole = withRemains(acts)
    const [first, ...rest] = whole
    if (first?.entry.act !== 'commitment.published')
      return unreplayable('act-out-of-order', first ?? { index: 0 })
    const record = published(first)
    for (const act of rest) {
      const follow = follows.get(act.entry.act)
      if (!follow) return unreplayable('act-unknown', act)
      follow(record, act)
    }
    return factsOf(record, whole)
  })

/** A record while its acts are read. Terms are kept as the acts write them, and read at the end. */
type Folding = Omit<
  CommitmentFacts,
  'terms' | 'milestones' | 'reports' | 'partners' | 'entries'
> & {
  terms: Map<string, Json>
  milestones: Map<string, Map<string, Json>>
  partners: Map<string, { role: string; share: string }>
  reports: FoldingReports['reports']
  versions: CommitmentFacts['versions'][number][]
  termsOf: VersionTerms[]
  withheld: CommitmentFacts['withheld'][number][]
}

const id = z.string()
const idList = z.array(id)

const publishedFields = z.object({
  number: z.string(),
  declaration: id,
  lead: id,
  group: z.enum(stakeholderGroups),
  invented: z.boolean().default(false),
  externalId: z.string().nullable().default(null),
  provenance: provenanceShape.nullable().default(null),
  parties: z.array(z.object({ organisationId: id, role: z.string(), share: z.string() })),
  milestoneOrder: idList,
})

function published(act: OpenedAct): Folding {
  const { parties, milestoneOrder, ...fields } = said(act, publishedFields)
  const terms = new Map([...act.fields].filter(([field]) => Object.hasOwn(termsShape.shape, field)))
  const milestones = new Map(
    milestoneOrder.map((one) => {
      const field = `milestone.${one}`
      return [one, membersOf(act, field, act.fields.get(field))] as const
    }),
  )
  const { subject } = act.entry
  const at = doneAt(act)
  const first = termsIn(act, terms, milestones)
  return {
    ...fields,
    id: subject,
    state: 'published',
    version: 1,
    publishedAt: at,
    withdrawal: null,
    closedAt: null,
    terms,
    milestones,
    partners: new Map(
      parties.map(({ organisationId, role, share }) => [organisationId, { role, share }]),
    ),
    reports: new Map(),
    versions: [{ version: 1, at, reason: '', changes: [] }],
    termsOf: [first],
    withheld: [],
  }
}

const looseTerms = z.object(termsShape.shape)
const looseMilestone = z.object(milestoneTermsShape.shape)

const termsIn = (
  act: OpenedAct,
  terms: ReadonlyMap<string, Json>,
  milestones: ReadonlyMap<string, ReadonlyMap<string, Json>>,
): VersionTerms => ({
  terms: readAs(act, looseTerms, Object.fromEntries(terms)),
  milestones: [...milestones].map(([one, fields]) =>
    readAs(act, looseMilestone, Object.fromEntries(fields), `milestone.${one}`),
  ),
})

const members = z.record(z.string(), z.json())
const membersOf = (act: OpenedAct, field: string, value: Json | undefined) =>
  new Map(Object.entries(readAs(act, members, value, field)) as [string, Json][])

type CommitmentKind = Exclude<
  PublicKind,
  'declaration.opened' | `org.${string}` | 'commitment.published'
>
type Follow = (record: Folding, act: OpenedAct) => void

const reasoned = z.object({ reason: z.string() })
const joining = z.object(partnerShape.shape)
const leaving = z.object({ organisation: id })
const basisShape = z.enum(redactionBases)
const amending = z.object({ version: z.int(), reason: z.string(), milestoneOrder: idList })
const change = z.object(changeShape.omit({ field: true }).shape)

const byKind: Record<CommitmentKind, Follow> = {
  'commitment.amended': amended,
  'commitment.withdrawn': (record, act) => {
    move(record, act, 'withdraw')
    const { reason } = said(act, reasoned)
    record.withdrawal = { at: doneAt(act), reason }
  },
  'commitment.closed': (record, act) => {
    move(record, act, 'close')
    record.closedAt = doneAt(act)
  },
  'party.accepted': (record, act) => {
    const { organisation, ...part } = said(act, joining)
    if (record.partners.has(organisation)) unreplayable('act-out-of-order', act, 'organisation')
    record.partners.set(organisation, part)
  },
  'party.left': (record, act) => {
    const { organisation } = said(act, leaving)
    if (!record.partners.delete(organisation)) unreplayable('act-out-of-order', act, 'organisation')
  },
  ...followsReports,
  'content.redacted': (record, act) => {
    const { redacts } = act.entry
    const at = doneAt(act)
    const { reason } = said(act, reasoned)
    if (!redacts) return unreplayable('act-unreadable', act, 'redacts')
    const basis = readAs(act, basisShape, redacts.basis, 'basis')
    record.withheld.push({ entry: act.index, of: redacts.of, at, basis, reason })
  },
}
const follows: ReadonlyMap<string, Follow> = new Map(Object.entries(byKind))

function move(record: Folding, act: OpenedAct, by: CommitmentMove) {
  const state = nextCommitmentState(record.state, by)
  if (state !== 'published' && state !== 'withdrawn' && state !== 'closed')
    return unreplayable('act-out-of-order', act)
  record.state = state
}

function amended(record: Folding, act: OpenedAct) {
  move(record, act, 'amend')
  const { version, reason, milestoneOrder } = said(act, amending)
  if (version !== record.version + 1) unreplayable('act-out-of-order', act, 'version')
  const changes: ChangeShape[] = []
  /** Notes one change, and answers the new value. */
  const changed = (field: string, value: Json): Json => {
    const one = readAs(act, change, value, field)
    changes.push({ field, ...one })
    return one.to as Json
  }
  for (const [field, value] of act.fields) {
    const [, milestone] = /^milestone\.([^.]+)$/.exec(field) ?? []
    const known = milestone === undefined ? undefined : record.milestones.get(milestone)
    if (known)
      for (const [name, one] of membersOf(act, field, value))
        known.set(name, changed(`${field}.${name}`, one))
    else if (milestone !== undefined)
      record.milestones.set(milestone, membersOf(act, field, changed(field, value)))
    else if (Object.hasOwn(termsShape.shape, field)) record.terms.set(field, changed(field, value))
  }
  record.milestones = inOrder(record.milestones, milestoneOrder, act)
  record.version = version
  record.versions.push({ version, at: doneAt(act), reason, changes })
  record.termsOf.push(termsIn(act, record.terms, record.milestones))
}

/** The milestones as the act orders them: none is dropped, and none it does not name appears. */
function inOrder<value>(
  milestones: ReadonlyMap<string, value>,
  order: readonly string[],
  act: OpenedAct,
): Map<string, value> {
  const ordered = new Map<string, value>()
  for (const one of order) {
    const found = milestones.get(one)
    if (found !== undefined) ordered.set(one, found)
  }
  if (ordered.size !== milestones.size || order.length !== milestones.size)
    unreplayable('act-out-of-order', act, 'milestoneOrder')
  return ordered
}

function factsOf(record: Folding, acts: readonly OpenedAct[]): ReplayedCommitment {
  const { terms: _terms, milestones: _milestones, termsOf, partners, ...facts } = record
  const last = termsOf.at(-1)
  if (!last) throw new Error('a record without a version')
  return {
    facts: {
      ...facts,
      ...last,
      partners: [...partners].map(([organisation, part]) => ({ organisation, ...part })),
      reports: reportFacts(record),
      entries: acts.map(entryOfAct),
    },
    versions: termsOf,
  }
}
