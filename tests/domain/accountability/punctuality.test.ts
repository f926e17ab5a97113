import fc from 'fast-check'
import { expect, it } from 'vitest'

import { punctualityOf, type DueCount } from '#app/domain/accountability/punctuality.ts'

const due = (changes: Partial<DueCount>): DueCount => ({
  reportWithinDays: 30,
  reportedAfter: null,
  waiting: null,
  count: 1,
  ...changes,
})

it('takes a report within the allowed days as on time, early ones too', () => {
  const rows = [due({ reportedAfter: -3 }), due({ reportedAfter: 0 }), due({ reportedAfter: 30 })]
  expect(punctualityOf(rows)).toEqual({ onTime: 3, late: 0, missing: 0, medianDaysLate: null })
})

it('counts as missing only what is past its time', () => {
  expect(punctualityOf([due({ waiting: 30 })]).missing).toBe(0)
  expect(punctualityOf([due({ waiting: 31, count: 4 })]).missing).toBe(4)
})

it('gives the middle of the late reports, weighed by their number', () => {
  const rows = [
    due({ reportedAfter: 40, count: 3 }),
    due({ reportedAfter: 90 }),
    due({ reportedAfter: 200 }),
    due({ reportedAfter: 5, count: 50 }),
  ]
  expect(punctualityOf(rows)).toMatchObject({ late: 5, medianDaysLate: 40 })
  expect(punctualityOf(rows.slice(1, 3)).medianDaysLate).toBe(90)
})

it('leaves nothing out but reports that still have time, and finds a median that was counted', () => {
  const row = fc.record({
    reportWithinDays: fc.integer({ min: 1, max: 60 }),
    reportedAfter: fc.option(fc.integer({ min: -20, max: 400 })),
    waiting: fc.integer({ min: 0, max: 400 }),
    count: fc.integer({ min: 1, max: 9 }),
  })
  fc.assert(
    fc.property(fc.array(row), (rows) => {
      const { onTime, late, missing, medianDaysLate } = punctualityOf(rows)
      const inTime = rows.filter((r) => r.reportedAfter === null && r.waiting <= r.reportWithinDays)
      const sum = (some: DueCount[]) => some.reduce((total, { count }) => total + count, 0)
      expect(onTime + late + missing + sum(inTime)).toBe(sum(rows))
      expect(medianDaysLate === null).toBe(late === 0)
      if (medianDaysLate !== null)
        expect(rows.map((r) => r.reportedAfter)).toContain(medianDaysLate)
    }),
  )
})
