import fc from 'fast-check'
import { expect, it } from 'vitest'

import {
  addDays,
  dayOf,
  daysBetween,
  daySchema,
  isDay,
  laterDay,
  monthsBefore,
} from '#app/domain/shared/dates.ts'

const anyDay = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2110-12-31'), noInvalidDate: true })
  .map(dayOf)

it('knows a day from what only looks like one', () => {
  expect(['2026-11-23', '2028-02-29', '2000-01-01'].filter(isDay)).toHaveLength(3)
  const wrong = ['2026-02-30', '2027-02-29', '2026-13-01', '2026-1-1', '23.11.2026', '', '2026-11']
  expect(wrong.filter(isDay)).toEqual([])
})

it('puts an instant on its UTC day, to the last millisecond', () => {
  expect(dayOf(new Date('2026-11-23T23:59:59.999Z'))).toBe('2026-11-23')
  expect(dayOf(new Date('2026-11-24T00:00:00Z'))).toBe('2026-11-24')
})

it('counts as many days between two days as were added to the first', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: -5000, max: 5000 }), (day, count) => {
      const other = addDays(day, count)
      expect(isDay(other)).toBe(true)
      expect(daysBetween(day, other)).toBe(count)
      expect(daysBetween(other, day) + count).toBe(0)
      expect(addDays(other, -count)).toBe(day)
    }),
  )
})

it('names the later of two days', () => {
  fc.assert(
    fc.property(anyDay, anyDay, (a, b) => {
      expect(laterDay(a, b)).toBe(daysBetween(a, b) >= 0 ? b : a)
    }),
  )
})

it('goes back calendar months, and stays within the month it comes to', () => {
  const back = (instant: string, months: number) =>
    monthsBefore(new Date(instant), months).toISOString()
  expect(back('2026-11-23T10:00:00.000Z', 24)).toBe('2024-11-23T10:00:00.000Z')
  expect(back('2028-02-29T10:00:00.000Z', 24)).toBe('2026-02-28T10:00:00.000Z')
  expect(back('2026-03-31T23:59:59.999Z', 1)).toBe('2026-02-28T23:59:59.999Z')
  expect(back('2026-01-15T00:00:00.000Z', 1)).toBe('2025-12-15T00:00:00.000Z')
})

it('leaves the instant it was given as it was', () => {
  const instant = new Date('2026-11-23T10:00:00Z')
  monthsBefore(instant, 24)
  expect(instant.toISOString()).toBe('2026-11-23T10:00:00.000Z')
})

it('says by one code what is wrong with a typed day', () => {
  const codes = (typed: unknown) =>
    daySchema.safeParse(typed).error?.issues.map((issue) => issue.message)
  expect(codes(undefined)).toEqual(['missing'])
  expect(codes('  ')).toEqual(['missing'])
  expect(codes('tomorrow')).toEqual(['not-a-date'])
  expect(codes('2026-02-30')).toEqual(['not-a-date'])
  expect(codes('1999-12-31')).toEqual(['date-out-of-range'])
  expect(codes('2101-01-01')).toEqual(['date-out-of-range'])
  expect(daySchema.parse(' 2026-11-23 ')).toBe('2026-11-23')
})
