/** Milestones that have fallen due, counted by when their first report came. */
export type DueCount = {
  /** What the declaration allows after the due day. */
  reportWithinDays: number
  /** Days from the due day to the first report (negative when early); null while there is none. */
  reportedAfter: number | null
  /** Days from the due day until today, where nothing was reported. */
  waiting: number | null
  count: number
}

export type Punctuality = {
  onTime: number
  late: number
  missing: number
  /** Days after the due day, the middle one of the late reports; null when none came late. */
  medianDaysLate: number | null
}

/** How promptly reports come. One that is still within its time counts nowhere yet. */
export function punctualityOf(due: readonly DueCount[]): Punctuality {
  const result: Punctuality = { onTime: 0, late: 0, missing: 0, medianDaysLate: null }
  const late: { days: number; count: number }[] = []
  for (const { reportWithinDays, reportedAfter, waiting, count } of due) {
    if (reportedAfter === null) {
      if ((waiting ?? 0) > reportWithinDays) result.missing += count
    } else if (reportedAfter <= reportWithinDays) result.onTime += count
    else {
      result.late += count
      late.push({ days: reportedAfter, count })
    }
  }
  return { ...result, medianDaysLate: medianOf(late) }
}

/** The lower of the two middle ones where the number is even: a whole number of days. */
function medianOf(counted: readonly { days: number; count: number }[]): number | null {
  const total = counted.reduce((sum, { count }) => sum + count, 0)
  let passed = 0
  for (const { days, count } of counted.toSorted((a, b) => a.days - b.days)) {
    passed += count
    if (passed * 2 >= total) return days
  }
  return null
}
