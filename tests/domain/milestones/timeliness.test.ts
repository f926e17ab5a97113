import fc from 'fast-check'
import { expect, it } from 'vitest'

import { reportStates } from '#app/domain/milestones/report-state.ts'
import {
  daysLate,
  timelinesses,
  timelinessOf,
  type ReportTimes,
} from '#app/domain/milestones/timeliness.ts'
import { addDays, daysBetween } from '#app/domain/shared/dates.ts'
import { settings } from '#tests/support/facts.ts'

const DUE = '2026-06-30'
const on = (days: number, reports: readonly ReportTimes[] = [], due = DUE) =>
  timelinessOf(due, reports, addDays(DUE, days), settings)
const report = (
  state: ReportTimes['state'],
  reportedOn: string | null,
  returnedOn: string | null = null,
): ReportTimes => ({ state, reportedOn, returnedOn })

it('turns on the due day, after thirty days and after ninety', () => {
  const days = [-1, 0, 30, 31, 90, 91]
  expect(days.map((day) => on(day))).toEqual([
    'planned',
    'report-due',
    'report-due',
    'overdue',
    'overdue',
    'silent',
  ])
})

it('takes the days from the declaration', () => {
  const strict = { reportWithinDays: 1, silentAfterDays: 2 }
  const days = [0, 1, 2, 3].map((day) => timelinessOf(DUE, [], addDays(DUE, day), strict))
  expect(days).toEqual(['report-due', 'report-due', 'overdue', 'silent'])
})

it('is reported once a report stands, early or late, however long ago', () => {
  for (const state of ['reported', 'under-review', 'achieved', 'not-verifiable'] as const)
    expect([-10, 0, 500].map((day) => on(day, [report(state, DUE)]))).toEqual([
      'reported',
      'reported',
      'reported',
    ])
})

it('does not take a draft for a report', () => {
  expect([-1, 30, 31, 91].map((day) => on(day, [report('drafted', null)]))).toEqual([
    'planned',
    'report-due',
    'overdue',
    'silent',
  ])
})

it('starts the clock again on the day a report is sent back', () => {
  const returned = [report('returned', addDays(DUE, 20), addDays(DUE, 200))]
  expect([200, 230, 231, 290, 291].map((day) => on(day, returned))).toEqual([
    'report-due',
    'report-due',
    'overdue',
    'overdue',
    'silent',
  ])
})

it('does not ask before the due day for what was sent back early', () => {
  const returned = [report('returned', addDays(DUE, -40), addDays(DUE, -20))]
  expect([-1, 0, 31].map((day) => on(day, returned))).toEqual(['planned', 'report-due', 'overdue'])
})

const anyDay = fc.integer({ min: -300, max: 300 }).map((days) => addDays(DUE, days))
const anyReport = fc.record({
  state: fc.constantFrom(...reportStates),
  reportedOn: fc.option(anyDay),
  returnedOn: fc.option(anyDay),
})

it('has one of five words for any dates and reports', () => {
  fc.assert(
    fc.property(anyDay, fc.array(anyReport, { maxLength: 4 }), anyDay, (due, reports, today) => {
      expect(timelinesses).toContain(timelinessOf(due, reports, today, settings))
    }),
  )
})

it('agrees with counting the days since the due day or the last return', () => {
  const sentBack = fc.record({
    state: fc.constantFrom('drafted' as const, 'returned' as const),
    reportedOn: fc.option(anyDay),
    returnedOn: fc.option(anyDay),
  })
  fc.assert(
    fc.property(anyDay, fc.array(sentBack, { maxLength: 3 }), anyDay, (due, reports, today) => {
      const starts = [due, ...reports.flatMap(({ returnedOn }) => returnedOn ?? [])]
      const days = Math.min(...starts.map((start) => daysBetween(start, today)))
      const expected =
        days < 0 ? 'planned' : days <= 30 ? 'report-due' : days <= 90 ? 'overdue' : 'silent'
      expect(timelinessOf(due, reports, today, settings)).toBe(expected)
    }),
    { numRuns: 300 },
  )
})

it('never gets more punctual by waiting', () => {
  const order = ['planned', 'report-due', 'overdue', 'silent']
  const unreported = fc.array(
    fc.record({
      state: fc.constant('returned' as const),
      reportedOn: fc.constant(null),
      returnedOn: fc.option(anyDay),
    }),
    { maxLength: 2 },
  )
  fc.assert(
    fc.property(unreported, anyDay, fc.nat(200), (reports, today, later) => {
      const now = order.indexOf(timelinessOf(DUE, reports, today, settings))
      const then = order.indexOf(timelinessOf(DUE, reports, addDays(today, later), settings))
      expect(then).toBeGreaterThanOrEqual(now)
    }),
  )
})

it('counts the days from the due day to the first report, or to today', () => {
  const first = report('achieved', addDays(DUE, 12))
  const second = report('reported', addDays(DUE, 80))
  expect(daysLate(DUE, [second, first], addDays(DUE, 100))).toBe(12)
  expect(daysLate(DUE, [report('drafted', null)], addDays(DUE, 45))).toBe(45)
  expect(daysLate(DUE, [], addDays(DUE, -45))).toBe(0)
  expect(daysLate(DUE, [report('reported', addDays(DUE, -3))], DUE)).toBe(0)
})
