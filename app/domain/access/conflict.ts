import type { Membership } from '../shared/actor.ts'
import { monthsBefore } from '../shared/dates.ts'

/** How long a former membership still counts as an interest. The database trigger reads the same. */
export const CONFLICT_MONTHS = 24

/** As much of a person as a conflict of interest follows from. */
export type Interested = {
  readonly memberships: readonly Pick<Membership, 'organisationId' | 'until'>[]
}

/** Whether the actor is, or lately was, a member of any of these organisations (rule 1). */
export function hasConflict(
  actor: Interested,
  organisationIds: readonly string[],
  now: Date,
): boolean {
  const since = monthsBefore(now, CONFLICT_MONTHS)
  return actor.memberships.some(
    (place) =>
      organisationIds.includes(place.organisationId) &&
      (place.until === null || place.until > since),
  )
}
