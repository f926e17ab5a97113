import type { DeclarationSettings } from '../declarations/declaration.ts'
import { replyUntil } from '../reviews/reply.ts'
import { addDays, laterDay, type Day } from '../shared/dates.ts'
import { standingOf, type StandingFacts } from './standing.ts'

/**
 * The next day on which a published commitment changes without anybody's act: its outcome turns, or
 * it closes. Null while only an act can change it; not after today where it should have closed.
 * @param decidedAt when the last finding was decided, once every milestone has its own for good
 */
export function turnsOn(
  facts: StandingFacts,
  decidedAt: Date | null,
  today: Day,
  settings: DeclarationSettings,
): Day | null {
  if (facts.state !== 'published') return null
  const closes = decidedAt && addDays(replyUntil(decidedAt, settings), 1)
  const turns = outcomeTurnsOn(facts, today, settings)
  return closes && turns ? (closes < turns ? closes : turns) : (closes ?? turns)
}

/** Of what is kept of a standing, the outcome alone depends on the day. */
function outcomeTurnsOn(facts: StandingFacts, today: Day, settings: DeclarationSettings) {
  const outcomeOn = (day: Day) => standingOf(facts, day, settings).outcome
  const now = outcomeOn(today)
  const days = [...new Set(daysNamed(facts, settings))].filter((day) => day > today).toSorted()
  return days.find((day) => outcomeOn(day) !== now) ?? null
}

/** Every day on which one of its dates or windows begins. */
function daysNamed({ startOn, milestones }: StandingFacts, settings: DeclarationSettings): Day[] {
  const windows = [settings.reportWithinDays, settings.silentAfterDays]
  const begins = milestones.map(({ dueOn, reports }) =>
    reports.reduce((day, { returnedOn }) => laterDay(day, returnedOn ?? day), dueOn),
  )
  // The day of the beginning itself changes no outcome: only the report is then due.
  return [startOn, ...begins.flatMap((day) => windows.map((length) => addDays(day, length + 1)))]
}
