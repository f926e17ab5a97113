import type { DueCount } from '../accountability/punctuality.ts'
import type { DeclarationSettings } from '../declarations/declaration.ts'
import { findings, isFinding, isStanding, type ReportState } from '../milestones/report-state.ts'
import { addDays, type Day } from '../shared/dates.ts'
import type { ReportingChoice } from './filters.ts'

/**
 * Where a milestone stands, for the public: before a report by the day alone, then by how far the
 * report has been read, then by what was found. One of a withdrawn commitment owes no report.
 */
export const dueStates = [
  'planned',
  'report-due',
  'overdue',
  'silent',
  'reported',
  'under-review',
  ...findings,
  'withdrawn',
] as const
export type DueState = (typeof dueStates)[number]

/** What it stands at whichever day it is; the others turn with the days. */
export type SettledState = Exclude<DueState, 'planned' | 'report-due' | 'overdue' | 'silent'>

/** A milestone as the calendar needs it. */
export type DueMilestone = {
  id: string
  dueOn: Day
  /** The day of the first report, and the last on which one was sent back: the clock began again. */
  reportedOn: Day | null
  returnedOn: Day | null
  settled: SettledState | null
}

/** What its reports settle, oldest first; null while the days decide. */
export function settledBy(reports: readonly ReportState[], isWithdrawn: boolean) {
  const finding = reports.findLast((state) => isFinding(state))
  const standing = reports.findLast((state) => isStanding(state))
  return (finding ?? standing ?? (isWithdrawn ? 'withdrawn' : null)) as SettledState | null
}

export type Windows = Pick<DeclarationSettings, 'reportWithinDays' | 'silentAfterDays'>

/** `2027-03`. */
export type Month = string
/** A month, a whole year as `2027`, or `all` years. */
export type Period = Month
export const ALL_YEARS = 'all'

const MONTH = /^(20\d\d|2100)-(0[1-9]|1[0-2])$/
const YEAR = /^(20\d\d|2100)$/
export const isPeriod = (text: string): text is Period =>
  MONTH.test(text) || YEAR.test(text) || text === ALL_YEARS
export const isYear = (period: Period): boolean => period.length === 4
export const monthOf = (day: Day): Month => day.slice(0, 7)
export const yearOf = (period: Period): string => period.slice(0, 4)
export const monthsOf = (year: string): Month[] =>
  Array.from({ length: 12 }, (_, i) => `${year}-${String(i + 1).padStart(2, '0')}`)

/** The one before or after of the same length; undefined beyond the years a day can name. */
export function besidePeriod(period: Period, step: 1 | -1): Period | undefined {
  if (period === ALL_YEARS) return undefined
  const [year = 0, month = 1] = period.split('-').map(Number)
  const months = year * 12 + month - 1 + (isYear(period) ? 12 * step : step)
  const written = `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`
  const beside = isYear(period) ? yearOf(written) : written
  return isPeriod(beside) ? beside : undefined
}

const EPOCH = '1970-01-01'
// Said of every milestone there is when a register starts: by its figures, not as a date is read.
const numberOf = (day: Day) =>
  Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8))) / 86_400_000

/** A month's milestones by slot. What is worked out of it holds until it changes. */
type Bucket = {
  slots: number[]
  isSorted: boolean
  /** How many stand how, of all of them, on that day. */
  counted?: { today: number; counts: DueCounts } | undefined
}

/**
 * The days of a milestone: its own; from when on a report is due, overdue, and its absence silence;
 * from when on a first report comes late; and that of the first report, 0 while there is none.
 */
const DAYS = 6

/**
 * All public milestones by the month they fall due, in columns: a million of them takes less than a
 * hundred megabytes. Each has a slot while its commitment has it. Changed in place, by one owner.
 */
export type DueIndex = {
  readonly ids: string[]
  readonly commitments: string[]
  /** Its settled state's place in `dueStates`; 0 while the days decide. */
  readonly settled: number[]
  /** `DAYS` to a slot, counted from 1970. */
  days: Int32Array
  readonly free: number[]
  readonly months: Map<Month, Bucket>
  readonly of: Map<string, readonly number[]>
}

export const emptyDueIndex = (): DueIndex => ({
  ids: [],
  commitments: [],
  settled: [],
  days: new Int32Array(64 * DAYS),
  free: [],
  months: new Map(),
  of: new Map(),
})

/** A commitment's milestones in the place of those it had; none at all takes it out. */
export function putMilestones(
  index: DueIndex,
  commitmentId: string,
  milestones: readonly DueMilestone[],
  windows: Windows,
) {
  for (const slot of index.of.get(commitmentId) ?? []) {
    const bucket = bucketOf(index, monthOf(dayAt(index, slot)))
    bucket.slots.splice(bucket.slots.indexOf(slot), 1)
    bucket.counted = undefined
    index.free.push(slot)
  }
  const slots = milestones.map((milestone) => enter(index, commitmentId, milestone, windows))
  if (slots.length > 0) index.of.set(commitmentId, slots)
  else index.of.delete(commitmentId)
}

function enter(
  index: DueIndex,
  commitmentId: string,
  { id, dueOn, reportedOn, returnedOn, settled }: DueMilestone,
  { reportWithinDays, silentAfterDays }: Windows,
): number {
  const slot = index.free.pop() ?? index.ids.length
  index.ids[slot] = id
  index.commitments[slot] = commitmentId
  index.settled[slot] = settled ? dueStates.indexOf(settled) : 0
  if ((slot + 1) * DAYS > index.days.length) {
    const grown = new Int32Array(index.days.length * 2)
    grown.set(index.days)
    index.days = grown
  }
  const due = numberOf(dueOn)
  const from = returnedOn && returnedOn > dueOn ? numberOf(returnedOn) : due
  const at = slot * DAYS
  index.days[at] = due
  index.days[at + 1] = from
  index.days[at + 2] = from + reportWithinDays + 1
  index.days[at + 3] = from + silentAfterDays + 1
  index.days[at + 4] = due + reportWithinDays + 1
  index.days[at + 5] = reportedOn ? numberOf(reportedOn) : 0
  const bucket = bucketOf(index, monthOf(dueOn))
  bucket.slots.push(slot)
  bucket.isSorted = false
  bucket.counted = undefined
  return slot
}

function bucketOf({ months }: DueIndex, month: Month): Bucket {
  const bucket = months.get(month) ?? { slots: [], isSorted: true }
  months.set(month, bucket)
  return bucket
}

const dayAt = ({ days }: DueIndex, slot: number): Day => addDays(EPOCH, days[slot * DAYS]!)

function stateAt({ settled, days }: DueIndex, slot: number, today: number): DueState {
  if (settled[slot] !== 0) return dueStates[settled[slot]!]!
  const at = slot * DAYS
  if (today < days[at + 1]!) return 'planned'
  if (today < days[at + 2]!) return 'report-due'
  return today < days[at + 3]! ? 'overdue' : 'silent'
}

/** How promptly it was first reported on; undefined while its time has not run out, or ever will. */
function promptnessAt({ days, settled }: DueIndex, slot: number, today: number) {
  if (dueStates[settled[slot]!] === 'withdrawn') return undefined
  const at = slot * DAYS
  const [due, lateOn, reportedOn] = [days[at]!, days[at + 4]!, days[at + 5]!]
  if (today < due) return undefined
  if (reportedOn > 0) return reportedOn < lateOn ? 'on-time' : 'late'
  return today >= lateOn ? 'missing' : undefined
}

/** Which of them a reader asks for. */
export type Asked = {
  /** Whether its commitment is one of those the other filters find. */
  within?: ((commitmentId: string) => boolean) | undefined
  /** None: any. */
  states?: readonly DueState[] | undefined
  reporting?: ReportingChoice | undefined
}

const asksForAll = ({ within, states = [], reporting }: Asked) =>
  !within && !reporting && states.length === 0

/** Goes through every milestone of a month that is asked for, with its state today. */
function eachIn(
  index: DueIndex,
  bucket: Bucket,
  today: number,
  { within, states = [], reporting }: Asked,
  visit: (slot: number, state: DueState) => void,
) {
  for (const slot of bucket.slots) {
    if (within && !within(index.commitments[slot]!)) continue
    if (reporting && promptnessAt(index, slot, today) !== reporting) continue
    const state = stateAt(index, slot, today)
    if (states.length === 0 || states.includes(state)) visit(slot, state)
  }
}

/** The months of a period in which anything falls due, in their order. */
export function monthsWithin({ months }: DueIndex, period: Period): Month[] {
  if (period === ALL_YEARS) return [...months.keys()].toSorted()
  return (isYear(period) ? monthsOf(period) : [period]).filter((month) => months.has(month))
}

const bucketsOf = (index: DueIndex, period: Period): Bucket[] =>
  monthsWithin(index, period).flatMap((month) => index.months.get(month) ?? [])

/** In the order of their days, and of their ids within a day. */
function sortedSlots({ days, ids }: DueIndex, bucket: Bucket) {
  if (!bucket.isSorted)
    bucket.slots.sort((a, b) => days[a * DAYS]! - days[b * DAYS]! || (ids[a]! < ids[b]! ? -1 : 1))
  bucket.isSorted = true
}

export type DueRow = { id: string; dueOn: Day; state: DueState }

/** What falls due in a month or a year, by its day and then by its id. */
export function dueIn(index: DueIndex, period: Period, today: Day, asked: Asked): DueRow[] {
  const rows: DueRow[] = []
  // Many fall due on one day, and writing it takes longer than all the rest.
  const written = new Map<number, Day>()
  for (const bucket of bucketsOf(index, period)) {
    sortedSlots(index, bucket)
    eachIn(index, bucket, numberOf(today), asked, (slot, state) => {
      const day = index.days[slot * DAYS]!
      const dueOn = written.get(day) ?? dayAt(index, slot)
      written.set(day, dueOn)
      rows.push({ id: index.ids[slot]!, dueOn, state })
    })
  }
  return rows
}

export type DueCounts = Record<DueState, number>

const noCounts = () => Object.fromEntries(dueStates.map((state) => [state, 0])) as DueCounts

function countsOf(index: DueIndex, bucket: Bucket, today: number, asked: Asked): DueCounts {
  if (asksForAll(asked) && bucket.counted?.today === today) return bucket.counted.counts
  const counts = noCounts()
  eachIn(index, bucket, today, asked, (_, state) => counts[state]++)
  if (asksForAll(asked)) bucket.counted = { today, counts }
  return counts
}

/** How many of a period stand how, today. */
export function statesIn(
  index: DueIndex,
  period: Period,
  today: Day,
  asked: Omit<Asked, 'states'>,
): DueCounts {
  const sum = noCounts()
  for (const bucket of bucketsOf(index, period)) {
    const counts = countsOf(index, bucket, numberOf(today), asked)
    for (const state of dueStates) sum[state] += counts[state]
  }
  return sum
}

export type MonthCount = { month: Month; count: number }

function countIn(index: DueIndex, month: Month, today: Day, { states = [], ...asked }: Asked) {
  const bucket = index.months.get(month)
  if (!bucket) return 0
  const counts = countsOf(index, bucket, numberOf(today), asked)
  return (states.length > 0 ? states : dueStates).reduce((sum, state) => sum + counts[state], 0)
}

/** How many fall due in each month of a year. */
export const monthCounts = (
  index: DueIndex,
  year: string,
  today: Day,
  asked: Asked,
): MonthCount[] =>
  monthsOf(year).map((month) => ({ month, count: countIn(index, month, today, asked) }))

/** The months nearest to a period, on either side of it, in which something falls due. */
export function nearestMonths(index: DueIndex, period: Period, today: Day, asked: Asked) {
  const first = (months: readonly Month[]): MonthCount | undefined => {
    for (const month of months) {
      const count = countIn(index, month, today, asked)
      if (count > 0) return { month, count }
    }
    return undefined
  }
  const months = [...index.months.keys()].toSorted()
  const [from, to] = isYear(period) ? [`${period}-01`, `${period}-12`] : [period, period]
  return {
    earlier: first(months.filter((month) => month < from).toReversed()),
    later: first(months.filter((month) => month > to)),
  }
}

export type YearCounts = { year: string; counts: DueCounts }

/** Every year from the first to the last in which a milestone falls due, those between included. */
export function yearCounts(index: DueIndex, today: Day, asked: Asked = {}): YearCounts[] {
  const years = [...index.months]
    .filter(([, { slots }]) => slots.length > 0)
    .map(([month]) => Number(yearOf(month)))
  const [first, last] = [Math.min(...years), Math.max(...years)]
  if (years.length === 0) return []
  return Array.from({ length: last - first + 1 }, (_, i) => {
    const year = String(first + i)
    return { year, counts: statesIn(index, year, today, asked) }
  })
}

export type YearOfReports = { year: string; reports: ReportingChoice[] }

/** How promptly these commitments were reported on, milestone by milestone, by the year due. */
export function promptnessByYear(
  index: DueIndex,
  commitmentIds: Iterable<string>,
  today: Day,
): YearOfReports[] {
  const slots = [...commitmentIds].flatMap((id) => index.of.get(id) ?? [])
  const years = new Map<string, ReportingChoice[]>()
  for (const slot of slots.toSorted((a, b) => index.days[a * DAYS]! - index.days[b * DAYS]!)) {
    const promptness = promptnessAt(index, slot, numberOf(today))
    if (!promptness) continue
    const year = yearOf(dayAt(index, slot))
    years.set(year, [...(years.get(year) ?? []), promptness])
  }
  return [...years].map(([year, reports]) => ({ year, reports }))
}

/** The commitments of which one milestone at least was, by today, reported on so. */
export function reportedSo(index: DueIndex, choice: ReportingChoice, today: Day): Set<string> {
  const now = numberOf(today)
  return commitmentsWhere(index, (slot) => promptnessAt(index, slot, now) === choice)
}

/** Those with a milestone due today or within so many days, and no report on it that stands. */
export function dueWithin(index: DueIndex, days: number, today: Day): Set<string> {
  const now = numberOf(today)
  return commitmentsWhere(index, (slot) => {
    const due = index.days[slot * DAYS]!
    return index.settled[slot] === 0 && due >= now && due <= now + days
  })
}

function commitmentsWhere({ of }: DueIndex, holds: (slot: number) => boolean): Set<string> {
  const found = new Set<string>()
  for (const [id, slots] of of) if (slots.some(holds)) found.add(id)
  return found
}

/** What fell due by today of these commitments, by how late its first report came. */
export function latenessOf(
  { of, days }: DueIndex,
  today: Day,
  within: (commitmentId: string) => boolean,
): DueCount[] {
  const now = numberOf(today)
  const counts = new Map<number, DueCount>()
  for (const [id, slots] of of) {
    if (!within(id)) continue
    for (const slot of slots) {
      const at = slot * DAYS
      const [due, lateOn, reportedOn] = [days[at]!, days[at + 4]!, days[at + 5]!]
      if (due > now) continue
      const reportWithinDays = lateOn - due - 1
      const after = (reportedOn > 0 ? reportedOn : now) - due
      const key = (reportWithinDays * 2 + (reportedOn > 0 ? 1 : 0)) * 2 ** 24 + after
      const counted = counts.get(key)
      if (counted) counted.count += 1
      else
        counts.set(key, {
          reportWithinDays,
          reportedAfter: reportedOn > 0 ? after : null,
          waiting: reportedOn > 0 ? null : after,
          count: 1,
        })
    }
  }
  return [...counts.values()]
}
