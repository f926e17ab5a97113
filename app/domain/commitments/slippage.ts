import { daysBetween, isDay, type Day } from '../shared/dates.ts'
import type { Change } from './amendment.ts'

/** One amendment's move of one deadline; `days` is positive for later. */
export type Move = { version: number; from: Day; to: Day; days: number; reason: string }

/** A deadline that was moved: the commitment's end, or a milestone's due day by its id. */
export type Slip = {
  deadline: { of: 'end' } | { of: 'milestone'; id: string }
  /** As first registered, and as it stands now. */
  first: Day
  now: Day
  /** From the first to the present one: negative when it now lies earlier. */
  days: number
  /** Every move, oldest first. */
  moves: Move[]
}

type Version = { version: number; changes: readonly Change[]; reason: string }

/**
 * Every deadline that amendments moved, in the order in which each was first moved. One that was
 * moved back to its first day stays: that it was moved at all is public too.
 */
export function slippageOf(versions: readonly Version[]): Slip[] {
  const slips = new Map<string, Slip>()
  for (const { version, changes, reason } of versions.toSorted((a, b) => a.version - b.version))
    for (const { field, from, to } of changes) {
      const deadline = deadlineOf(field)
      if (!deadline || typeof from !== 'string' || typeof to !== 'string') continue
      if (!isDay(from) || !isDay(to)) continue
      const slip = slips.get(field) ?? { deadline, first: from, now: from, days: 0, moves: [] }
      slip.moves.push({ version, from, to, days: daysBetween(from, to), reason })
      slips.set(field, { ...slip, now: to, days: daysBetween(slip.first, to) })
    }
  return [...slips.values()]
}

function deadlineOf(field: string): Slip['deadline'] | undefined {
  if (field === 'endOn') return { of: 'end' }
  const [, id] = /^milestone\.([^.]+)\.dueOn$/.exec(field) ?? []
  return id === undefined ? undefined : { of: 'milestone', id }
}

/** Days the milestones slipped, all together: what was pulled forward makes up for nothing. */
export const daysSlipped = (slips: readonly Slip[]): number =>
  slips.reduce(
    (sum, { deadline, days }) => sum + (deadline.of === 'milestone' ? Math.max(0, days) : 0),
    0,
  )
