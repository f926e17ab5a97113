import { expect, it } from 'vitest'

import { outsideDates } from '#app/ui/commitments/outside-dates.ts'
import { dayFromNow, terms } from '#tests/support/world.ts'

it('names milestones before the start and after the end by their fields', () => {
  const base = terms().milestones[0]!
  const at = (days: number) => ({ ...base, dueOn: dayFromNow(days) })
  const milestones = [at(-400), at(0), at(400)]
  expect(outsideDates({ ...terms(), milestones })).toEqual([
    'milestones[0].dueOn',
    'milestones[2].dueOn',
  ])
})

it('judges nothing by dates that are not known yet', () => {
  const { milestones } = terms()
  expect(outsideDates({ milestones })).toEqual([])
  expect(outsideDates({ startOn: dayFromNow(0), endOn: dayFromNow(9) })).toEqual([])
})
