import fc from 'fast-check'
import { expect, it } from 'vitest'

import type { Change } from '#app/domain/commitments/amendment.ts'
import { daysSlipped, slippageOf } from '#app/domain/commitments/slippage.ts'
import { addDays, daysBetween } from '#app/domain/shared/dates.ts'

const moved = (field: string, from: string, to: string): Change => ({
  field,
  from,
  to,
  slippageDays: daysBetween(from, to),
})
const reason = 'The ministry waits for the budget.'

it('has nothing to tell of a plan whose dates stand', () => {
  const changes = [{ field: 'title', from: 'Two wells', to: 'Three wells' }]
  expect(slippageOf([])).toEqual([])
  expect(slippageOf([{ version: 2, changes, reason }])).toEqual([])
  expect(daysSlipped([])).toBe(0)
})

it('tells each move with its reason, and how far the deadline stands from its first day', () => {
  const late = 'The rains came early.'
  const slips = slippageOf([
    // Newest first, as a record lists them.
    { version: 3, changes: [moved('milestone.mls_1.dueOn', '2027-01-31', '2027-03-02')], reason },
    {
      version: 2,
      changes: [
        moved('milestone.mls_1.dueOn', '2027-01-01', '2027-01-31'),
        moved('endOn', '2027-06-30', '2027-07-30'),
        { field: 'milestone.mls_2', from: null, to: { dueOn: '2027-05-01' } },
      ],
      reason: late,
    },
    { version: 1, changes: [], reason: '' },
  ])
  expect(slips).toEqual([
    {
      deadline: { of: 'milestone', id: 'mls_1' },
      first: '2027-01-01',
      now: '2027-03-02',
      days: 60,
      moves: [
        { version: 2, from: '2027-01-01', to: '2027-01-31', days: 30, reason: late },
        { version: 3, from: '2027-01-31', to: '2027-03-02', days: 30, reason },
      ],
    },
    {
      deadline: { of: 'end' },
      first: '2027-06-30',
      now: '2027-07-30',
      days: 30,
      moves: [{ version: 2, from: '2027-06-30', to: '2027-07-30', days: 30, reason: late }],
    },
  ])
  // The end moves because the milestones do: it is not counted twice.
  expect(daysSlipped(slips)).toBe(60)
})

it('does not forget a deadline that was moved and moved back', () => {
  const [slip] = slippageOf([
    { version: 2, changes: [moved('endOn', '2027-06-30', '2027-08-29')], reason },
    { version: 3, changes: [moved('endOn', '2027-08-29', '2027-06-30')], reason },
  ])
  expect(slip).toMatchObject({ days: 0, moves: [{ days: 60 }, { days: -60 }] })
})

it('what one milestone gains makes up for nothing another loses', () => {
  const slips = slippageOf([
    {
      version: 2,
      changes: [
        moved('milestone.mls_1.dueOn', '2027-01-01', '2027-01-31'),
        moved('milestone.mls_2.dueOn', '2027-02-01', '2027-01-02'),
      ],
      reason,
    },
  ])
  expect(slips.map(({ days }) => days)).toEqual([30, -30])
  expect(daysSlipped(slips)).toBe(30)
})

it('the moves of a deadline add up to its slip, however many and whichever way', () => {
  const steps = fc.array(fc.integer({ min: -400, max: 400 }), { minLength: 1, maxLength: 12 })
  fc.assert(
    fc.property(steps, (days) => {
      let at = '2027-01-01'
      const versions = days.map((step, place) => {
        const [from, to] = [at, (at = addDays(at, step))]
        return { version: place + 2, changes: [moved('endOn', from, to)], reason }
      })
      const [slip] = slippageOf(versions.toReversed())
      const sum = slip?.moves.reduce((all, move) => all + move.days, 0)
      expect(slip?.moves.map((move) => move.days)).toEqual(days)
      expect(slip?.days).toBe(sum)
      expect(slip && daysBetween(slip.first, slip.now)).toBe(sum)
    }),
  )
})
