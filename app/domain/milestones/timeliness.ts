import type { DeclarationSettings } from '../declarations/declaration.ts'
import { addDays, daysBetween, laterDay, type Day } from '../shared/dates.ts'
import { isStanding, type ReportState } from './report-state.ts'

export const timelinesses = ['planned', 'report-due', 'overdue', 'silent', 'reported'] as const
export type Timeliness = (typeof timelinesses)[number]

/** What timeliness needs to know of a report. */
export type ReportTimes = { state: ReportState; reportedOn: Day | null; returnedOn: Day | null }

type Windows = Pick<DeclarationSettings, 'reportWithinDays' | 'silentAfterDays'>

/**
 * Where a milestone stands, from dates and reports alone. A report sent back stands no more,
 * but the days a coordinator held it are not charged: the clock restarts at its return.
 */
export function timelinessOf(
  dueOn: Day,
  reports: readonly ReportTimes[],
  today: Day,
  windows: Windows,
): Timeliness {
  if (reports.some((report) => isStanding(report.state))) return 'reported'
  const from = reports.reduce(
    (day, report) => (report.returnedOn ? laterDay(day, report.returnedOn) : day),
    dueOn,
  )
  if (today < from) return 'planned'
  if (today <= addDays(from, windows.reportWithinDays)) return 'report-due'
  if (today <= addDays(from, windows.silentAfterDays)) return 'overdue'
  return 'silent'
}

/** Days between the due day and the first report, or today while there is none; never negative. */
export function daysLate(dueOn: Day, reports: readonly ReportTimes[], today: Day): number {
  const first = reports
    .map((report) => report.reportedOn)
    .filter((day) => day !== null)
    .toSorted((a, b) => (a < b ? -1 : 1))[0]
  return Math.max(0, daysBetween(dueOn, first ?? today))
}
