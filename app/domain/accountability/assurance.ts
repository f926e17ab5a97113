import { isFinding, type ReportState } from '../milestones/report-state.ts'

export const assurances = ['claimed', 'under-review', 'reviewed', 'disputed'] as const
export type Assurance = (typeof assurances)[number]

/** A report as assurance sees it; `disputed` when the organisation's reply contests the finding. */
export type ReportFacts = { state: ReportState; disputed: boolean }

/**
 * How far what is claimed has been checked, printed apart from the outcome.
 * The least assured standing report speaks for all; undefined while nothing is claimed.
 */
export function assuranceOf(reports: readonly ReportFacts[]): Assurance | undefined {
  if (reports.some((report) => report.disputed)) return 'disputed'
  if (reports.some((report) => report.state === 'under-review')) return 'under-review'
  if (reports.some((report) => report.state === 'reported')) return 'claimed'
  if (reports.some((report) => isFinding(report.state))) return 'reviewed'
  return undefined
}
