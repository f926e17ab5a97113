import type { Actor } from '../shared/actor.ts'
import { monthsBefore } from '../shared/dates.ts'

/** How long a former membership still counts as an interest. The database trigger reads the same. */
export const CONFLICT_MONTHS = 24

/** Whether the actor is, or lately was, a member of any of these organisations (rule 1). */
export function hasConflict(
  actor: Pick<Actor, 'memberships'>,
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
