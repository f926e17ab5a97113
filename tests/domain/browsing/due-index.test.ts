import fc from 'fast-check'
import { expect, it } from 'vitest'

import {
  ALL_YEARS,
  besidePeriod,
  dueIn,
  dueStates,
  dueWithin,
  emptyDueIndex,
  isPeriod,
  latenessOf,
  monthCounts,
  monthOf,
  monthsOf,
  monthsWithin,
  nearestMonths,
  promptnessByYear,
  putMilestones,
  reportedSo,
  settledBy,
  statesIn,
  yearCounts,
  type DueMilestone,
} from '#app/domain/browsing/due-index.ts'
import { reportStates } from '#app/domain/milestones/report-state.ts'
import { timelinessOf } from '#app/domain/milestones/timeliness.ts'
import { addDays } from '#app/domain/shared/dates.ts'

const windows = { reportWithinDays: 30, silentAfterDays: 90 }
const TODAY = '2026-11-23'
const stone = (id: string, dueOn: string, more: Partial<DueMilestone> = {}): DueMilestone => ({
  id,
  dueOn,
  reportedOn: null,
  returnedOn: null,
  settled: null,
  ...more,
})

const indexOf = (all: Record<string, DueMilestone[]>) => {
  const index = emptyDueIndex()
  for (const [id, stones] of Object.entries(all)) putMilestones(index, id, stones, windows)
  return index
}

it('knows a month and a year when it sees one, and what stands beside it', () => {
  expect(['2027-03', '2027', '2100-12', ALL_YEARS].every(isPeriod)).toBe(true)
  expect(['', '27-03', '2027-13', '2027-3', '1999-12', '2101', '2027-03-01'].some(isPeriod)).toBe(
    false,
  )
  expect([besidePeriod('2027-12', 1), besidePeriod('2027-01', -1)]).toEqual(['2028-01', '2026-12'])
  expect([besidePeriod('2027', 1), besidePeriod('2027', -1)]).toEqual(['2028', '2026'])
  expect([besidePeriod('2000-01', -1), besidePeriod('2100', 1)]).toEqual([undefined, undefined])
  expect(besidePeriod(ALL_YEARS, 1)).toBeUndefined()
})

it('goes through all years in their order', () => {
  const index = indexOf({ a: [stone('later', '2027-02-01')], b: [stone('sooner', '2025-11-30')] })
  expect(monthsWithin(index, ALL_YEARS)).toEqual(['2025-11', '2027-02'])
  expect(monthsWithin(index, '2027')).toEqual(['2027-02'])
  expect(monthsWithin(index, '2026-01')).toEqual([])
  expect(dueIn(index, ALL_YEARS, TODAY, {}).map(({ id }) => id)).toEqual(['sooner', 'later'])
  expect(statesIn(index, ALL_YEARS, TODAY, {})).toMatchObject({ silent: 1, planned: 1 })
})

it('what a finding says outweighs a report, and a report a withdrawal', () => {
  expect(settledBy([], false)).toBe(null)
  expect(settledBy([], true)).toBe('withdrawn')
  expect(settledBy(['returned'], false)).toBe(null)
  expect(settledBy(['drafted'], true)).toBe('withdrawn')
  expect(settledBy(['under-review', 'drafted'], true)).toBe('under-review')
  expect(settledBy(['partly-achieved', 'reported'], false)).toBe('partly-achieved')
  expect(settledBy(['not-achieved', 'achieved'], false)).toBe('achieved')
  for (const state of reportStates) {
    const settled = settledBy([state], false)
    if (settled) expect(dueStates).toContain(settled)
  }
})

it('lists a month by day, with the state each is in today', () => {
  const index = indexOf({
    b: [stone('3', '2026-11-30'), stone('2', '2026-11-01')],
    a: [stone('1', '2026-11-01', { settled: 'reported', reportedOn: '2026-11-03' })],
    c: [stone('4', '2026-12-01')],
  })
  expect(dueIn(index, '2026-11', TODAY, {})).toEqual([
    { id: '1', dueOn: '2026-11-01', state: 'reported' },
    { id: '2', dueOn: '2026-11-01', state: 'report-due' },
    { id: '3', dueOn: '2026-11-30', state: 'planned' },
  ])
  expect(dueIn(index, '2026', TODAY, { states: ['planned'] }).map(({ id }) => id)).toEqual([
    '3',
    '4',
  ])
  expect(dueIn(index, '2026', TODAY, { within: (id) => id === 'a' })).toHaveLength(1)
  expect(statesIn(index, '2026', TODAY, {})).toMatchObject({
    reported: 1,
    'report-due': 1,
    planned: 2,
    silent: 0,
  })
})

it('puts a commitment’s milestones in the place of those it had', () => {
  const index = indexOf({ a: [stone('1', '2026-11-01'), stone('2', '2027-01-31')] })
  putMilestones(index, 'a', [stone('1', '2026-12-24'), stone('2', '2027-01-31')], windows)
  expect(dueIn(index, '2026-11', TODAY, {})).toEqual([])
  expect(dueIn(index, '2026-12', TODAY, {}).map(({ id }) => id)).toEqual(['1'])
  putMilestones(index, 'a', [], windows)
  expect(yearCounts(index, TODAY)).toEqual([])
  putMilestones(index, 'b', [stone('3', '2026-11-01')], windows)
  expect(dueIn(index, '2026', TODAY, {}).map(({ id }) => id)).toEqual(['3'])
})

it('finds the nearest months that hold what is asked for', () => {
  const index = indexOf({
    a: ['2025-02-03', '2026-10-01', '2027-06-30'].map((on) => stone(on, on)),
  })
  expect(nearestMonths(index, '2026-12', TODAY, {})).toEqual({
    earlier: { month: '2026-10', count: 1 },
    later: { month: '2027-06', count: 1 },
  })
  expect(nearestMonths(index, '2026-12', TODAY, { states: ['silent'] })).toEqual({
    earlier: { month: '2025-02', count: 1 },
    later: undefined,
  })
  expect(nearestMonths(index, '2026', TODAY, {})).toEqual({
    earlier: { month: '2025-02', count: 1 },
    later: { month: '2027-06', count: 1 },
  })
  expect(yearCounts(index, TODAY).map(({ year }) => year)).toEqual(['2025', '2026', '2027'])
})

it('tells how promptly reports came, and leaves out what still has time', () => {
  const on = (reportedOn: string) => ({ reportedOn, settled: 'reported' as const })
  const index = indexOf({
    a: [
      stone('1', '2025-03-01', on('2025-03-31')),
      stone('2', '2025-01-01', on('2025-02-01')),
      stone('3', '2026-01-01'),
      stone('4', '2026-11-01'),
      // Reported before its day, which is still to come.
      stone('5', '2026-12-24', on('2026-11-01')),
    ],
    b: [stone('6', '2025-02-01'), stone('7', '2025-03-01', { settled: 'withdrawn' })],
  })
  expect(promptnessByYear(index, ['a'], TODAY)).toEqual([
    { year: '2025', reports: ['late', 'on-time'] },
    { year: '2026', reports: ['missing'] },
  ])
  expect(dueIn(index, '2025', TODAY, { reporting: 'missing' }).map(({ id }) => id)).toEqual(['6'])
})

const day = fc.integer({ min: -400, max: 400 }).map((n) => addDays(TODAY, n))
const milestone = fc.record({
  dueOn: day,
  reportedOn: fc.constant(null),
  returnedOn: fc.option(day),
  settled: fc.option(fc.constantFrom('reported', 'achieved', 'withdrawn'), { freq: 2 }),
})

it('says of each what timeliness says, and counts by month what it lists', () => {
  const plans = fc.array(fc.array(milestone, { maxLength: 5 }), { maxLength: 12 })
  fc.assert(
    fc.property(plans, plans, (first, then) => {
      const index = emptyDueIndex()
      const stones = new Map<string, DueMilestone>()
      // Published, then amended: what stood first leaves no trace.
      for (const plan of [first, then])
        plan.forEach((each, place) => {
          for (const id of stones.keys()) if (id.startsWith(`${place}:`)) stones.delete(id)
          const own = each.map((one, i) => ({ ...one, id: `${place}:${i}` }))
          for (const one of own) stones.set(one.id, one)
          putMilestones(index, `c${place}`, own, windows)
        })
      const listed = ['2025', '2026', '2027'].flatMap((year) => dueIn(index, year, TODAY, {}))
      expect(listed).toHaveLength(stones.size)
      for (const { id, dueOn, state } of listed) {
        const one = stones.get(id)
        const times = [
          { state: 'returned' as const, reportedOn: null, returnedOn: one!.returnedOn },
        ]
        expect([dueOn, state]).toEqual([
          one?.dueOn,
          one?.settled ?? timelinessOf(dueOn, times, TODAY, windows),
        ])
      }
      for (const { month, count } of monthCounts(index, '2026', TODAY, {}))
        expect(count).toBe(listed.filter(({ dueOn }) => monthOf(dueOn) === month).length)
    }),
    { numRuns: 60 },
  )
})

it('names the twelve months of a year', () => {
  expect(monthsOf('2027')).toHaveLength(12)
  expect([monthsOf('2027')[0], monthsOf('2027')[11]]).toEqual(['2027-01', '2027-12'])
})

it('finds whose milestones were reported on so, and whose are due soon', () => {
  const soon = addDays(TODAY, 60)
  const index = indexOf({
    timely: [stone('a', '2026-10-01', { reportedOn: '2026-10-31', settled: 'reported' })],
    late: [
      stone('b', '2026-10-01', { reportedOn: '2026-11-01', settled: 'reported' }),
      stone('c', soon),
    ],
    missing: [stone('d', '2026-10-23'), stone('e', addDays(soon, 1))],
    waiting: [stone('f', '2026-10-24'), stone('g', TODAY)],
    early: [stone('h', soon, { reportedOn: '2026-11-01', settled: 'reported' })],
  })
  const found = (set: Set<string>) => [...set].toSorted()
  expect(found(reportedSo(index, 'on-time', TODAY))).toEqual(['timely'])
  expect(found(reportedSo(index, 'late', TODAY))).toEqual(['late'])
  expect(found(reportedSo(index, 'missing', TODAY))).toEqual(['missing'])
  expect(found(dueWithin(index, 60, TODAY))).toEqual(['late', 'waiting'])
  putMilestones(index, 'missing', [], windows)
  expect(found(reportedSo(index, 'missing', TODAY))).toEqual([])
})

it('counts what fell due by how late the first report came', () => {
  const reportedOn = (day: string) => ({ reportedOn: day, settled: 'reported' as const })
  const index = indexOf({
    one: [
      stone('a', '2026-10-01', reportedOn('2026-10-11')),
      stone('b', '2026-10-02', reportedOn('2026-10-12')),
    ],
    two: [stone('c', '2026-10-01', reportedOn('2026-09-21')), stone('d', TODAY)],
    three: [stone('e', addDays(TODAY, 1)), stone('f', '2026-01-01')],
    other: [stone('g', '2026-01-01')],
  })
  const counted = latenessOf(index, TODAY, (id) => id !== 'other')
  const line = (reportedAfter: number | null, waiting: number | null, count: number) => ({
    reportWithinDays: 30,
    reportedAfter,
    waiting,
    count,
  })
  expect(counted).toHaveLength(4)
  expect(counted).toEqual(
    expect.arrayContaining([
      line(10, null, 2),
      line(-10, null, 1),
      line(null, 0, 1),
      line(null, 326, 1),
    ]),
  )
})
