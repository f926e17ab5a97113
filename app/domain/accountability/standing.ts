import type { CommitmentState } from '../commitments/commitment-state.ts'
import type { DeclarationSettings } from '../declarations/declaration.ts'
import {
  isFinding,
  isStanding,
  type Finding,
  type ReportState,
} from '../milestones/report-state.ts'
import { timelinessOf, type Timeliness } from '../milestones/timeliness.ts'
import type { Day } from '../shared/dates.ts'
import { assuranceOf, type Assurance } from './assurance.ts'
import { outcomeOf, type Outcome } from './outcome.ts'

/** Everything the public status is derived from, as the database keeps it. */
export type StandingFacts = {
  state: CommitmentState
  startOn: Day
  milestones: readonly {
    id: string
    dueOn: Day
    reports: readonly {
      state: ReportState
      reportedOn: Day | null
      returnedOn: Day | null
      disputed: boolean
    }[]
  }[]
}

export type Standing = {
  outcome: Outcome
  assurance: Assurance | undefined
  milestones: { id: string; timeliness: Timeliness; finding: Finding | null }[]
  /** The earliest milestone nobody has reported on, if any. */
  nextDueOn: Day | null
}

/** Outcome, assurance and each milestone's place, all derived in one go; reports oldest first. */
export function standingOf(
  facts: StandingFacts,
  today: Day,
  settings: DeclarationSettings,
): Standing {
  const milestones = facts.milestones.map((milestone) => ({
    id: milestone.id,
    dueOn: milestone.dueOn,
    timeliness: timelinessOf(milestone.dueOn, milestone.reports, today, settings),
    finding:
      milestone.reports.map((report) => report.state).findLast((state) => isFinding(state)) ?? null,
  }))
  const open = milestones.filter((milestone) => milestone.timeliness !== 'reported')
  return {
    outcome: outcomeOf(facts, milestones, today),
    // A draft, or a report sent back, says nothing in public: the one before it still speaks.
    assurance: assuranceOf(
      facts.milestones.flatMap((milestone) =>
        milestone.reports.filter((report) => isStanding(report.state)).slice(-1),
      ),
    ),
    milestones: milestones.map(({ id, timeliness, finding }) => ({ id, timeliness, finding })),
    nextDueOn:
      open.map((milestone) => milestone.dueOn).toSorted((a, b) => (a < b ? -1 : 1))[0] ?? null,
  }
}
