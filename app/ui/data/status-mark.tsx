import type { Assurance } from '#app/domain/accountability/assurance.ts'
import type { Outcome } from '#app/domain/accountability/outcome.ts'
import type { CommitmentState } from '#app/domain/commitments/commitment-state.ts'
import type { PartyState } from '#app/domain/commitments/party-state.ts'
import type { EvidenceState } from '#app/domain/evidence/evidence-state.ts'
import type { ReportState } from '#app/domain/milestones/report-state.ts'
import type { Timeliness } from '#app/domain/milestones/timeliness.ts'
import type { OrganisationState } from '#app/domain/organisations/organisation-state.ts'
import { useSpeak } from '#app/i18n/speak.tsx'

import { Mark, type Glyph } from './glyph.tsx'

export type Status =
  | Outcome
  | Timeliness
  | ReportState
  | CommitmentState
  | PartyState
  | EvidenceState

/** Colour is spent on outcomes and what they are made of; process states are ink. */
export const statusGlyphs: Record<Status, Glyph> = {
  kept: 'kept',
  'partly-kept': 'partly',
  'not-kept': 'not',
  'no-report': 'silent',
  behind: 'behind',
  'on-track': 'track',
  registered: 'registered',
  withdrawn: 'withdrawn',
  planned: 'registered',
  'report-due': 'due',
  overdue: 'behind',
  silent: 'silent',
  reported: 'sent',
  achieved: 'kept',
  'partly-achieved': 'partly',
  'not-achieved': 'not',
  'not-verifiable': 'question',
  drafted: 'draft',
  'under-review': 'review',
  returned: 'back',
  draft: 'draft',
  submitted: 'sent',
  declined: 'no',
  published: 'yes',
  closed: 'yes',
  refused: 'no',
  invited: 'due',
  accepted: 'yes',
  left: 'withdrawn',
  uploaded: 'due',
  scanned: 'yes',
  public: 'yes',
  held: 'pause',
  withheld: 'no',
}

/** A status as glyph and word; `compact` without the tag's ground, for tables and lists. */
export function StatusMark({ status, compact }: { status: Status; compact?: boolean }) {
  const { t } = useSpeak()
  return (
    <span className={compact ? 'mark' : 'tag'}>
      <Mark glyph={statusGlyphs[status]} />
      <span>{t(`status.${status}`)}</span>
    </span>
  )
}

const organisationGlyphs: Record<OrganisationState, Glyph> = {
  registered: 'registered',
  verified: 'yes',
  refused: 'no',
  suspended: 'pause',
}

/** An organisation's state: its words agree with it, and it is refused where a partner refuses. */
export function OrganisationMark(props: { state: OrganisationState; compact?: boolean }) {
  const { t } = useSpeak()
  return (
    <span className={props.compact ? 'mark' : 'tag'}>
      <Mark glyph={organisationGlyphs[props.state]} />
      <span>{t(`status.org.${props.state}`)}</span>
    </span>
  )
}

const assuranceGlyphs: Record<Assurance, Glyph> = {
  claimed: 'claimed',
  'under-review': 'review',
  reviewed: 'reviewed',
  disputed: 'disputed',
}

/** How far a claim has been checked: always beside an outcome, never merged with it. */
export function AssuranceTag(props: { assurance: Assurance; compact?: boolean }) {
  const { t } = useSpeak()
  return (
    <span className={props.compact ? 'mark' : 'tag tag-quiet'}>
      <Mark glyph={assuranceGlyphs[props.assurance]} />
      <span>{t(`assurance.${props.assurance}`)}</span>
    </span>
  )
}
