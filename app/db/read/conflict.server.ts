import { and, eq, exists, inArray, ne, type SQL } from 'drizzle-orm'

import { hasConflict } from '#app/domain/access/conflict.ts'
import type { Actor } from '#app/domain/shared/actor.ts'

import type { Database } from '../client.server.ts'
import { commitments, parties } from '../schema/commitments.ts'

/** Organisations a coordinator has an interest in, current and lately former ones. */
export const interestsOf = (coordinator: Actor, now: Date): string[] =>
  coordinator.memberships
    .map((place) => place.organisationId)
    .filter((id) => hasConflict(coordinator, [id], now))

/** Rule 1 as a condition on `commitments`: true where the coordinator has an interest in it. */
export function inConflict(db: Database, coordinator: Actor, now: Date): SQL {
  return exists(
    db
      .select({ id: parties.id })
      .from(parties)
      .where(
        and(
          eq(parties.commitmentId, commitments.id),
          ne(parties.state, 'refused'),
          inArray(parties.organisationId, interestsOf(coordinator, now)),
        ),
      ),
  )
}
