import fc from 'fast-check'
import { expect, it } from 'vitest'

import { CONFLICT_MONTHS, hasConflict, type Interested } from '#app/domain/access/conflict.ts'
import { cast, LEAD, NOW, OTHER } from '#tests/support/cast.ts'

const left = (until: string | null): Interested => ({
  memberships: [
    {
      organisationId: LEAD,
      until: until === null ? null : new Date(until),
    },
  ],
})

it('counts a membership for 24 months after it ended, to the instant', () => {
  expect(CONFLICT_MONTHS).toBe(24)
  expect(hasConflict(left(null), [LEAD], NOW)).toBe(true)
  expect(hasConflict(left('2024-11-23T10:00:00.001Z'), [LEAD], NOW)).toBe(true)
  expect(hasConflict(left('2024-11-23T10:00:00.000Z'), [LEAD], NOW)).toBe(false)
})

it('counts a membership that ends only later', () => {
  expect(hasConflict(left('2027-01-01T00:00:00Z'), [LEAD], NOW)).toBe(true)
})

it('sees an interest in any party, not only the first', () => {
  expect(hasConflict(cast.memberCoordinator, [OTHER, LEAD], NOW)).toBe(true)
  expect(hasConflict(cast.memberCoordinator, [OTHER], NOW)).toBe(false)
  expect(hasConflict(cast.memberCoordinator, [], NOW)).toBe(false)
})

it('sees none in somebody who never was a member', () => {
  expect(hasConflict(cast.coordinator, [LEAD, OTHER], NOW)).toBe(false)
})

it('finds the one recent membership among many old ones', () => {
  const old = fc.array(fc.integer({ min: 731, max: 4000 }), { maxLength: 5 })
  fc.assert(
    fc.property(old, fc.integer({ min: 0, max: 729 }), (daysAgo, recent) => {
      const ended = (days: number) =>
        left(new Date(NOW.getTime() - days * 86_400_000).toISOString()).memberships
      const before = daysAgo.flatMap(ended)
      const after = [...before, ...ended(recent)]
      expect(hasConflict({ memberships: before }, [LEAD], NOW)).toBe(false)
      expect(hasConflict({ memberships: after }, [LEAD], NOW)).toBe(true)
    }),
  )
})
