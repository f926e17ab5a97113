import fc from 'fast-check'
import { expect, it } from 'vitest'

import { outcomeOf } from '#app/domain/accountability/outcome.ts'
import { standingOf, type StandingFacts } from '#app/domain/accountability/standing.ts'
import { isFinding, reportStates, type ReportState } from '#app/domain/milestones/report-state.ts'
import { addDays } from '#app/domain/shared/dates.ts'
import { settings } from '#tests/support/facts.ts'

const TODAY = '2026-11-23'
type Facts = StandingFacts['milestones'][number]
type ReportRow = Facts['reports'][number]

const row = (state: ReportState, changes: Partial<ReportRow> = {}): ReportRow => ({
  state,
  reportedOn: state === 'drafted' ? null : '2026-11-01',
  returnedOn: state === 'returned' ? '2026-11-10' : null,
  disputed: false,
  ...changes,
})
const standing = (milestones: readonly Facts[], state: StandingFacts['state'] = 'published') =>
  standingOf({ state, startOn: '2026-01-01', milestones }, TODAY, settings)
const one = (reports: readonly ReportRow[], dueOn = '2026-10-31') =>
  standing([{ id: 'mls_1', dueOn, reports }])

it('derives outcome, assurance, each milestone and the next due day in one go', () => {
  const result = standing([
    { id: 'mls_1', dueOn: '2026-06-30', reports: [row('achieved')] },
    { id: 'mls_2', dueOn: '2026-10-31', reports: [row('under-review')] },
    { id: 'mls_3', dueOn: '2027-06-30', reports: [] },
    { id: 'mls_4', dueOn: '2027-03-31', reports: [row('drafted')] },
  ])
  expect(result).toEqual({
    outcome: 'on-track',
    assurance: 'under-review',
    milestones: [
      { id: 'mls_1', timeliness: 'reported', finding: 'achieved' },
      { id: 'mls_2', timeliness: 'reported', finding: null },
      { id: 'mls_3', timeliness: 'planned', finding: null },
      { id: 'mls_4', timeliness: 'planned', finding: null },
    ],
    nextDueOn: '2027-03-31',
  })
})

it('has no next due day once every milestone is reported on', () => {
  expect(one([row('reported')]).nextDueOn).toBeNull()
})

it('keeps the earlier finding until a second report has its own', () => {
  const second = (state: ReportState) => one([row('not-achieved'), row(state)])
  expect(second('reported').outcome).toBe('not-kept')
  expect(second('under-review').outcome).toBe('not-kept')
  expect(second('achieved').outcome).toBe('kept')
})

it('does not show the public that a second report is being drafted', () => {
  const before = one([row('partly-achieved')])
  expect(one([row('partly-achieved'), row('drafted')])).toEqual(before)
  expect(before.assurance).toBe('reviewed')
})

it('goes back to the finding before, when a second report is sent back', () => {
  expect(one([row('partly-achieved'), row('returned')]).assurance).toBe('reviewed')
  expect(one([row('returned')]).assurance).toBeUndefined()
})

it('ends a dispute when a new report stands', () => {
  const disputed = row('not-achieved', { disputed: true })
  expect(one([disputed]).assurance).toBe('disputed')
  expect(one([disputed, row('drafted')]).assurance).toBe('disputed')
  expect(one([disputed, row('reported')]).assurance).toBe('claimed')
})

const anyReport = fc.record({
  state: fc.constantFrom(...reportStates),
  reportedOn: fc.constantFrom(null, '2026-05-01', '2026-11-01'),
  returnedOn: fc.constantFrom(null, '2026-05-20', '2026-11-10'),
  disputed: fc.boolean(),
})
const anyFacts: fc.Arbitrary<StandingFacts> = fc.record({
  state: fc.constantFrom('published', 'withdrawn', 'closed'),
  startOn: fc.constantFrom('2026-01-01', TODAY, '2027-01-01'),
  milestones: fc.array(
    fc.record({
      id: fc.constantFrom('mls_1', 'mls_2'),
      dueOn: fc.integer({ min: -200, max: 200 }).map((days) => addDays(TODAY, days)),
      reports: fc.array(anyReport, { maxLength: 3 }),
    }),
    { maxLength: 4 },
  ),
})

it('says of every milestone what its own dates and reports say, and no more', () => {
  fc.assert(
    fc.property(anyFacts, (facts) => {
      const result = standingOf(facts, TODAY, settings)
      expect(result.milestones.map(({ id }) => id)).toEqual(facts.milestones.map(({ id }) => id))
      expect(result.outcome).toBe(outcomeOf(facts, result.milestones, TODAY))
      for (const [i, { finding }] of result.milestones.entries()) {
        const found = facts.milestones[i]!.reports.filter(({ state }) => isFinding(state))
        expect(finding).toBe(found.at(-1)?.state ?? null)
      }
      const open = facts.milestones
        .filter((_, i) => result.milestones[i]!.timeliness !== 'reported')
        .map(({ dueOn }) => dueOn)
        .toSorted()
      expect(result.nextDueOn).toBe(open[0] ?? null)
    }),
    { numRuns: 300 },
  )
})

it('says the same with and without its drafts', () => {
  const draft = { state: 'drafted' as const, reportedOn: null, returnedOn: null, disputed: false }
  fc.assert(
    fc.property(anyFacts, (facts) => {
      const reportsBecome = (of: (reports: readonly ReportRow[]) => ReportRow[]) => ({
        ...facts,
        milestones: facts.milestones.map((milestone) => ({
          ...milestone,
          reports: of(milestone.reports.filter(({ state }) => state !== 'drafted')),
        })),
      })
      const withDrafts = reportsBecome((reports) => [draft, ...reports, draft])
      const without = reportsBecome((reports) => [...reports])
      expect(standingOf(withDrafts, TODAY, settings)).toEqual(standingOf(without, TODAY, settings))
    }),
    { numRuns: 300 },
  )
})

it('only ever turns on a day that one of its windows names', () => {
  const facts: StandingFacts = {
    state: 'published',
    startOn: '2026-01-01',
    milestones: [{ id: 'mls_1', dueOn: '2026-06-30', reports: [] }],
  }
  const on = (days: number) =>
    standingOf(facts, addDays('2026-06-30', days), settings).milestones[0]?.timeliness
  expect([-1, 0, 30, 31, 90, 91].map((days) => [days, on(days)])).toEqual([
    [-1, 'planned'],
    [0, 'report-due'],
    [30, 'report-due'],
    [31, 'overdue'],
    [90, 'overdue'],
    [91, 'silent'],
  ])
})
