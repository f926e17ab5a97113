import fc from 'fast-check'
import { expect, it } from 'vitest'

import { HEAT_STEPS, heatBreaks, heatStep } from '#app/ui/data/heat-steps.ts'

const counts = fc.array(fc.nat(500), { maxLength: 80 })

it('zero has no shade, and every other count has one of six', () => {
  fc.assert(
    fc.property(counts, (all) => {
      const breaks = heatBreaks(all)
      for (const count of all) {
        const step = heatStep(count, breaks)
        if (count === 0) expect(step).toBe(0)
        else expect(step >= 1 && step <= HEAT_STEPS && Number.isInteger(step)).toBe(true)
      }
    }),
  )
})

it('more is never lighter', () => {
  fc.assert(
    fc.property(counts, (all) => {
      const breaks = heatBreaks(all)
      const steps = all.toSorted((a, b) => a - b).map((count) => heatStep(count, breaks))
      expect(steps).toEqual(steps.toSorted((a, b) => a - b))
    }),
  )
})

it('the breaks the legend prints ascend and start at the least count', () => {
  expect(heatBreaks([0, 5, 1, 2, 2, 9])).toEqual([1, 2, 5, 9])
  expect(heatBreaks([])).toEqual([])
  fc.assert(
    fc.property(counts, (all) => {
      const breaks = heatBreaks(all)
      expect(new Set(breaks).size).toBe(breaks.length)
      expect(breaks).toEqual(breaks.toSorted((a, b) => a - b))
      const least = Math.min(...all.filter((count) => count > 0))
      if (breaks.length > 0) expect(breaks[0]).toBe(least)
    }),
  )
})
