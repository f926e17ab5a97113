import { expect, it } from 'vitest'

import { changesBetween } from '#app/domain/commitments/amendment.ts'
import type { Terms } from '#app/domain/commitments/terms.ts'
import { versionsOf } from '#app/domain/imports/package-history.ts'
import { terms } from '#tests/support/world.ts'

const [stone] = terms().milestones
const first: Terms = { ...terms(), translations: {} }
const second: Terms = {
  ...first,
  title: 'Another title',
  milestones: [
    { ...stone!, dueOn: '2027-01-01', target: 4000 },
    { ...stone!, id: 'mls_2' },
  ],
}
const third: Terms = { ...second, endOn: '2029-12-31' }
const at = '2026-01-01T09:00:00Z'
const told = [
  { version: 3, at, reason: 'More time.', changes: changesBetween(second, third) },
  { version: 1, at, reason: '', changes: [] },
  { version: 2, at, reason: 'Better.', changes: changesBetween(first, second).toReversed() },
]

it('finds the terms of every version from the last ones and the changes', () => {
  const versions = versionsOf(third, told)
  expect(versions?.map((one) => one.terms)).toEqual([first, second, third])
  expect(versions?.map(({ reason }) => reason)).toEqual(['', 'Better.', 'More time.'])
  expect(versions?.map((one) => one.at)).toEqual([at, at, at])
  expect(versions?.[1]?.changes).toEqual(changesBetween(first, second))
})

it('a history that is not whole, or leads elsewhere, is none', () => {
  expect(versionsOf(third, [])).toBeUndefined()
  expect(versionsOf(third, told.slice(0, 2))).toBeUndefined()
  expect(versionsOf({ ...third, title: 'A third title' }, told)).toBeUndefined()
  const [last] = changesBetween(second, third)
  const slipped = [{ ...told[0]!, changes: [{ ...last!, slippageDays: 1 }] }, ...told.slice(1)]
  expect(versionsOf(third, slipped)).toBeUndefined()
  expect(
    versionsOf(first, [{ version: 1, at, reason: '', changes: told[0]!.changes }]),
  ).toBeUndefined()
})
