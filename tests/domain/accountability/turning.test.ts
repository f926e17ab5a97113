import fc from 'fast-check'
import { expect, it } from 'vitest'

import { standingOf, type StandingFacts } from '#app/domain/accountability/standing.ts'
import { turnsOn } from '#app/domain/accountability/turning.ts'
import { reportStates } from '#app/domain/milestones/report-state.ts'
import { isFrozen } from '#app/domain/reviews/reply.ts'
import { addDays } from '#app/domain/shared/dates.ts'
import { settings } from '#tests/support/facts.ts'

const TODAY = '2026-11-23'
const instant = (day: string) => new Date(`${day}T09:00:00Z`)
const facts = (dueOn: string, changes: Partial<StandingFacts> = {}): StandingFacts => ({
  state: 'published',
  startOn: '2026-01-01',
  milestones: [{ id: 'mls_1', dueOn, reports: [] }],
  ...changes,
})
const turns = (given: StandingFacts, decidedAt: Date | null = null) =>
  turnsOn(given, decidedAt, TODAY, settings)

it('turns when the work begins, when a report is overdue, and when it has stayed out', () => {
  expect(turns(facts(addDays(TODAY, 300), { startOn: addDays(TODAY, 9) }))).toBe(addDays(TODAY, 9))
  expect(turns(facts(TODAY))).toBe(addDays(TODAY, 31))
  expect(turns(facts(addDays(TODAY, -31)))).toBe(addDays(TODAY, 60))
  expect(turns(facts(addDays(TODAY, -91)))).toBeNull()
})

it('never turns by itself once everything is reported, or it has ended', () => {
  const report = {
    state: 'reported',
    reportedOn: TODAY,
    returnedOn: null,
    disputed: false,
  } as const
  const milestones = [{ id: 'mls_1', dueOn: TODAY, reports: [report] }]
  expect(turns(facts(TODAY, { milestones }))).toBeNull()
  expect(turns(facts(TODAY, { state: 'withdrawn' }))).toBeNull()
  expect(turns(facts(TODAY, { state: 'closed' }), instant(TODAY))).toBeNull()
})

it('turns on the day after the last reply could be made, even where that day has passed', () => {
  const decided = (day: string) => turns(facts(addDays(TODAY, -91)), instant(day))
  expect(decided(TODAY)).toBe(addDays(TODAY, 15))
  expect(decided(addDays(TODAY, -20))).toBe(addDays(TODAY, -5))
  const closes = decided(TODAY)!
  const frozen = (day: string) => isFrozen(instant(TODAY), settings, instant(day))
  expect([frozen(addDays(closes, -1)), frozen(closes)]).toEqual([false, true])
})

const anyReport = fc.record({
  state: fc.constantFrom(...reportStates),
  reportedOn: fc.constantFrom(null, '2026-05-01', '2026-11-01'),
  returnedOn: fc.constantFrom(null, '2026-05-20', '2026-11-10', '2026-12-24'),
  disputed: fc.boolean(),
})
const anyFacts: fc.Arbitrary<StandingFacts> = fc.record({
  state: fc.constant('published' as const),
  startOn: fc.integer({ min: -50, max: 150 }).map((days) => addDays(TODAY, days)),
  milestones: fc.array(
    fc.record({
      id: fc.constantFrom('mls_1', 'mls_2'),
      dueOn: fc.integer({ min: -150, max: 150 }).map((days) => addDays(TODAY, days)),
      reports: fc.array(anyReport, { maxLength: 2 }),
    }),
    { maxLength: 3 },
  ),
})

it('lets what is kept of a standing be true on every day until it turns, and not on that day', () => {
  fc.assert(
    fc.property(anyFacts, (given) => {
      const keptOn = (day: string) => {
        const { outcome, assurance, nextDueOn } = standingOf(given, day, settings)
        return { outcome, assurance, nextDueOn }
      }
      const kept = keptOn(TODAY)
      const turn = turns(given)
      const days = Array.from({ length: 400 }, (_, i) => addDays(TODAY, i + 1))
      for (const day of days) {
        if (turn !== null && day >= turn) break
        expect(keptOn(day)).toEqual(kept)
      }
      if (turn !== null) expect(keptOn(turn)).not.toEqual(kept)
      if (turn !== null) expect(days).toContain(turn)
    }),
    { numRuns: 150 },
  )
})
