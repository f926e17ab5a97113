import { z } from 'zod'

/** A calendar day, `YYYY-MM-DD`, in no time zone: what a deadline is written in. */
export type Day = string

const DAY = /^\d{4}-\d{2}-\d{2}$/
const DAY_MS = 86_400_000
const at = (day: Day) => Date.parse(`${day}T00:00:00Z`)

export const isDay = (text: string): boolean =>
  DAY.test(text) && !Number.isNaN(at(text)) && dayOf(new Date(at(text))) === text

/** The UTC day an instant falls on: the register keeps one calendar for all. */
export const dayOf = (instant: Date): Day => instant.toISOString().slice(0, 10)

export const addDays = (day: Day, count: number): Day => dayOf(new Date(at(day) + count * DAY_MS))

/** Days from `from` to `to`; negative when `to` lies before. */
export const daysBetween = (from: Day, to: Day): number => Math.round((at(to) - at(from)) / DAY_MS)

export const laterDay = (a: Day, b: Day): Day => (a > b ? a : b)

/** The same instant so many calendar months earlier, clamped to the month's last day. */
export function monthsBefore(instant: Date, months: number): Date {
  const earlier = new Date(instant)
  earlier.setUTCDate(1)
  earlier.setUTCMonth(earlier.getUTCMonth() - months)
  const last = new Date(Date.UTC(earlier.getUTCFullYear(), earlier.getUTCMonth() + 1, 0))
  earlier.setUTCDate(Math.min(instant.getUTCDate(), last.getUTCDate()))
  return earlier
}

/** A day a declaration's commitments can sensibly name; typing slips like 1900 are caught here. */
export const daySchema = z
  .string({ error: 'missing' })
  .trim()
  .min(1, { error: 'missing', abort: true })
  .refine(isDay, { error: 'not-a-date', abort: true })
  .refine((day) => day >= '2000-01-01' && day <= '2100-12-31', 'date-out-of-range')
